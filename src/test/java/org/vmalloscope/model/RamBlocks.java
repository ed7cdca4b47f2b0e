package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;
import static org.vmalloscope.model.NaiveMachine.less;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The model's vm_map_ram: blocks by their index, and for each CPU the blocks with free pages, newest first.
final class RamBlocks {
    final TreeMap<Long, Block> byIndex = new TreeMap<>();
    final List<List<Block>> free = new ArrayList<>();
    private final World world;
    private final NaiveMachine machine;

    RamBlocks(World world) {
        this.world = world;
        this.machine = world.machine;
        for (int cpu = 0; cpu < world.cpus; cpu++) {
            free.add(new ArrayList<>());
        }
    }

    long index(long address) {
        long first = machine.start / machine.blockBytes();
        if (machine.wordBits == 64) {
            first = machine.start >> Long.numberOfTrailingZeros(machine.blockBytes());
            return (address >> Long.numberOfTrailingZeros(machine.blockBytes())) - first;
        }
        return address / machine.blockBytes() - first;
    }

    private static int roundedUp(long count) {
        int rounded = 1;
        while (rounded < count) {
            rounded *= 2;
        }
        return rounded;
    }

    /// vm_map_ram; the address, or 0.
    long map(long count) {
        long bytes = NaiveMachine.bytesOfCount(count);
        long address;
        if (count <= machine.maxAlloc()) {
            address = allocate(roundedUp(count));
        } else {
            Area area = world.reserve(bytes, PAGE);
            address = area == null ? 0 : area.start;
        }
        if (address != 0) {
            world.map(address, address + bytes);
        }
        return address;
    }

    private long allocate(int pages) {
        for (Block block : free.get(world.cpu)) {
            for (int first = 0; first < machine.blockPages; first += pages) {
                if (block.allocated.get(first, first + pages).isEmpty()) {
                    return take(block, first, pages);
                }
            }
        }
        Block fresh = newBlock();
        return fresh == null ? 0 : take(fresh, 0, pages);
    }

    private long take(Block block, int first, int pages) {
        block.allocated.set(first, first + pages);
        block.free -= pages;
        if (block.free == 0) {
            free.get(block.cpu).remove(block);
        }
        return block.area.start + first * PAGE;
    }

    private @Nullable Block newBlock() {
        if (!world.kmalloc()) {
            return null;
        }
        Area area = world.reserve(machine.blockBytes(), machine.blockBytes());
        if (area == null) {
            return null;
        }
        Block block = new Block(area, world.cpu, machine.blockPages);
        byIndex.put(index(area.start), block);
        List<Block> list = free.get(world.cpu);
        list.add(world.flaw == Flaw.NEW_BLOCK_LAST ? list.size() : 0, block);
        return block;
    }

    /// vm_unmap_ram.
    void unmap(long address, long count) {
        NaiveDeath.bugOn(address == 0, 947);
        NaiveDeath.bugOn(less(address, machine.start), 948);
        NaiveDeath.bugOn(less(machine.end, address), 949);
        NaiveDeath.bugOn(address % PAGE != 0, 950);
        if (count <= machine.maxAlloc()) {
            free(address, count);
            return;
        }
        Area area = world.space.startingAt(address);
        if (area == null) {
            throw new NaiveDeath("mm/vmalloc.c:633");
        }
        if (byIndex.values().stream().anyMatch(block -> block.area == area)) {
            throw new UnspecifiedException("a block whose area is freed under it");
        }
        world.flushAndFreeLazily(area);
    }

    private void free(long address, long count) {
        world.tell("flush_cache_vunmap", address, machine.wrap(address + count * PAGE));
        long index = index(address);
        Block block = byIndex.get(index);
        if (block == null) {
            throw new NaiveDeath("mm/vmalloc.c:862");
        }
        int pages = roundedUp(count);
        int first = (int) ((address - block.area.start) / PAGE);
        int endOfWord = first / machine.wordBits * machine.wordBits + machine.wordBits;
        int end = Math.min(first + pages, endOfWord);
        if (block.given.get(first, end).isEmpty()) {
            block.given.set(first, end);
        }
        block.dirty += pages;
        if (block.dirty == machine.blockPages) {
            NaiveDeath.bugOn(block.free != 0, 869);
            byIndex.remove(index);
            world.freeLazily(block.area);
            world.callRcu("vb", block.area.start);
        }
    }

    /// vm_unmap_aliases.
    void unmapAliases() {
        if (!world.initialized) {
            return;
        }
        long start = machine.wrap(-1);
        long end = 0;
        for (Block block : free.stream().flatMap(List::stream).toList()) {
            for (int from = block.given.nextSetBit(0); from >= 0; ) {
                int to = block.given.nextClearBit(from);
                long low = block.area.start + from * PAGE;
                long high = block.area.start + to * PAGE;
                world.unmap(low, high);
                start = less(low, start) ? low : start;
                end = less(end, high) ? high : end;
                from = block.given.nextSetBit(to);
            }
        }
        world.purge(start, end, end != 0);
    }
}
