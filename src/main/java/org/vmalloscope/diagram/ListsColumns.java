package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The areas and vm_structs of a moment in columns by ascending address: a vm_struct stands under its area.
///
/// @param columns ascending
/// @param listed how many areas are on vmap_area_list
/// @param chain the columns of vmlist, in the order of the chain
/// @param vmColumns the column of each vm_struct, by its address
record ListsColumns(List<Column> columns, int listed, List<Integer> chain, Map<Long, Integer> vmColumns) {
    /// Where `private` of an area leads.
    enum Private {
        /// The area is of a kind that has no vm_struct.
        NONE,
        /// To a vm_struct that is shown.
        VM,
        /// Nowhere, though the flags say that there is one.
        MISSING,
        /// To a vm_struct that was freed.
        FREED
    }

    /// A column: an area, a vm_struct, or both.
    ///
    /// @param listed whether the area is on vmap_area_list, and not only in the tree
    /// @param chained whether the vm_struct is on vmlist
    record Column(
            long start,
            Optional<VmapArea> area,
            boolean listed,
            Private link,
            Optional<VmStruct> vm,
            boolean chained) {}

    static ListsColumns of(Moment moment) {
        VmallocView view = moment.view();
        TreeMap<Long, VmapArea> areas = new TreeMap<>(Long::compareUnsigned);
        Set<Long> listed = new HashSet<>();
        for (VmapArea va : moment.areas()) {
            areas.put(va.vaStart(), va);
            listed.add(va.address());
        }
        TreeShape tree = moment.tree();
        for (int place = 0; place < tree.size(); place++) {
            areas.putIfAbsent(tree.start(place), tree.area(place));
        }
        List<VmStruct> vmlist = view.vmlist();
        Set<Long> chained = new HashSet<>();
        vmlist.forEach(vm -> chained.add(vm.address()));
        TreeMap<Long, VmStruct> alone = new TreeMap<>(Long::compareUnsigned);
        vmlist.forEach(vm -> alone.put(vm.addr(), vm));
        TreeMap<Long, Column> found = new TreeMap<>(Long::compareUnsigned);
        areas.forEach((start, va) -> {
            Private link = link(view, moment.kinds(), va, chained);
            Optional<VmStruct> vm = link == Private.VM
                    ? Optional.of(new VmStruct(view.memory(), va.privateVm()))
                    : Optional.ofNullable(alone.get(start));
            vm.ifPresent(there -> alone.remove(there.addr()));
            boolean onChain = vm.isPresent() && chained.contains(vm.get().address());
            found.put(start, new Column(start, Optional.of(va), listed.contains(va.address()), link, vm, onChain));
        });
        alone.forEach((start, vm) -> found.putIfAbsent(
                start, new Column(start, Optional.empty(), false, Private.NONE, Optional.of(vm), true)));
        return ordered(new ArrayList<>(found.values()), listed.size(), vmlist);
    }

    private static ListsColumns ordered(List<Column> columns, int listed, List<VmStruct> vmlist) {
        Map<Long, Integer> vmColumns = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            columns.get(column).vm().ifPresent(vm -> vmColumns.put(vm.address(), at));
        }
        List<Integer> chain = vmlist.stream()
                .map(vm -> vmColumns.getOrDefault(vm.address(), -1))
                .filter(column -> column >= 0)
                .toList();
        return new ListsColumns(List.copyOf(columns), listed, chain, vmColumns);
    }

    private static Private link(VmallocView view, AreaKinds kinds, VmapArea va, Set<Long> chained) {
        boolean hasVm = va.hasFlag(VmapArea.VM_VM_AREA);
        switch (kinds.of(va)) {
            case BUSY, BLOCK -> {
                return Private.NONE;
            }
            case VM, EARLY, LAZY, PURGING -> {
                if (!hasVm) {
                    return Private.NONE;
                }
            }
        }
        long vm = va.privateVm();
        if (vm == 0) {
            return Private.MISSING;
        }
        boolean its = new VmStruct(view.memory(), vm).addr() == va.vaStart();
        return its && (chained.contains(vm) || isLive(view, vm)) ? Private.VM : Private.FREED;
    }

    private static boolean isLive(VmallocView view, long vm) {
        return view.ground()
                .objectAt(vm)
                .map(object -> object.live() && object.type() == VmStruct.TYPE)
                .orElse(true);
    }

    /// The identity of a vm_struct in all pictures: its address and the number of its allocation.
    static String vmId(VmallocView view, VmStruct vm) {
        long sequence =
                view.ground().objectAt(vm.address()).map(SlabObject::sequence).orElse(0L);
        return "vm:" + Long.toHexString(vm.address()) + "#" + sequence;
    }
}
