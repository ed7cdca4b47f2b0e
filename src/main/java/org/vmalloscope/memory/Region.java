package org.vmalloscope.memory;

/// A contiguous stretch of simulated memory that starts at a fixed address and is made of words of one width.
///
/// `base` and `bytes` are in bytes; words that were never stored to read as zero and cost nothing.
public record Region(String name, long base, long bytes, int wordBytes) {
    public Region {
        if (wordBytes != 4 && wordBytes != 8) {
            throw new IllegalArgumentException("words of region " + name + " are 4 or 8 bytes wide");
        }
        if (bytes <= 0 || bytes % wordBytes != 0 || bytes / wordBytes > SimulatedMemory.MAX_WORDS) {
            throw new IllegalArgumentException("region " + name + " cannot hold " + bytes + " bytes");
        }
    }

    /// Whether the byte at `address` belongs to this region.
    public boolean contains(long address) {
        return Long.compareUnsigned(address - base, bytes) < 0;
    }
}
