package org.vmalloscope.ui.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A statement as somebody who types it must know it: where it may stand, what it gives, takes and can be told.
///
/// The parser alone says what is right. This says what to propose next in a text that is not right yet.
enum EditorStatement {
    MACHINE("machine", Place.FIRST, "cpus=", "ram="),
    KERNEL("kernel", Place.HEADER),
    PERCPU("percpu", Place.HEADER, "static=", "reserved=", "dyn=", "bootmem="),
    EARLY("early", Place.BEFORE_BOOT, "size=", "align="),
    BOOT("boot", Place.BEFORE_BOOT),
    START_KERNEL("start_kernel", Place.BEFORE_BOOT),
    CPU("cpu", Place.ALWAYS),
    VMALLOC("vmalloc", Thing.MEMORY),
    VMALLOC_USER("vmalloc_user", Thing.MEMORY),
    VMALLOC_32("vmalloc_32", Thing.MEMORY),
    VMALLOC_EXEC("vmalloc_exec", Thing.MEMORY),
    VMAP("vmap", Thing.MEMORY),
    IOREMAP("ioremap", Thing.AREA),
    GET_VM_AREA("get_vm_area", Thing.AREA),
    VM_MAP_RAM("vm_map_ram", Thing.RAM),
    PCPU_GET_VM_AREAS("pcpu_get_vm_areas", Thing.GROUP, "offsets=", "sizes=", "align="),
    VFREE("vfree", EnumSet.of(Thing.MEMORY, Thing.AREA, Thing.RAM)),
    VUNMAP("vunmap", EnumSet.of(Thing.MEMORY, Thing.AREA, Thing.RAM)),
    IOUNMAP("iounmap", EnumSet.of(Thing.AREA, Thing.MEMORY, Thing.RAM)),
    FREE_VM_AREA("free_vm_area", EnumSet.of(Thing.AREA)),
    VM_UNMAP_RAM("vm_unmap_ram", EnumSet.of(Thing.RAM)),
    PCPU_FREE_VM_AREAS("pcpu_free_vm_areas", EnumSet.of(Thing.GROUP)),
    TOUCH("touch", EnumSet.of(Thing.MEMORY, Thing.AREA, Thing.RAM)),
    VM_UNMAP_ALIASES("vm_unmap_aliases", Place.ALWAYS),
    RCU("rcu", Place.ALWAYS),
    KMALLOC_FAIL("kmalloc_fail", Place.ALWAYS),
    BREAKPOINT("breakpoint", Place.ALWAYS),
    IMPORTED("area", Thing.MEMORY, "size=", "kind=", "pages=", "phys=", "caller="),
    RECORDED_ALLOC("recorded_alloc", Place.AFTER_BOOT, "size=", "align=", "vstart=", "vend=", "failed=", "cpu="),
    RECORDED_FREE("recorded_free", Place.AFTER_BOOT, "cpu="),
    RECORDED_PURGE("recorded_purge", Place.AFTER_BOOT, "count=", "cpu=");

    /// The part of a scenario that a statement belongs in.
    enum Place {
        FIRST,
        HEADER,
        BEFORE_BOOT,
        ALWAYS,
        AFTER_BOOT
    }

    /// What a name can stand for.
    enum Thing {
        MEMORY,
        AREA,
        RAM,
        GROUP
    }

    private static final Map<String, EditorStatement> BY_KEYWORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EditorStatement::keyword, Function.identity()));

    private final String keyword;
    private final Place place;
    private final Optional<Thing> gives;
    private final Set<Thing> takes;
    private final List<String> options;

    EditorStatement(String keyword, Place place, String... options) {
        this(keyword, place, Optional.empty(), EnumSet.noneOf(Thing.class), options);
    }

    EditorStatement(String keyword, Thing gives, String... options) {
        this(keyword, Place.AFTER_BOOT, Optional.of(gives), EnumSet.noneOf(Thing.class), options);
    }

    EditorStatement(String keyword, Set<Thing> takes) {
        this(keyword, Place.AFTER_BOOT, Optional.empty(), takes);
    }

    EditorStatement(String keyword, Place place, Optional<Thing> gives, Set<Thing> takes, String... options) {
        this.keyword = keyword;
        this.place = place;
        this.gives = gives;
        this.takes = takes;
        this.options = List.of(options);
    }

    static Optional<EditorStatement> of(String keyword) {
        return Optional.ofNullable(BY_KEYWORD.get(keyword));
    }

    String keyword() {
        return keyword;
    }

    Place place() {
        return place;
    }

    /// What the name before it comes to mean; nothing for a statement without a name.
    Optional<Thing> gives() {
        return gives;
    }

    /// What the name after it may stand for; nothing for a statement that takes no name.
    Set<Thing> takes() {
        return takes;
    }

    /// Whether the name that it takes stands for nothing afterwards.
    boolean frees() {
        return !takes.isEmpty() && this != TOUCH;
    }

    /// The words that are completed by a value, `=` included.
    List<String> options() {
        return options;
    }

    /// Whether more can be said after the keyword.
    boolean hasArguments() {
        return switch (this) {
            case BOOT, START_KERNEL, VM_UNMAP_ALIASES, RCU -> false;
            case MACHINE,
                    KERNEL,
                    PERCPU,
                    EARLY,
                    CPU,
                    VMALLOC,
                    VMALLOC_USER,
                    VMALLOC_32,
                    VMALLOC_EXEC,
                    VMAP,
                    IOREMAP,
                    GET_VM_AREA,
                    VM_MAP_RAM,
                    PCPU_GET_VM_AREAS,
                    VFREE,
                    VUNMAP,
                    IOUNMAP,
                    FREE_VM_AREA,
                    VM_UNMAP_RAM,
                    PCPU_FREE_VM_AREAS,
                    TOUCH,
                    KMALLOC_FAIL,
                    BREAKPOINT,
                    IMPORTED,
                    RECORDED_ALLOC,
                    RECORDED_FREE,
                    RECORDED_PURGE -> true;
        };
    }
}
