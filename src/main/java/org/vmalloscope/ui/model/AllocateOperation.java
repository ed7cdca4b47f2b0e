package org.vmalloscope.ui.model;

/// What the allocate bar can ask for, and in what it counts.
public enum AllocateOperation {
    VMALLOC("vmalloc", Unit.BYTES),
    VMALLOC_USER("vmalloc_user", Unit.BYTES),
    VMALLOC_32("vmalloc_32", Unit.BYTES),
    VMALLOC_EXEC("vmalloc_exec", Unit.BYTES),
    VMAP("vmap", Unit.PAGES),
    VM_MAP_RAM("vm_map_ram", Unit.PAGES),
    IOREMAP("ioremap", Unit.BYTES),
    GET_VM_AREA("get_vm_area", Unit.BYTES),
    PCPU_GET_VM_AREAS("pcpu_get_vm_areas", Unit.GROUP);

    /// What is counted.
    public enum Unit {
        /// A size in bytes.
        BYTES("16K"),
        /// A number of pages.
        PAGES("4"),
        /// The sizes of a group of areas, with commas between them; the group has an alignment.
        GROUP("32K,32K");

        private final String first;

        Unit(String first) {
            this.first = first;
        }

        /// What the bar begins with.
        String first() {
            return first;
        }
    }

    private final String keyword;
    private final Unit unit;

    AllocateOperation(String keyword, Unit unit) {
        this.keyword = keyword;
        this.unit = unit;
    }

    /// The word of the language, which is the kernel's.
    public String keyword() {
        return keyword;
    }

    public Unit unit() {
        return unit;
    }

    /// Whether an alignment can be asked for.
    public boolean hasAlignment() {
        return unit == Unit.GROUP;
    }

    @Override
    public String toString() {
        return keyword;
    }
}
