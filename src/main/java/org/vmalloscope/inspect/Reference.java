package org.vmalloscope.inspect;

/// A pointer that leads into an object.
///
/// @param address where the pointer is
/// @param label the object and field that hold it: `b.list.next`
/// @param into which field of the object it leads to; empty for its beginning
public record Reference(long address, String label, String into) {}
