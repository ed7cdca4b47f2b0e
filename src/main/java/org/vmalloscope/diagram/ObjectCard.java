package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.picture.Kind;

/// What there is to say about a struct that a shape stands for: an area, a vm_struct or a block.
///
/// @param struct the name of its type, as C has it
/// @param address where the thing it describes begins: what somebody would copy
public record ObjectCard(String name, String struct, Kind kind, long address, List<AreaCard.Row> rows) {
    public ObjectCard {
        rows = List.copyOf(rows);
    }

    /// The card of what an id stands for; none when that is not there at this moment.
    public static Optional<ObjectCard> of(Moment moment, String id) {
        if (id.startsWith("va:")) {
            return AreaCard.of(moment, id)
                    .map(area -> new ObjectCard(area.name(), "vmap_area", area.kind(), area.start(), area.rows()));
        }
        long address = Kin.address(id);
        Optional<SlabObject> object = moment.view().ground().objectAt(address);
        boolean same = object.map(found -> found.live() && found.sequence() == sequence(id))
                .orElse(address != 0);
        if (!same) {
            return Optional.empty();
        }
        return switch (id.substring(0, 3)) {
            case "vm:" -> Optional.of(vm(moment, address));
            case "vb:" -> object.map(found -> block(moment, address));
            default -> Optional.empty();
        };
    }

    private static long sequence(String id) {
        try {
            return Long.parseLong(id.substring(id.indexOf('#') + 1));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static ObjectCard vm(Moment moment, long address) {
        VmStruct vm = new VmStruct(moment.view().memory(), address);
        List<AreaCard.Row> rows = new ArrayList<>();
        rows.add(new AreaCard.Row("addr", Addresses.full(vm.addr())));
        rows.add(new AreaCard.Row(
                "size", Sizes.bytes(vm.size()) + ", " + Sizes.pagesAndGuard(vm.size() >>> Machine.PAGE_SHIFT)));
        rows.add(new AreaCard.Row("flags", Long.toHexString(vm.flags()) + "  " + FlagBits.VM.names(vm.flags())));
        rows.add(new AreaCard.Row("nr_pages", Long.toString(vm.nrPages())));
        rows.add(new AreaCard.Row("pages", Addresses.full(vm.pages())));
        rows.add(new AreaCard.Row("next", moment.names().pointer(vm.next())));
        rows.add(new AreaCard.Row("struct at", Addresses.full(address)));
        return new ObjectCard(moment.names().vm(vm), "vm_struct", Kind.VM, vm.addr(), rows);
    }

    private static ObjectCard block(Moment moment, long address) {
        VmallocView view = moment.view();
        VmapBlock block = new VmapBlock(view.memory(), address);
        List<AreaCard.Row> rows = new ArrayList<>();
        long start = block.va().vaStart();
        rows.add(new AreaCard.Row("va_start", Addresses.full(start)));
        rows.add(new AreaCard.Row("free", Sizes.pages(block.free())));
        rows.add(new AreaCard.Row("dirty", Sizes.pages(block.dirty())));
        for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
            if (view.queue(cpu).address() == block.vbq()) {
                rows.add(new AreaCard.Row("vbq", "CPU " + cpu));
            }
        }
        rows.add(new AreaCard.Row("struct at", Addresses.full(address)));
        return new ObjectCard(moment.names().block(block), "vmap_block", Kind.BLOCK, start, rows);
    }

    /// All of it as text, for the clipboard.
    public String text() {
        StringBuilder text = new StringBuilder(name)
                .append("  (struct ")
                .append(struct)
                .append(")")
                .append('\n');
        rows.forEach(row -> text.append(String.format(Locale.ROOT, "%-10s %s%n", row.word(), row.value())));
        return text.toString();
    }
}
