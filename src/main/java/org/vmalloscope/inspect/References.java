package org.vmalloscope.inspect;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.FieldLocator;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// Finds the pointers that lead into an object: in all live slab objects, and in all static and per-CPU ones.
public final class References {
    private static final int MOST = 500;

    private final AreaNames names;
    private final MemoryReader memory;
    private final Abi abi;
    private final long start;
    private final long bytes;
    private final List<Reference> found = new ArrayList<>();

    private References(AreaNames names, long start, long bytes) {
        this.names = names;
        this.memory = names.view().memory();
        this.abi = memory.abi();
        this.start = start;
        this.bytes = bytes;
    }

    /// The pointers into `[start, start + bytes)`, by address, static objects first; at most 500.
    public static List<Reference> into(AreaNames names, long start, long bytes) {
        References references = new References(names, start, bytes);
        VmallocView view = names.view();
        names.symbols().forEach(symbol -> references.scan(symbol.type(), symbol.address(), 0));
        for (SlabObject object : view.ground().liveObjects()) {
            boolean array = object.type().fields().isEmpty();
            references.scan(
                    object.type(), object.address(), array ? view.ground().classBytes(object) : 0);
        }
        return List.copyOf(references.found);
    }

    private void scan(StructType type, long base, int arrayBytes) {
        for (int offset = 0; offset < arrayBytes; offset += abi.wordBytes()) {
            look(base + offset, FieldKind.POINTER);
        }
        for (Field field : type.fields()) {
            for (int index = 0; index < field.words(abi); index++) {
                look(base + field.offset(abi) + (long) index * abi.wordBytes(), field.kind());
            }
        }
    }

    private void look(long address, FieldKind kind) {
        boolean pointer = kind == FieldKind.POINTER || kind == FieldKind.PARENT_COLOR;
        if (!pointer || found.size() == MOST) {
            return;
        }
        long word = memory.load(address);
        long to = kind == FieldKind.PARENT_COLOR ? word & ~1L : word;
        if (to != 0 && Long.compareUnsigned(to - start, bytes) < 0) {
            FieldLocator fields = new FieldLocator(names);
            String into = to == start
                    ? ""
                    : fields.at(to).map(FieldLocator.Place::member).orElse("");
            found.add(new Reference(
                    address,
                    fields.at(address)
                            .map(place ->
                                    place.member().isEmpty() ? place.owner() : place.owner() + "." + place.member())
                            .orElse(""),
                    into));
        }
    }
}
