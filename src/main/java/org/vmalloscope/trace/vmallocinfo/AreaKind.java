package org.vmalloscope.trace.vmallocinfo;

/// What an area of a vmallocinfo is for, as far as its line says: one of these.
public enum AreaKind {
    VMALLOC("vmalloc"),
    VMAP("vmap"),
    IOREMAP("ioremap"),
    DMA("dma-coherent"),
    SPARSE("sparse"),
    /// A chunk of the per-CPU allocator: its caller says so.
    PERCPU("percpu"),
    VM_MAP_RAM("vm_map_ram"),
    /// Freed, and not yet purged.
    UNPURGED("unpurged"),
    /// The line names no kind.
    OTHER("other");

    private final String label;

    AreaKind(String label) {
        this.label = label;
    }

    /// The word for it.
    public String label() {
        return label;
    }
}
