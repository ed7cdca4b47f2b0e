package org.vmalloscope.kernel.percpu;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;

import java.util.List;
import java.util.OptionalLong;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.kernel.Allocator;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.memory.SimulatedMemory;

/// Makes the chunk that holds the kernel's own per-CPU variables.
///
/// Kernel: `pcpu_setup_first_chunk`, mm/percpu.c, 2.6.30 and 2.6.31.
final class FirstChunk {
    /// Bytes of the smallest unit. Kernel: `PCPU_MIN_UNIT_SIZE`.
    static final long MIN_UNIT = 64 << 10;

    private static final int SLOT_BASE_SHIFT = 5;
    private static final int LEAST_ALLOCATION = 4;
    private static final int DYNAMIC_MAP_ENTRIES = 2;

    private final Kernel kernel;
    private final Allocator vmalloc;
    private final PercpuData data;
    private final PercpuKernel version;
    private final PossibleCpus cpus;
    private final SimulatedMemory memory;

    FirstChunk(Kernel kernel, Allocator vmalloc, PercpuData data, PercpuKernel version, PossibleCpus cpus) {
        this.kernel = kernel;
        this.vmalloc = vmalloc;
        this.data = data;
        this.version = version;
        this.cpus = cpus;
        this.memory = kernel.memory();
    }

    static void bugOn(boolean condition, int line) {
        if (condition) {
            throw new KernelBug("mm/percpu.c" + (line == 0 ? "" : ":" + line));
        }
    }

    /// The slot of chunks with so many free bytes. Kernel: `__pcpu_size_to_slot`.
    static int slotOf(long size) {
        int highest = Integer.SIZE - Integer.numberOfLeadingZeros((int) size);
        return Math.max(highest - SLOT_BASE_SHIFT + 2, 1);
    }

    /// What a function that makes a chunk returns: the size of a unit, or an error.
    static Argument result(long ret) {
        return ret < 0 ? number("error", ret) : size("unit_size", ret);
    }

    static long pages(long bytes) {
        return bytes + Machine.PAGE_SIZE - 1 >> Machine.PAGE_SHIFT;
    }

    private long global(long place) {
        return memory.load(place);
    }

    private PcpuChunk schunk() {
        return new PcpuChunk(memory, data.schunk());
    }

    private PcpuChunk dchunk() {
        return new PcpuChunk(memory, data.dchunk());
    }

    /// Units of a chunk.
    int units() {
        return version.countsImpossibleCpus() ? cpus.ids() : cpus.count();
    }

    /// pcpu_setup_first_chunk; `base` is 0 for NULL. The size of a unit in bytes.
    long setup(FirstChunkPages source, FirstChunkRequest asked, long base) {
        kernel.enter(
                "pcpu_setup_first_chunk",
                size("static_size", asked.staticSize()),
                size("reserved_size", asked.reservedSize()),
                number("dyn_size", asked.dynSize()),
                number("unit_size", asked.unitSize()),
                address("base_addr", base));
        kernel.line("check");
        refuse(asked, base, source.populates());
        kernel.line("sizes");
        sizes(asked);
        kernel.line("slots");
        slots();
        long dynamic = schunk(asked);
        boolean hasDynamic = dynamic != 0;
        kernel.line("left", size("dyn", dynamic));
        if (hasDynamic) {
            dchunk(dynamic);
        }
        firstVm(base, hasDynamic);
        long nrPages = assignPages(source, asked.staticSize());
        map(source, nrPages);
        kernel.line("first");
        long first = hasDynamic ? data.dchunk() : data.schunk();
        memory.store(data.firstChunk(), first);
        kernel.line("slot", address("first_chunk", first));
        relocate(new PcpuChunk(memory, first));
        kernel.line("addr");
        memory.store(data.baseAddr(), new VmStruct(memory, data.firstVm()).addr());
        kernel.line("return");
        return kernel.leave("pcpu_setup_first_chunk", size("pcpu_unit_size", global(data.unitSize())));
    }

