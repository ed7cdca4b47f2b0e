package org.vmalloscope.lesson;

/// What a question asks of the statement it stands before.
///
/// A name is that of a result of the scenario, or what diagrams call an area: `early`, `vb 0`.
public sealed interface Ask {
    /// An ask about a result that the statement binds.
    sealed interface OfResult extends Ask {
        String name();
    }

    /// The address that the statement returns.
    record WhichAddress(String name) implements OfResult {}

    /// Whether it returns NULL.
    record IsNull(String name) implements OfResult {}

    /// The block that serves a vm_map_ram.
    record WhichBlock(String name) implements OfResult {}

    /// The CPU on whose queue that block is.
    record WhichCpu(String name) implements OfResult {}

    /// A node of the tree.
    record WhichNode(Part part) implements Ask {}

    /// What a node is asked for.
    enum Part {
        RED,
        BLACK,
        ROTATES,
        ROOT,
        REPLACES
    }

    /// The node that is above another one afterwards.
    record Parent(String name) implements Ask {}

    /// How many TLB flushes there are.
    record Flushes() implements Ask {}

    /// Whether lazily freed areas are purged.
    record Purges() implements Ask {}

    /// Whether a page (from 0) of a result is in the page table afterwards.
    record Mapped(String name, int page) implements Ask {}

    /// vmap_lazy_nr afterwards.
    record LazyNr() implements Ask {}

    /// What becomes of a read.
    record Touched() implements Ask {}

    /// The area after another one in vmap_area_list, afterwards.
    record NextOnList(String name) implements Ask {}

    /// The vm_struct at the head of vmlist, afterwards.
    record FirstOnVmlist() implements Ask {}

    /// Whether a vmap_area leads to its vm_struct.
    record LinkedBack(String name) implements Ask {}

    /// Whether the block of a result has left vmap_block_tree.
    record BlockGone(String name) implements Ask {}

    /// Pages of the block of a result that are dirty.
    record Dirty(String name) implements Ask {}

    /// Pages that an area takes of the address space.
    record AreaPages(String name) implements Ask {}

    /// Bytes between the starts of two results.
    record Distance(String from, String to) implements Ask {}

    /// Structs that wait for a grace period afterwards.
    record Waiting() implements Ask {}

    /// Whether the kernel dies.
    record Dies() implements Ask {}
}
