package org.vmalloscope.kernel.percpu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Symbols.Symbol;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.MemoryReader;

/// The per-CPU allocator of the boot code as a reader of the simulated memory finds it; sizes in bytes.
public final class PercpuView {
    private final KernelConfig config;
    private final MemoryReader memory;
    private final VmallocView vmalloc;
    private final PercpuData data;

    private PercpuView(VmallocView vmalloc) {
        this.config = vmalloc.config();
        this.memory = vmalloc.memory();
        this.vmalloc = vmalloc;
        this.data = PercpuData.layout(config);
    }

    /// What stands in the memory that a view of vmalloc reads.
    public static PercpuView of(VmallocView vmalloc) {
        return new PercpuView(vmalloc);
    }

    /// The static object of the per-CPU allocator that the byte at an address belongs to.
    public Optional<Symbol> objectAt(long address) {
        return data.symbols().objectAt(memory, address);
    }

    /// The static objects of the per-CPU allocator.
    public List<Symbol> objects() {
        return data.symbols().objects(memory);
    }

    /// An array of pointers in bootmem: how C reaches it, and where it begins.
    public record PointerArray(String name, long base) {}

    /// The array of pointers in bootmem that the word at an address belongs to.
    public Optional<PointerArray> arrayAt(long address) {
        if (address == 0 || !vmalloc.ground().isBootmemArray(address)) {
            return Optional.empty();
        }
        PointerArray found = new PointerArray("schunk.page", schunk().page());
        for (PointerArray array : List.of(
                new PointerArray("pcpu4k_pages", memory.load(data.pagesOf4k())),
                new PointerArray("pcpul_map", memory.load(data.largePages())),
                new PointerArray("pages", memory.load(data.singlePages())))) {
            boolean begins = array.base() != 0 && array.base() <= address;
            boolean nearer = found.base() == 0 || found.base() > address || found.base() < array.base();
            found = begins && nearer ? array : found;
        }
        return found.base() == 0 || found.base() > address ? Optional.empty() : Optional.of(found);
    }

    /// Where the first chunk begins; 0 before it is ready.
    public long baseAddr() {
        return memory.load(data.baseAddr());
    }

    public long unitSize() {
        return memory.load(data.unitSize());
    }

    public long unitPages() {
        return memory.load(data.unitPages());
    }

    public long chunkSize() {
        return memory.load(data.chunkSize());
    }

    /// The number of slot lists.
    public int slots() {
        return (int) memory.load(data.nrSlots());
    }

    /// Where the list head of a slot is.
    public long slot(int slot) {
        return data.slot(config, slot);
    }

    /// The end of the static and reserved areas of a unit, up to which nothing dynamic may lie; 0 without one.
    public long reservedLimit() {
        return memory.load(data.reservedLimit());
    }

    /// The chunk of the static area; all 0 before it was made.
    public PcpuChunk schunk() {
        return new PcpuChunk(memory, data.schunk());
    }

    /// The chunk of the dynamic area; none when the other has it, and before it was made.
    public Optional<PcpuChunk> dchunk() {
        PcpuChunk chunk = new PcpuChunk(memory, data.dchunk());
        return chunk.vm() == 0 ? Optional.empty() : Optional.of(chunk);
    }

    /// Whether the chunk of the static area is the reserved one, for modules alone.
    public boolean isReserved() {
        return memory.load(data.reservedChunk()) == data.schunk();
    }

    /// pcpu_first_chunk; 0 before it is set.
    public long firstChunk() {
        return memory.load(data.firstChunk());
    }

    /// The slot list that a chunk is on; none when it is on none.
    public OptionalInt slotOf(PcpuChunk chunk) {
        return PercpuRun.slotOf(chunk, data, config);
    }

    /// The vm_struct that was registered for the first chunk; none when it lies in the linear map.
    public Optional<VmStruct> registered() {
        return List.of(data.firstVm(), data.largePagesVm(), data.singlePagesVm()).stream()
                .filter(vm -> vm != data.firstVm() || vmalloc.vmlist().stream().anyMatch(on -> on.address() == vm))
                .map(vm -> new VmStruct(memory, vm))
                .filter(vm -> vm.addr() != 0)
                .findFirst();
    }

    /// first_vm, which every first chunk says its place with.
    public VmStruct firstVm() {
        return new VmStruct(memory, data.firstVm());
    }

    /// Pages of a CPU's unit that are there.
    public long pagesOf(int cpu) {
        long array = schunk().page();
        long count = 0;
        while (array != 0 && count < unitPages() && memory.load(word(array, cpu, count)) != 0) {
            count++;
        }
        return count;
    }

    /// The address, in the linear map, of a page of a CPU's unit.
    public long page(int cpu, long page) {
        return memory.load(word(schunk().page(), cpu, page));
    }

    private long word(long array, int cpu, long page) {
        return array + (cpu * unitPages() + page) * memory.abi().wordBytes();
    }
}
