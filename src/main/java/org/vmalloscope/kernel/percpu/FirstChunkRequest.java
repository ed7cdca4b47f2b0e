package org.vmalloscope.kernel.percpu;

/// What the first chunk is asked for, in bytes: room for the kernel's own per-CPU variables, for those of modules, and
/// for those to come; and the size of a unit.
///
/// @param dynSize less than 0 means whatever is left
/// @param unitSize less than 0 means as large as need be
public record FirstChunkRequest(long staticSize, long reservedSize, long dynSize, long unitSize) {
    /// The bytes that a unit needs.
    long sum() {
        return staticSize + reservedSize + Math.max(0, dynSize);
    }
}
