package org.vmalloscope.kernel;

import java.util.List;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;

/// Where things are in the simulated memory of a machine.
///
/// Five regions are the kernel's: static data in the kernel image; the per-CPU units as the image has them, the slab
/// heap and bootmem, all in the linear map; and the beginning of vmalloc space, where a first chunk may lie. The others
/// are the simulator's own notebook (what real hardware and real page tables would hold, names bound by the scenario,
/// the slab's bookkeeping) at addresses no kernel uses, so that everything that influences the engine is journalled and
/// undone alike.
public final class AddressMap {
    static final int NOTEBOOK_WORD = 8;
    static final long DATA_BYTES = 1 << 16;
    static final long UNIT_BYTES = 1 << 16;
    static final long GRANULE = 32;
    static final int SHADOW_WORDS = 4;
    private static final long DATA_OFFSET = 0x60_0000;
    private static final long UNITS_OFFSET = 0x180_0000;
    private static final long HEAP_OFFSET = 0x200_0000;
    private static final long HEAP_BYTES = 0x3000_0000;
    static final long ARRAY_BYTES = 0x100_0000;
    private static final long PERCPU_DATA = 0x8000;
    private static final long PERCPU_WORD = 8;
    private static final long BOOTMEM_OFFSET = HEAP_OFFSET + HEAP_BYTES;
    private static final long CONTROL = 0x0100_0000_0000L;
    private static final long CONTROL_BYTES = 1 << 16;
    private static final long BINDINGS = 0x0200_0000_0000L;
    private static final long RANGES = 0x0300_0000_0000L;
    private static final long SHADOW = 0x0400_0000_0000L;
    private static final long TLBS = 0x0500_0000_0000L;
    private static final long TLBS_BYTES = 1 << 18;
    private static final long LARGE = 1L << 31;

    private final Machine machine;

    public AddressMap(Machine machine) {
        this.machine = machine;
    }

    /// A memory with all regions in which every word is zero.
    public SimulatedMemory emptyMemory() {
        int word = machine.abi().wordBytes();
        return new SimulatedMemory(
                machine.abi(),
                List.of(
                        new Region("slab heap", heap(), HEAP_BYTES, word),
                        new Region("kernel data", data(), DATA_BYTES, word),
                        new Region("per-CPU units", units(), UNIT_BYTES * machine.nrCpus(), word),
                        new Region("slab bookkeeping", SHADOW, HEAP_BYTES, NOTEBOOK_WORD),
                        new Region("simulator control", CONTROL, CONTROL_BYTES, NOTEBOOK_WORD),
                        new Region("scenario names", BINDINGS, LARGE, NOTEBOOK_WORD),
                        new Region("mapped ranges", RANGES, LARGE, NOTEBOOK_WORD),
                        new Region("TLBs", TLBS, TLBS_BYTES, NOTEBOOK_WORD),
                        new Region("bootmem", bootmem(), bootmemBytes(), word),
                        new Region("first chunk in vmalloc space", machine.vmallocStart(), chunkBytes(), word)));
    }

    /// Static data of the kernel.
    public long data() {
        return machine.kernelImage() + DATA_OFFSET;
    }

    /// The kernel's text: functions have addresses here, and no content.
    public long text() {
        return machine.kernelImage() + Machine.PAGE_SIZE;
    }

    /// The per-CPU unit of a CPU.
    public long unit(int cpu) {
        return units() + cpu * UNIT_BYTES;
    }

    /// The per-CPU unit of a CPU as memory has it: in the first chunk once there is one, and until then where the
    /// kernel image has it.
    public long unit(MemoryReader memory, int cpu) {
        long base = memory.load(pcpuBaseAddr());
        return base == 0 ? unit(cpu) : memory.abi().wrap(base + cpu * memory.load(pcpuUnitSize()));
    }

    /// The word that says where the first chunk begins; 0 before there is one.
    long pcpuBaseAddr() {
        return percpuData();
    }

    /// The word that says how many bytes lie between the units of two CPUs.
    long pcpuUnitSize() {
        return percpuData() + PERCPU_WORD;
    }

    /// Where the boot code finds its memory.
    public long bootmem() {
        return machine.pageOffset() + BOOTMEM_OFFSET;
    }

    /// The most bytes that the boot code can find: enough for the largest first chunk.
    public long bootmemBytes() {
        return machine.abi() == Abi.LP64 ? 0x1000_0000L : 0x580_0000L;
    }

    /// Bytes from VMALLOC_START on that can hold a first chunk.
    private long chunkBytes() {
        return machine.abi() == Abi.LP64 ? LARGE : machine.vmallocEnd() - machine.vmallocStart();
    }

    private long units() {
        return machine.pageOffset() + UNITS_OFFSET;
    }

    long heap() {
        return machine.pageOffset() + HEAP_OFFSET;
    }

    long heapEnd() {
        return arrays();
    }

    /// Arrays of pointers that the boot code takes, at the upper end of the heap's region.
    long arrays() {
        return heap() + HEAP_BYTES - ARRAY_BYTES;
    }

    /// Static data of the per-CPU allocator.
    long percpuData() {
        return data() + PERCPU_DATA;
    }

    /// The bookkeeping words of the slab object that starts at `object`, an address in the heap.
    long shadow(long object) {
        return SHADOW + (object - heap()) / GRANULE * (SHADOW_WORDS * NOTEBOOK_WORD);
    }

    boolean isHeap(long address) {
        return Long.compareUnsigned(address - heap(), HEAP_BYTES - ARRAY_BYTES) < 0;
    }

    long control() {
        return CONTROL;
    }

    /// The notebook page of the scenario's name bindings.
    public long bindings() {
        return BINDINGS;
    }

    long tlbs() {
        return TLBS;
    }

    long ranges() {
        return RANGES;
    }
}
