package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapBlock;

/// The blocks of each CPU at a moment: those on its free list, front first, and those on none.
///
/// @param lanes one for each CPU
record BlockLanes(List<Lane> lanes) {
    /// What becomes of a block.
    enum State {
        /// On its CPU's free list.
        LISTED,
        /// On no list, because it has no free page.
        FULL,
        /// All dirty: it has left the index, and waits for its grace period.
        DYING,
        /// Made, and not yet on a list.
        NEW
    }

    /// A block and its state.
    record Place(VmapBlock block, State state) {}

    /// The blocks of a CPU.
    record Lane(int cpu, List<Place> listed, List<Place> others) {
        boolean isEmpty() {
            return listed.isEmpty() && others.isEmpty();
        }
    }

    static BlockLanes of(Moment moment) {
        VmallocView view = moment.view();
        Map<Long, Integer> queues = new LinkedHashMap<>();
        List<Lane> lanes = new ArrayList<>();
        Set<Long> known = new LinkedHashSet<>();
        for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
            queues.put(view.queue(cpu).address(), cpu);
            List<Place> listed = new ArrayList<>();
            for (VmapBlock block : view.freeBlocks(cpu)) {
                listed.add(new Place(block, State.LISTED));
                known.add(block.address());
            }
            lanes.add(new Lane(cpu, listed, new ArrayList<>()));
        }
        List<Place> others = new ArrayList<>();
        view.blocks().forEach(numbered -> others.add(new Place(numbered.block(), state(numbered.block()))));
        view.dyingBlocks().forEach(block -> others.add(new Place(block, State.DYING)));
        passing(moment).forEach(block -> others.add(new Place(block, state(block))));
        for (Place place : others) {
            Integer cpu = queues.get(place.block().vbq());
            int lane = cpu == null ? view.ground().control().currentCpu() : cpu;
            if (known.add(place.block().address())) {
                lanes.get(lane).others().add(place);
            }
        }
        return new BlockLanes(List.copyOf(lanes));
    }

    private static State state(VmapBlock block) {
        long bits = block.memory().abi().wordBits() == Long.SIZE ? 1024 : 64;
        if (block.dirty() == bits) {
            return State.DYING;
        }
        return block.free() == 0 ? State.FULL : State.NEW;
    }

    /// Blocks that the statement under the cursor is making or freeing, and that no list leads to.
    private static List<VmapBlock> passing(Moment moment) {
        Set<Long> addresses = new LinkedHashSet<>();
        boolean making = false;
        for (Event event : moment.soFar()) {
            switch (event) {
                case FunctionEntered(String function, var arguments)
                when function.equals("free_vmap_block") ->
                    arguments.stream().map(Argument::value).forEach(addresses::add);
                case FunctionEntered(String function, var arguments)
                when function.equals("new_vmap_block") -> making = true;
                case FunctionLeft(String function, var result) when function.equals("new_vmap_block") -> making = false;
                case ObjectAllocated(String type, long address, long bytes)
                when type.equals(VmapBlock.TYPE.name()) -> {
                    if (making) {
                        addresses.add(address);
                    }
                }
                default -> {
                    // Nothing else makes or frees a block.
                }
            }
        }
        return addresses.stream()
                .filter(address -> moment.view()
                        .ground()
                        .objectAt(address)
                        .map(SlabObject::live)
                        .orElse(false))
                .map(address -> new VmapBlock(moment.view().memory(), address))
                .filter(block -> block.vbq() != 0 && !block.va().isNull())
                .toList();
    }

    /// All blocks there are.
    int count() {
        return lanes.stream()
                .mapToInt(lane -> lane.listed().size() + lane.others().size())
                .sum();
    }
}
