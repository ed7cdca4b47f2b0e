package org.vmalloscope.inspect;

import org.vmalloscope.memory.FieldKind;

/// A field of an object at a position.
///
/// @param offset bytes from the start of the object
/// @param field as C writes it: `rb_node.rb_left`, `alloc_map[1]`; empty for a plain variable
/// @param address where the word is
/// @param raw its bits
/// @param value what they mean
/// @param target the object that it points to, 0 for none
/// @param changed whether the event that led to the position wrote it
/// @param was what it meant before that event; empty when the event did not write it
/// @param hex its bytes in memory, lowest address first
public record FieldRow(
        int offset,
        String field,
        FieldKind kind,
        long address,
        long raw,
        String value,
        long target,
        boolean changed,
        String was,
        String hex) {}
