package org.vmalloscope.kernel;

import org.vmalloscope.memory.StructType;

/// An object of the slab heap, or the last one that was at its address.
///
/// `sequence` counts all allocations from 1, so that an object can be told from another that later has its address;
/// `statement` (from 0) is the one that allocated it.
public record SlabObject(StructType type, long address, boolean live, long sequence, int statement) {}
