package org.vmalloscope.kernel;

import org.vmalloscope.memory.Abi;

/// A kind of computer that the simulated kernel runs on: its word, its vmalloc range and the sizes derived from them.
///
/// Kernel: arch/x86/include/asm/pgtable_64_types.h, pgtable_32.h and the VMAP_* macros of mm/vmalloc.c, 2.6.32.
/// Addresses and sizes are in bytes; values of the 32-bit machine are kept zero-extended in a `long`, those of the
/// 64-bit machine as the two's complement of the unsigned value.
public enum Machine {
    X86_64("x86_64", Abi.LP64, 0xffffc90000000000L, 0xffffe8ffffffffffL, 0xffff880000000000L, 0xffffffff81000000L, 64),
    I386("i386", Abi.ILP32, 0xf87fe000L, 0xff7fe000L, 0xc0000000L, 0xc1000000L, 32);

    public static final int PAGE_SHIFT = 12;
    public static final long PAGE_SIZE = 1L << PAGE_SHIFT;
    public static final long PAGE_MASK = -PAGE_SIZE;
    public static final int IOREMAP_MAX_ORDER = 7 + PAGE_SHIFT;
    public static final long SHMLBA = PAGE_SIZE;

    private final String label;
    private final Abi abi;
    private final long vmallocStart;
    private final long vmallocEnd;
    private final long pageOffset;
    private final long kernelImage;
    private final int nrCpus;

    Machine(String label, Abi abi, long vmallocStart, long vmallocEnd, long pageOffset, long kernelImage, int nrCpus) {
        this.label = label;
        this.abi = abi;
        this.vmallocStart = vmallocStart;
        this.vmallocEnd = vmallocEnd;
        this.pageOffset = pageOffset;
        this.kernelImage = kernelImage;
        this.nrCpus = nrCpus;
    }

    /// The name used in scenarios and traces: `x86_64` or `i386`.
    public String label() {
        return label;
    }

    public Abi abi() {
        return abi;
    }

    /// The lowest address of vmalloc space.
    public long vmallocStart() {
        return vmallocStart;
    }

    /// What searches compare ends with: the last byte (odd) on x86_64, the first byte after on i386.
    public long vmallocEnd() {
        return vmallocEnd;
    }

    /// Where the linear map of physical memory begins; kmalloc'd objects live there.
    public long pageOffset() {
        return pageOffset;
    }

    /// Where static objects and the kernel's text are.
    public long kernelImage() {
        return kernelImage;
    }

    /// The largest number of CPUs the kernel was compiled for.
    public int nrCpus() {
        return nrCpus;
    }

    /// The largest vm_map_ram, in pages, that is served out of a block.
    public int vmapMaxAlloc() {
        return abi.wordBits();
    }

    /// Pages in a vmap_block.
    public int vmapBbmapBits() {
        long vmallocSpace = abi == Abi.LP64 ? 128L << 30 : 128L << 20;
        return (int) Math.min(1024, Math.max(2L * vmapMaxAlloc(), vmallocSpace / PAGE_SIZE / nrCpus / 16));
    }

    /// Bytes in a vmap_block.
    public long vmapBlockSize() {
        return vmapBbmapBits() * PAGE_SIZE;
    }

    /// The vmap_area_lazy limit in pages for that many online CPUs.
    public static int lazyMaxPages(int cpus) {
        int fls = Integer.SIZE - Integer.numberOfLeadingZeros(cpus);
        return fls * (int) ((32L << 20) / PAGE_SIZE);
    }
}