    private void refuse(FirstChunkRequest asked, long base, boolean populates) {
        PercpuKernel.Lines lines = version.lines();
        bugOn(asked.staticSize() == 0, lines.nothingStatic());
        if (asked.unitSize() >= 0) {
            bugOn(asked.unitSize() < asked.sum(), lines.unitTooSmall());
            bugOn((asked.unitSize() & ~Machine.PAGE_MASK) != 0, lines.unitUnaligned());
            bugOn(asked.unitSize() < MIN_UNIT, lines.unitBelowMinimum());
        } else {
            bugOn(base != 0, lines.baseWithoutUnit());
        }
        bugOn(base != 0 && populates, lines.baseWithPopulate());
    }

    private void sizes(FirstChunkRequest asked) {
        long unitPages = asked.unitSize() >= 0
                ? asked.unitSize() >> Machine.PAGE_SHIFT
                : Math.max(MIN_UNIT >> Machine.PAGE_SHIFT, pages(asked.sum()));
        memory.store(data.unitPages(), unitPages);
        memory.store(data.unitSize(), unitPages << Machine.PAGE_SHIFT);
        memory.store(data.chunkSize(), units() * global(data.unitSize()));
    }

    private void slots() {
        memory.store(data.nrSlots(), slotOf(global(data.unitSize())) + 2);
        for (int slot = 0; slot < global(data.nrSlots()); slot++) {
            kernel.lists().init(data.slot(kernel.config(), slot));
        }
    }

    /// The chunk of the static area; how many bytes are left for a dynamic chunk of its own.
    private long schunk(FirstChunkRequest asked) {
        long dynamic = asked.dynSize() >= 0
                ? asked.dynSize()
                : global(data.unitSize()) - asked.staticSize() - asked.reservedSize();
        PcpuChunk chunk = schunk();
        kernel.line("schunk", address("schunk", chunk.address()));
        begin(chunk, data.smap(), pageArray());
        kernel.line("free");
        boolean reserved = asked.reservedSize() != 0;
        long free = reserved ? asked.reservedSize() : dynamic;
        memory.store(chunk.address(), PcpuChunk.FREE_SIZE, free);
        kernel.line("reserved", size("free_size", free));
        if (reserved) {
            kernel.line("modules");
            memory.store(data.reservedChunk(), chunk.address());
        }
        boolean limited = reserved || version == PercpuKernel.V2_6_30;
        memory.store(data.reservedLimit(), limited ? asked.staticSize() + free : 0);
        memory.store(chunk.address(), PcpuChunk.CONTIG_HINT, free);
        kernel.line("smap");
        append(chunk, -asked.staticSize());
        if (free != 0) {
            append(chunk, free);
        }
        return reserved ? dynamic : 0;
    }

    /// The chunk of what is left: it shares the pages of the other.
    private void dchunk(long dynamic) {
        PcpuChunk chunk = dchunk();
        kernel.line("dchunk", address("dchunk", chunk.address()));
        begin(chunk, data.dmap(), schunk().page());
        memory.store(chunk.address(), PcpuChunk.FREE_SIZE, dynamic);
        memory.store(chunk.address(), PcpuChunk.CONTIG_HINT, dynamic);
        kernel.line("dmap");
        append(chunk, -global(data.reservedLimit()));
        append(chunk, dynamic);
    }

    private long pageArray() {
        return kernel.bootmem().pointers(units() * global(data.unitPages()));
    }

    private void begin(PcpuChunk chunk, long map, long pageArray) {
        kernel.lists().init(chunk.list());
        memory.store(chunk.address(), PcpuChunk.VM, data.firstVm());
        memory.store(chunk.address(), PcpuChunk.MAP, map);
        memory.store(chunk.address(), PcpuChunk.MAP_ALLOC, DYNAMIC_MAP_ENTRIES);
        memory.store(chunk.address(), PcpuChunk.PAGE, pageArray);
    }

    private void append(PcpuChunk chunk, long entry) {
        long used = chunk.mapUsed();
        long map = memory.load(chunk.address(), PcpuChunk.MAP);
        memory.store(map, PcpuChunk.MAP_TYPE.fields().get((int) used), entry);
        memory.store(chunk.address(), PcpuChunk.MAP_USED, used + 1);
    }

