package org.vmalloscope.memory;

/// What the bits of a field mean, which decides its width and how a reader is shown its value.
public enum FieldKind {
    UNSIGNED_LONG(false),
    UNSIGNED_INT(true),
    INT(true),
    BOOL(true),
    SPINLOCK(true),
    FLAGS(false),
    /// An address of memory the simulated kernel manages, shown in hex.
    ADDRESS(false),
    /// A pointer to a simulated object.
    POINTER(false),
    /// The parent pointer of an rb_node with the colour in its lowest bit.
    PARENT_COLOR(false),
    /// The address of a kernel function.
    FUNCTION(false),
    /// One word of a bitmap; the field repeats.
    BITMAP(false);

    private final boolean fourBytes;

    FieldKind(boolean fourBytes) {
        this.fourBytes = fourBytes;
    }

    /// Bytes of one element of the field.
    public int bytes(Abi abi) {
        return fourBytes ? Integer.BYTES : abi.wordBytes();
    }
}
