package org.vmalloscope.laws;

import static org.vmalloscope.laws.InvariantChecker.equal;
import static org.vmalloscope.laws.InvariantChecker.require;

import java.util.HashSet;
import java.util.Set;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.MemoryReader;

/// Blocks stand in the index where their address says, their counters agree with their bitmaps, and those with free
/// pages, and no others, are on the list of their CPU.
final class BlockInvariants {
    private final VmallocView view;
    private final Machine machine;
    private final MemoryReader memory;
    private final boolean unmapsByAddress;
    private final Set<Long> withFreePages = new HashSet<>();

    BlockInvariants(VmallocView view, boolean unmapsByAddress) {
        this.view = view;
        this.machine = view.config().machine();
        this.memory = view.memory();
        this.unmapsByAddress = unmapsByAddress;
    }

    void check() {
        for (NumberedBlock numbered : view.blocks()) {
            VmapBlock block = numbered.block();
            place(block, numbered.index());
            pages(block);
            if (block.free() > 0) {
                withFreePages.add(block.address());
            }
        }
        if (view.vmapInitialized()) {
            for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
                list(cpu);
            }
        }
        require(withFreePages.isEmpty(), "blocks with free pages are on no list: " + withFreePages);
    }

    private void place(VmapBlock block, long index) {
        long start = block.va().vaStart();
        long size = machine.vmapBbmapBits() * 4096L;
        long base = machine.vmallocStart() & -size;
        equal("the index of the block", start, (start - base) / size, index);
        equal("the block's offset in its index place", start, 0, (start - base) % size);
        equal("the size of the block's area", start, size, block.va().vaEnd() - start);
        VmapArea area = view.areaStartingAt(start);
        equal("the area of the block", start, block.va().address(), area.address());
        require(!area.hasFlag(VmapArea.VM_VM_AREA), "the area of a block has VM_VM_AREA:", start);
        require(!area.hasFlag(VmapArea.VM_LAZY_FREE), "the area of a block in the index is lazily freed:", start);
        equal("the lock of the block", start, 0, memory.load(block.address()));
    }

    private void pages(VmapBlock block) {
        long at = block.va().vaStart();
        int bits = machine.vmapBbmapBits();
        int allocated = 0;
        int given = 0;
        for (int word = 0; word < bits / machine.abi().wordBits(); word++) {
            long allocMap = block.allocMap(word);
            long dirtyMap = block.dirtyMap(word);
            allocated += Long.bitCount(allocMap);
            given += Long.bitCount(dirtyMap);
            require(unmapsByAddress || (dirtyMap & ~allocMap) == 0, "pages are dirty that were never given:", at);
        }
        equal("the free pages of the block", at, bits - allocated, block.free());
        require(block.dirty() >= given, "a block counts fewer dirty pages than its dirty_map:", at);
        require(block.dirty() != bits, "a block all of whose pages are dirty is still in the index:", at);
        if (!unmapsByAddress) {
            equal("the dirty pages of the block", at, given, block.dirty());
        }
    }

    private void list(int cpu) {
        long queue = view.queue(cpu).address();
        long head = view.queue(cpu).free();
        equal("the lock of the queue", queue, 0, memory.load(queue));
        long before = head;
        for (VmapBlock block : view.freeBlocks(cpu)) {
            equal("the queue of a block on the list of CPU " + cpu, block.address(), queue, block.vbq());
            require(withFreePages.remove(block.address()), "a block without free pages, or twice, on a list:", before);
            equal("the next pointer of the node", before, block.freeList(), memory.load(before));
            equal("the previous pointer of the node", block.freeList(), before, previous(block.freeList()));
            before = block.freeList();
        }
        equal("the previous pointer of the list head", head, before, previous(head));
        long dirty = view.queue(cpu).dirty();
        equal("the dirty list of the queue", queue, dirty, memory.load(dirty));
        equal("nr_dirty of the queue", queue, 0, view.queue(cpu).nrDirty());
    }

    private long previous(long node) {
        return memory.load(node + memory.abi().wordBytes());
    }
}
