package org.vmalloscope.memory;

/// The data model of a machine: how wide a C `unsigned long` and a pointer are.
///
/// All address arithmetic wraps at the word; [#wrap] is that wrap. Words are kept zero-extended in a `long` for
/// ILP32 and as they are for LP64, so that [Long#compareUnsigned] orders both.
public enum Abi {
    /// 64-bit words: x86_64.
    LP64(8),
    /// 32-bit words: i386.
    ILP32(4);

    private final int wordBytes;

    Abi(int wordBytes) {
        this.wordBytes = wordBytes;
    }

    /// Bytes in an unsigned long and in a pointer.
    public int wordBytes() {
        return wordBytes;
    }

    /// Bits in an unsigned long and in a pointer.
    public int wordBits() {
        return wordBytes * Byte.SIZE;
    }

    /// The value an unsigned long would hold after an assignment of `value`.
    public long wrap(long value) {
        return this == LP64 ? value : value & 0xffff_ffffL;
    }
}
