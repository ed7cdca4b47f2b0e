package org.vmalloscope.scenario;

/// The kind of thing that a statement gives a name to.
enum Result {
    NOTHING(""),
    MEMORY("'vmalloc' or 'vmap'"),
    AREA("'ioremap' or 'get_vm_area'"),
    RAM("'vm_map_ram'"),
    GROUP("'pcpu_get_vm_areas'");

    private final String givers;

    Result(String givers) {
        this.givers = givers;
    }

    /// The statements that give such a thing, as a message names them.
    String givers() {
        return givers;
    }
}
