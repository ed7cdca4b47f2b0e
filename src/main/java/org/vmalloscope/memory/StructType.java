package org.vmalloscope.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The layout of a kernel struct on both machines: its size and its fields at their real offsets.
public final class StructType {
    private final String name;
    private final int sizeLp64;
    private final int sizeIlp32;
    private final List<Field> fields;

    private StructType(Builder builder) {
        this.name = builder.name;
        this.sizeLp64 = builder.sizeLp64;
        this.sizeIlp32 = builder.sizeIlp32;
        this.fields = List.copyOf(builder.fields);
    }

    /// Begins the layout of a struct of so many bytes on the 64-bit and on the 32-bit machine.
    public static Builder named(String name, int sizeLp64, int sizeIlp32) {
        return new Builder(name, sizeLp64, sizeIlp32);
    }

    /// The C name, without `struct`.
    public String name() {
        return name;
    }

    /// Bytes of the whole struct.
    public int size(Abi abi) {
        return abi == Abi.LP64 ? sizeLp64 : sizeIlp32;
    }

    public List<Field> fields() {
        return fields;
    }

    /// The field of that name; an unknown name is a programming error.
    public Field field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }

    /// The field that covers the byte at `offset`, if one does: gaps between fields belong to none.
    public Optional<Field> fieldAt(Abi abi, int offset) {
        return fields.stream()
                .filter(field -> {
                    int start = field.offset(abi);
                    return offset >= start && offset < start + field.kind().bytes(abi) * field.words(abi);
                })
                .findFirst();
    }

    @Override
    public String toString() {
        return "struct " + name;
    }

    /// Collects the fields of a struct and refuses two of one name, or one outside the struct.
    public static final class Builder {
        private final String name;
        private final int sizeLp64;
        private final int sizeIlp32;
        private final List<Field> fields = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        private Builder(String name, int sizeLp64, int sizeIlp32) {
            this.name = name;
            this.sizeLp64 = sizeLp64;
            this.sizeIlp32 = sizeIlp32;
        }

        /// Adds a field at those offsets in bytes.
        public Builder field(String fieldName, FieldKind kind, int offsetLp64, int offsetIlp32) {
            return repeated(fieldName, kind, offsetLp64, offsetIlp32, 1, 1);
        }

        /// Adds a field of several words, such as a bitmap.
        public Builder repeated(
                String fieldName, FieldKind kind, int offsetLp64, int offsetIlp32, int wordsLp64, int wordsIlp32) {
            Field field = new Field(fieldName, kind, offsetLp64, offsetIlp32, wordsLp64, wordsIlp32);
            if (!names.add(fieldName)
                    || offsetLp64 + kind.bytes(Abi.LP64) * wordsLp64 > sizeLp64
                    || offsetIlp32 + kind.bytes(Abi.ILP32) * wordsIlp32 > sizeIlp32) {
                throw new IllegalArgumentException("field " + fieldName + " does not fit struct " + name);
            }
            fields.add(field);
            return this;
        }

        /// Adds the parent+colour, right and left words of an embedded rb_node.
        public Builder rbNode(String fieldName, int offsetLp64, int offsetIlp32) {
            return field(fieldName + ".rb_parent_color", FieldKind.PARENT_COLOR, offsetLp64, offsetIlp32)
                    .field(fieldName + ".rb_right", FieldKind.POINTER, offsetLp64 + 8, offsetIlp32 + 4)
                    .field(fieldName + ".rb_left", FieldKind.POINTER, offsetLp64 + 16, offsetIlp32 + 8);
        }

        /// Adds the next and prev words of an embedded list_head.
        public Builder listHead(String fieldName, int offsetLp64, int offsetIlp32) {
            return field(fieldName + ".next", FieldKind.POINTER, offsetLp64, offsetIlp32)
                    .field(fieldName + ".prev", FieldKind.POINTER, offsetLp64 + 8, offsetIlp32 + 4);
        }

        /// Adds the next and func words of an embedded rcu_head.
        public Builder rcuHead(String fieldName, int offsetLp64, int offsetIlp32) {
            return field(fieldName + ".next", FieldKind.POINTER, offsetLp64, offsetIlp32)
                    .field(fieldName + ".func", FieldKind.FUNCTION, offsetLp64 + 8, offsetIlp32 + 4);
        }

        public StructType build() {
            return new StructType(this);
        }
    }
}
