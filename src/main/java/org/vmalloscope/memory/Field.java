package org.vmalloscope.memory;

/// A named member of a struct at its real offset on each machine.
///
/// Offsets are in bytes from the start of the struct; `words` counts the elements of a repeating field (a bitmap) and
/// is 1 otherwise. Members of embedded structs carry a dotted name, such as `rb_node.rb_left`.
public record Field(String name, FieldKind kind, int offsetLp64, int offsetIlp32, int wordsLp64, int wordsIlp32) {
    public Field {
        if (offsetLp64 < 0 || offsetIlp32 < 0 || wordsLp64 < 1 || wordsIlp32 < 1) {
            throw new IllegalArgumentException("field " + name + " lies outside its struct");
        }
    }

    /// Bytes from the start of the struct to the field.
    public int offset(Abi abi) {
        return abi == Abi.LP64 ? offsetLp64 : offsetIlp32;
    }

    /// Elements of the field: 1, or the words of a bitmap.
    public int words(Abi abi) {
        return abi == Abi.LP64 ? wordsLp64 : wordsIlp32;
    }
}
