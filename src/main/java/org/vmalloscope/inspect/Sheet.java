package org.vmalloscope.inspect;

import java.util.List;

/// What an object looks like at a position: its head line and its fields.
///
/// @param struct the struct as C declares it: `struct vmap_area`
/// @param name what it is called on screen
/// @param place where it comes from: its slab cache, `static`, or its CPU
/// @param bytes its size
public record Sheet(
        Subject subject, String struct, String name, String place, int bytes, Standing standing, List<FieldRow> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }

    /// Whether the object is there.
    public enum Standing {
        LIVE,
        /// Freed, and its memory is still as it left it.
        FREED,
        /// Freed, and its memory belongs to another object.
        REPLACED,
        /// Not allocated yet.
        NOT_YET
    }
}
