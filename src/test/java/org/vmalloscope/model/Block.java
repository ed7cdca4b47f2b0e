package org.vmalloscope.model;

import java.util.BitSet;

/// A vmap_block of the model: pages of an area that were handed out, and pages that came back.
final class Block {
    final Area area;
    final int cpu;
    final BitSet allocated = new BitSet();
    final BitSet given = new BitSet();
    long free;
    long dirty;

    Block(Area area, int cpu, long pages) {
        this.area = area;
        this.cpu = cpu;
        this.free = pages;
    }
}
