package org.vmalloscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.BadAddressException;
import org.vmalloscope.rules.Breach.Excuse;

/// The rules of blocks: they stand in the index where their address says, their counters agree with their bitmaps, and
/// those with free pages, and no others, are on the list of their CPU.
final class BlockRules {
    private final VmallocView view;
    private final Probe probe;
    private final Findings findings;
    private final Machine machine;
    private final Set<Long> listed = new HashSet<>();
    private final Set<Long> withFreePages = new HashSet<>();

    /// `areas` are those of vmap_area_list.
    BlockRules(VmallocView view, Probe probe, Findings findings, List<Reading> areas) {
        this.view = view;
        areas.forEach(area -> listed.add(area.address()));
        this.probe = probe;
        this.findings = findings;
        this.machine = view.config().machine();
    }

    void check() {
        for (NumberedBlock numbered : blocks()) {
            VmapBlock block = numbered.block();
            place(block, numbered.index());
            pages(block);
            findings.require(probe.load(block.address()) == 0, Rule.QUIET, "block-locked", block.address());
            if (block.free() > 0) {
                withFreePages.add(block.address());
            }
        }
        if (view.vmapInitialized()) {
            for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
                list(cpu);
            }
        }
        withFreePages.forEach(block -> findings.require(false, Rule.BLOCK_LISTS, "block-on-no-list", block));
    }

    /// The blocks of the index; what stands there and is no live block is a breach.
    private List<NumberedBlock> blocks() {
        List<NumberedBlock> blocks = new ArrayList<>();
        try {
            for (NumberedBlock numbered : view.blocks()) {
                long address = numbered.block().address();
                if (probe.isLive(address, VmapBlock.TYPE)) {
                    blocks.add(numbered);
                } else {
                    findings.require(false, Rule.BLOCK_INDEX, "index-wild", address);
                }
            }
        } catch (BadAddressException nowhere) {
            findings.require(false, Rule.BLOCK_INDEX, "index-wild", nowhere.address());
        }
        return blocks;
    }

    private void place(VmapBlock block, long index) {
        long owner = block.address();
        VmapArea va = block.va();
        if (!probe.isObject(va.address(), VmapArea.TYPE)) {
            findings.require(false, Rule.BLOCK_INDEX, "block-area", owner, va.address());
            return;
        }
        long start = va.vaStart();
        long size = machine.vmapBlockSize();
        long base = machine.vmallocStart() & -size;
        findings.equal(Rule.BLOCK_INDEX, "block-index", Long.divideUnsigned(start - base, size), index, owner);
        findings.require((start - base) % size == 0, Rule.BLOCK_INDEX, "block-offset", owner);
        findings.require(va.vaEnd() - start == size, Rule.BLOCK_INDEX, "block-size", owner);
        findings.require(listed.contains(va.address()), Rule.BLOCK_INDEX, "block-area", owner, va.address());
        findings.require(!va.hasFlag(VmapArea.VM_VM_AREA), Rule.BLOCK_INDEX, "block-area-flag", owner, va.address());
        findings.require(!va.hasFlag(VmapArea.VM_LAZY_FREE), Rule.BLOCK_INDEX, "block-area-lazy", owner, va.address());
    }

    private void pages(VmapBlock block) {
        long at = block.address();
        int bits = machine.vmapBbmapBits();
        int allocated = 0;
        int given = 0;
        boolean asked = true;
        for (int word = 0; word < bits / machine.abi().wordBits(); word++) {
            long allocMap = block.allocMap(word);
            long dirtyMap = block.dirtyMap(word);
            allocated += Long.bitCount(allocMap);
            given += Long.bitCount(dirtyMap);
            asked &= (dirtyMap & ~allocMap) == 0;
        }
        findings.excused(asked, Excuse.TWICE, Rule.BLOCK_MAPS, "dirty-unasked", at);
        findings.require(block.dirty() != bits, Rule.BLOCK_MAPS, "all-dirty", at);
        findings.equal(Rule.BLOCK_COUNTS, "block-free", bits - allocated, block.free(), at);
        if (block.dirty() != given) {
            Excuse excuse = block.dirty() > given ? Excuse.TWICE : Excuse.NONE;
            findings.add(Rule.BLOCK_COUNTS, "block-dirty", given, block.dirty(), excuse, at);
        }
    }

    private void list(int cpu) {
        long queue = view.queue(cpu).address();
        long head = view.queue(cpu).free();
        findings.require(probe.load(queue) == 0, Rule.QUIET, "queue-locked", queue);
        long before = head;
        for (long node : probe.chain(probe.load(head), head)) {
            long address = node - VmapBlock.TYPE.field("free_list.next").offset(machine.abi());
            if (!probe.isLive(address, VmapBlock.TYPE)) {
                findings.require(false, Rule.BLOCK_LISTS, "free-list-wild", queue, node);
                return;
            }
            VmapBlock block = new VmapBlock(view.memory(), address);
            findings.require(block.vbq() == queue, Rule.BLOCK_LISTS, "block-other-queue", address, queue);
            findings.require(withFreePages.remove(address), Rule.BLOCK_LISTS, "block-full-on-list", address);
            findings.require(probe.second(node) == before, Rule.BLOCK_LISTS, "free-list-prev", address);
            before = node;
        }
        findings.require(probe.load(before) == head, Rule.BLOCK_LISTS, "free-list-end", queue);
        findings.require(probe.second(head) == before, Rule.BLOCK_LISTS, "free-list-tail", queue);
        long dirty = view.queue(cpu).dirty();
        boolean unused = probe.load(dirty) == dirty && view.queue(cpu).nrDirty() == 0;
        findings.require(unused, Rule.BLOCK_LISTS, "dirty-list-used", queue);
    }
}
