package org.vmalloscope.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A rule that vmalloc's state obeys whenever nobody is at work on it.
///
/// Each rule knows the functions that break it for some stores while they are at work, in the kernel's spelling.
public enum Rule {
    /// The root of the tree has no parent and is black.
    TREE_ROOT(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// No red node has a red parent.
    TREE_RED(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// Every way down passes the same number of black nodes.
    TREE_HEIGHTS(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// A child's parent link leads back.
    TREE_PARENTS(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// Areas ascend in the tree, none is empty and none overlaps the next.
    TREE_ORDER(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// vmap_area_list holds the areas of the tree, in the same order.
    LIST_TREE(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// vmap_area_list ascends.
    LIST_ORDER(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// next and prev of vmap_area_list agree.
    LIST_LINKS(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// No area on list or in tree was freed.
    AREAS_LIVE(Set.of("__insert_vmap_area", "__free_vmap_area")),
    /// vmlist ends, and none of it was freed.
    VMLIST_LIVE(Set.of()),
    /// vmlist ascends by addr.
    VMLIST_ORDER(Set.of("insert_vmalloc_vm", "remove_vm_area", "__get_vm_area_node", "pcpu_get_vm_areas")),
    /// Each vm_struct on vmlist and the area that begins at its addr agree about each other.
    VM_AREA(Set.of("insert_vmalloc_vm", "remove_vm_area", "vmalloc_init", "__get_vm_area_node", "pcpu_get_vm_areas")),
    /// An area in use that has a vm_struct has it on vmlist.
    VM_LISTED(Set.of("insert_vmalloc_vm", "remove_vm_area", "vmalloc_init", "pcpu_get_vm_areas")),
    /// vmap_lazy_nr counts the pages of lazily freed areas.
    LAZY_NR(Set.of("free_unmap_vmap_area_noflush", "__purge_vmap_area_lazy")),
    /// An area that a purge has unmapped leaves tree and list.
    PURGED_GONE(Set.of("__purge_vmap_area_lazy", "vmalloc_init", "insert_vmalloc_vm", "pcpu_get_vm_areas")),
    /// A block stands in vmap_block_tree at the number that its address says, and owns its area.
    BLOCK_INDEX(Set.of("new_vmap_block", "free_vmap_block", "vb_alloc", "vb_free")),
    /// free and dirty of a block are what its bitmaps say.
    BLOCK_COUNTS(Set.of("new_vmap_block", "vb_alloc", "vb_free")),
    /// Only pages that were handed out are dirty, and a block whose pages are all dirty is gone.
    BLOCK_MAPS(Set.of("new_vmap_block", "vb_alloc", "vb_free")),
    /// The blocks with free pages, and no others, are on the list of their CPU.
    BLOCK_LISTS(Set.of("new_vmap_block", "free_vmap_block", "vb_alloc", "vb_free", "vmalloc_init")),
    /// Pages are mapped inside areas only.
    PAGES_MAPPED(Set.of("__purge_vmap_area_lazy", "vm_unmap_aliases")),
    /// What a TLB knows is mapped, or stale.
    TLBS(Set.of()),
    /// The pages that vm_structs hold and those that are free are no more than there are.
    FRAMES(Set.of("__vmalloc_area_node", "__vunmap")),
    /// The RCU queue holds all that wait.
    RCU_QUEUE(Optional.empty()),
    /// No lock is held and no purge runs.
    QUIET(Optional.empty());

    private final Optional<Set<String>> breakers;

    Rule(Set<String> breakers) {
        this(Optional.of(breakers));
    }

    Rule(Optional<Set<String>> breakers) {
        this.breakers = breakers;
    }

    /// Whether a function breaks the rule for some stores while it runs.
    boolean isBrokenBy(String function) {
        return breakers.map(known -> known.contains(function)).orElse(true);
    }

    /// Whether the rule speaks of the time between two statements only, and not of functions.
    boolean isForRest() {
        return breakers.isEmpty();
    }

    /// The rule in names of resources: `tree-root`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
