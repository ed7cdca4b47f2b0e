package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Kind;

/// What there is to say about one area at a moment: its name, and rows of a word and a value.
///
/// `statement` (from 0) is the one that made it, `vmapArea` the address of its struct, `listPrev` that of the
/// word that tells when it leaves vmap_area_list.
public record AreaCard(
        String name, Kind kind, List<Row> rows, long start, int statement, long vmapArea, long listPrev) {
    public AreaCard {
        rows = List.copyOf(rows);
    }

    /// One line: a word of the kernel or ours, and what it is here.
    public record Row(String word, String value) {}

    /// The card of the area that a shape id stands for; none when it is not in the tree or the list any more.
    public static Optional<AreaCard> of(Moment moment, String id) {
        VmallocView view = moment.view();
        return view.areas().stream()
                .filter(va -> AreaIds.of(view, va).equals(id))
                .findFirst()
                .map(va -> card(moment, va));
    }

    private static AreaCard card(Moment moment, VmapArea va) {
        VmallocView view = moment.view();
        Kind kind = new AreaKinds(view).of(va);
        List<Row> rows = new ArrayList<>();
        long bytes = va.vaEnd() - va.vaStart();
        rows.add(new Row("va_start", Addresses.full(va.vaStart())));
        rows.add(new Row("va_end", Addresses.full(va.vaEnd())));
        rows.add(new Row("size", Sizes.bytes(bytes) + ", " + Sizes.pages(bytes >>> Machine.PAGE_SHIFT)));
        rows.add(new Row("flags", va.flags() + "  " + FlagBits.AREA.names(va.flags())));
        rows.add(new Row("state", TreeDiagram.words(kind)));
        rows.add(new Row("node", view.tree().isBlack(va.rbNode()) ? "black" : "red"));
        rows.add(new Row("struct at", Addresses.full(va.address())));
        if (kind == Kind.VM) {
            VmStruct vm = new VmStruct(view.memory(), va.privateVm());
            rows.add(new Row("vm_struct", FlagBits.VM.names(vm.flags()) + ", " + vm.nrPages() + " pages"));
        }
        int statement =
                view.ground().objectAt(va.address()).map(SlabObject::statement).orElse(-1);
        long word = view.memory().abi().wordBytes();
        return new AreaCard(
                moment.names().area(va), kind, rows, va.vaStart(), statement, va.address(), va.list() + word);
    }

    /// All of it as text, for the clipboard.
    public String text() {
        StringBuilder text = new StringBuilder(name).append('\n');
        rows.forEach(row -> text.append(String.format(Locale.ROOT, "%-10s %s%n", row.word(), row.value())));
        return text.toString();
    }
}
