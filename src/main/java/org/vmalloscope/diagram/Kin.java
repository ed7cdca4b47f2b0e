package org.vmalloscope.diagram;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;

/// What belongs together at a moment: an area, the vm_struct that its `private` leads to, and the block that it is.
///
/// Each has its own id in pictures: `va:`, `vm:` and `vb:`, followed by the address of the struct and the number of its
/// allocation.
public final class Kin {
    private final Moment moment;
    private final VmallocView view;

    private Kin(Moment moment) {
        this.moment = moment;
        this.view = moment.view();
    }

    /// The ids of all that belongs to what an id stands for, that id first; only itself when it is of another kind.
    public static Set<String> of(Moment moment, String id) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(id);
        Kin kin = new Kin(moment);
        kin.areaOf(id).ifPresent(va -> {
            ids.add(moment.id(va));
            kin.vmOf(va).ifPresent(ids::add);
            kin.blockOf(va).ifPresent(block -> ids.add(kin.id("vb:", block.address())));
        });
        return ids;
    }

    /// The area in vmap_area_list that an id belongs to; none when there is none any more.
    static Optional<VmapArea> area(Moment moment, String id) {
        return new Kin(moment).areaOf(id);
    }

    /// The address in an id of an object; 0 when it is none.
    static long address(String id) {
        int end = id.indexOf('#');
        try {
            return end < 3 ? 0 : Long.parseUnsignedLong(id.substring(3, end), 16);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private Optional<VmapArea> areaOf(String id) {
        long address = address(id);
        if (address == 0 || !id.equals(id(id.substring(0, 3), address))) {
            return Optional.empty();
        }
        return switch (id.substring(0, 3)) {
            case "va:" -> inList(address);
            case "vm:" ->
                moment.areas().stream()
                        .filter(va -> va.hasFlag(VmapArea.VM_VM_AREA) && va.privateVm() == address)
                        .findFirst();
            case "vb:" -> inList(new VmapBlock(view.memory(), address).va().address());
            default -> Optional.empty();
        };
    }

    private Optional<VmapArea> inList(long address) {
        return moment.areas().stream().filter(va -> va.address() == address).findFirst();
    }

    private Optional<String> vmOf(VmapArea va) {
        boolean live = va.hasFlag(VmapArea.VM_VM_AREA)
                && view.ground().objectAt(va.privateVm()).map(SlabObject::live).orElse(va.privateVm() != 0);
        return live ? Optional.of(id("vm:", va.privateVm())) : Optional.empty();
    }

    private Optional<VmapBlock> blockOf(VmapArea va) {
        return view.blocks().stream()
                .map(NumberedBlock::block)
                .filter(block -> block.va().address() == va.address())
                .findFirst();
    }

    private String id(String kind, long address) {
        long sequence =
                view.ground().objectAt(address).map(SlabObject::sequence).orElse(0L);
        return kind + Long.toHexString(address) + "#" + sequence;
    }
}
