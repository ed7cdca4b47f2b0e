package org.vmalloscope.diagram;

import java.util.Optional;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.StructType;

/// Finds the object and the field that a word of simulated memory belongs to: in the slab, the kernel's static
/// data and the per-CPU units.
public final class FieldLocator {
    private static final Field ELEMENT = new Field("", FieldKind.POINTER, 0, 0, 1, 1);

    private static final StructType POINTERS =
            StructType.named("void *[]", 4096, 4096).build();

    private static final StructType BLOCK_WAITING =
            StructType.named("vmap_block", 312, 44).rcuHead("rcu_head", 296, 36).build();

    private final AreaNames names;
    private final VmallocView view;

    /// Looks in the state that `names` names.
    public FieldLocator(AreaNames names) {
        this.names = names;
        this.view = names.view();
    }

    /// A field of an object, and what the object is called.
    ///
    /// @param type the struct of the object; an array of pointers has no fields, and its elements a field without a
    /// name
    /// @param base where the object begins
    /// @param field the field
    /// @param index which element of a repeating field or an array, from 0
    /// @param owner the name of the object
    /// @param plain whether the name stands for the object alone, as `a` for an area; `vm of a` does not
    public record Place(StructType type, long base, Field field, int index, String owner, boolean plain) {
        /// The field as C would write it, without its object: `rb_node.rb_left`, `alloc_map[1]`; empty for a plain
        /// variable.
        public String member() {
            boolean variable = field.name().isEmpty() && !type.fields().isEmpty();
            boolean repeats = type.fields().isEmpty() || field.wordsLp64() > 1;
            String name = field.name().startsWith("head.") ? field.name().substring(5) : field.name();
            return variable ? "" : name + (repeats ? "[" + index + "]" : "");
        }
    }

    /// The field that covers the byte at an address; none outside all objects and between fields.
    public Optional<Place> at(long address) {
        Optional<SlabObject> object = view.ground().objectAt(address);
        if (object.isPresent()) {
            SlabObject found = object.get();
            boolean plain = found.type() == VmapArea.TYPE || found.type() == VmapBlock.TYPE;
            return place(found.type(), found.address(), address, names.slabName(found), plain);
        }
        return names.symbolAt(address)
                .flatMap(found -> place(
                        found.type(),
                        found.address(),
                        address,
                        names.symbolName(found),
                        found.cpu().isEmpty()))
                .or(() -> names.percpu()
                        .arrayAt(address)
                        .flatMap(array -> place(POINTERS, array.base(), address, array.name(), true)));
    }

    /// The field that a slot of the journal stands for.
    public Optional<Place> atSlot(int slot) {
        return at(view.memory().addressOf(slot));
    }

    private Optional<Place> place(StructType type, long base, long address, String owner, boolean plain) {
        Abi abi = view.memory().abi();
        int offset = (int) (address - base);
        if (type.fields().isEmpty()) {
            return Optional.of(new Place(type, base, ELEMENT, offset / abi.wordBytes(), owner, plain));
        }
        return type.fieldAt(abi, offset).map(field -> {
            int index = (offset - field.offset(abi)) / abi.wordBytes();
            return new Place(type, base, inUnion(type, base, field), index, owner, plain);
        });
    }

    /// free_list and rcu_head of a block share their place: what a function stands in is the rcu_head, unless
    /// the block is a new one, with no dirty page yet, in the place of one that waited.
    private Field inUnion(StructType type, long base, Field field) {
        if (type != VmapBlock.TYPE || !field.name().startsWith("free_list")) {
            return field;
        }
        VmapBlock block = new VmapBlock(view.memory(), base);
        long second = view.memory().load(block.freeList() + view.memory().abi().wordBytes());
        boolean waits =
                block.dirty() != 0 && view.data().symbols().functionAt(second).isPresent();
        if (!waits) {
            return field;
        }
        return BLOCK_WAITING.field(field.name().endsWith(".next") ? "rcu_head.next" : "rcu_head.func");
    }
}
