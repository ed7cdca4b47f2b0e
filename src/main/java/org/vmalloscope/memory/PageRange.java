package org.vmalloscope.memory;

/// A range of addresses `[start, end)`, in bytes, compared as unsigned numbers.
public record PageRange(long start, long end) {
    /// Bytes from start to end.
    public long bytes() {
        return end - start;
    }

    /// Whether the byte at `address` is inside.
    public boolean contains(long address) {
        return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
    }

    /// Whether the two ranges share a byte.
    public boolean overlaps(PageRange other) {
        return contains(other.start) && other.start != other.end || other.contains(start) && start != end;
    }

    @Override
    public String toString() {
        return "[0x" + Long.toHexString(start) + ", 0x" + Long.toHexString(end) + ")";
    }
}