    private void firstVm(long base, boolean hasDynamic) {
        kernel.line("vm", address("first_vm", data.firstVm()));
        memory.store(data.firstVm(), VmStruct.TYPE.field("flags"), VmStruct.VM_ALLOC);
        memory.store(data.firstVm(), VmStruct.TYPE.field("size"), global(data.chunkSize()));
        kernel.line("null");
        if (base == 0) {
            kernel.line("early");
            vmalloc.registerEarlyStruct(data.firstVm(), Machine.PAGE_SIZE);
            return;
        }
        kernel.line("base");
        memory.store(data.firstVm(), VmStruct.TYPE.field("addr"), base);
        memory.store(data.schunk(), PcpuChunk.IMMUTABLE, 1);
        if (hasDynamic) {
            memory.store(data.dchunk(), PcpuChunk.IMMUTABLE, 1);
        }
    }

    /// Registers a vm_struct of the way that makes the chunk, for so many bytes; where it came to lie.
    long register(long vm, long bytes, long align) {
        memory.store(vm, VmStruct.TYPE.field("flags"), VmStruct.VM_ALLOC);
        memory.store(vm, VmStruct.TYPE.field("size"), bytes);
        vmalloc.registerEarlyStruct(vm, align);
        return new VmStruct(memory, vm).addr();
    }

    /// Asks for pages until none comes or the unit is full; how many each CPU got.
    private long assignPages(FirstChunkPages source, long staticSize) {
        long nrPages = -1;
        for (int cpu : cpus.ascending()) {
            kernel.line("pages", count("cpu", cpu));
            long got = 0;
            while (got < global(data.unitPages())) {
                OptionalLong page = source.page(cpu, got);
                if (page.isEmpty()) {
                    break;
                }
                memory.store(pagePointer(cpu, got), page.getAsLong());
                got++;
            }
            bugOn(got < pages(staticSize), version.lines().staticPagesMissing());
            nrPages = got;
        }
        return nrPages;
    }

    private long pagePointer(int cpu, long page) {
        long index = cpu * global(data.unitPages()) + page;
        return schunk().page() + index * memory.abi().wordBytes();
    }

    private void map(FirstChunkPages source, long nrPages) {
        kernel.line("show", count("nr_pages", nrPages));
        if (!source.populates()) {
            return;
        }
        long base = new VmStruct(memory, data.firstVm()).addr();
        List<Integer> possible = cpus.ascending();
        kernel.line("tables");
        for (int cpu : possible) {
            for (long page = 0; page < nrPages; page++) {
                source.populate(unit(base, cpu) + (page << Machine.PAGE_SHIFT));
            }
        }
        long bytes = nrPages << Machine.PAGE_SHIFT;
        for (int cpu : possible) {
            kernel.line("map", count("cpu", cpu));
            kernel.pageTables().map(unit(base, cpu), unit(base, cpu) + bytes);
        }
        kernel.line("flush");
        kernel.pageTables().flushCacheVmap(unit(base, possible.getFirst()), unit(base, possible.getLast()) + bytes);
    }

    private long unit(long base, int cpu) {
        return memory.abi().wrap(base + cpu * global(data.unitSize()));
    }

    /// Puts a chunk on the slot list that suits it, unless it is the reserved one. Kernel: `pcpu_chunk_relocate`.
    private void relocate(PcpuChunk chunk) {
        kernel.enter("pcpu_chunk_relocate", address("chunk", chunk.address()), number("oslot", -1));
        kernel.line("reserved");
        if (chunk.address() != global(data.reservedChunk())) {
            kernel.line("choose");
            int slot = slot(chunk);
            kernel.line("move", count("slot", slot));
            kernel.lists().add(chunk.list(), data.slot(kernel.config(), slot));
        }
        kernel.leave("pcpu_chunk_relocate");
    }

    private int slot(PcpuChunk chunk) {
        if (chunk.freeSize() < LEAST_ALLOCATION || chunk.contigHint() < LEAST_ALLOCATION) {
            return 0;
        }
        boolean allFree = chunk.freeSize() == global(data.unitSize());
        return allFree ? (int) global(data.nrSlots()) - 1 : slotOf(chunk.freeSize());
    }
}
