package org.vmalloscope.model;

/// What a random scenario is mostly about: how often each kind of statement comes, and how much is kept alive.
public enum Profile {
    MIXED(
            40,
            "vmalloc 6, vmap 3, ioremap 2, area 2, ram 6, group 1, free 14, aliases 1, rcu 1, cpu 2, fail 1, touch 5"),
    /// So little memory that vmalloc runs out of pages.
    STARVED(30, "vmalloc 12, vmap 2, area 1, ram 1, free 12, aliases 1, rcu 1, fail 1"),
    /// Blocks of vm_map_ram on many CPUs.
    RAM(50, "vmalloc 1, ram 16, free 15, aliases 1, rcu 1, cpu 4, touch 6"),
    /// Address space runs out.
    EXHAUST(40, "vmalloc 3, vmap 3, ioremap 3, area 4, ram 4, group 2, free 10, aliases 1, rcu 1, cpu 1, fail 1"),
    /// Many areas before boot, some with odd sizes.
    EARLY(30, "vmalloc 5, vmap 2, ioremap 4, area 4, ram 3, group 1, free 14, aliases 1, rcu 1"),
    /// Sizes at which something changes.
    EDGES(25, "vmalloc 6, vmap 4, ioremap 5, area 4, ram 5, group 2, free 18, aliases 2, rcu 1, fail 2"),
    /// Per-CPU groups between other areas.
    GROUPS(35, "vmalloc 4, ioremap 2, area 2, ram 2, group 8, free 14, aliases 2, rcu 1, fail 1"),
    /// Freeing crosses the lazy threshold again and again.
    LAZY(25, "vmalloc 6, vmap 4, area 4, ram 4, free 17, aliases 1, rcu 1, cpu 1, limit 2"),
    /// Many small areas.
    TREE(90, "vmalloc 8, vmap 2, ioremap 8, area 4, free 18, aliases 1, rcu 1"),
    /// Frees of what is not there, or is another's.
    HOSTILE(
            40,
            "vmalloc 6, vmap 2, ioremap 2, area 2, ram 6, group 1, free 9, aliases 2, rcu 1, cpu 1, wrong 3, touch 3");

    final int alive;
    final String weights;

    Profile(int alive, String weights) {
        this.alive = alive;
        this.weights = weights;
    }
}
