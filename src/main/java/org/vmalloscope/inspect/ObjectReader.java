package org.vmalloscope.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.FieldLocator;
import org.vmalloscope.diagram.FieldLocator.Place;
import org.vmalloscope.inspect.Sheet.Standing;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.Symbols.Symbol;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.StructType;

/// Reads objects field by field, at the position that `names` names.
public final class ObjectReader {
    /// The array of page pointers: its content is not simulated.
    private static final String PAGES = "struct page *[]";

    private final AreaNames names;
    private final VmallocView view;
    private final Abi abi;
    private final FieldLocator fields;
    private final Values values;
    private final ChangedWords changed;

    /// `changed` are the words that the last event wrote.
    public ObjectReader(AreaNames names, ChangedWords changed) {
        this.names = names;
        this.view = names.view();
        this.abi = view.memory().abi();
        this.fields = new FieldLocator(names);
        this.values = new Values(names);
        this.changed = changed;
    }

    /// An object as it is now.
    public Sheet read(Subject subject) {
        return subject.sequence() == 0 ? symbol(subject) : slab(subject);
    }

    private Sheet symbol(Subject subject) {
        Symbol symbol = names.symbolAt(subject.address())
                .orElseThrow(() -> new IllegalArgumentException("no static object there"));
        StructType type = symbol.type();
        String place = Phrase.say(symbol.cpu().isPresent() ? "place.per-cpu" : "place.static");
        List<FieldRow> rows = rows(type, subject.address(), type.size(abi));
        String name = names.object(subject.address()).orElse(symbol.name());
        return new Sheet(subject, declared(type), name, place, type.size(abi), Standing.LIVE, rows);
    }

    private Sheet slab(Subject subject) {
        Optional<SlabObject> there = view.ground().objectAt(subject.address());
        Optional<SlabObject> found = subject.object(view);
        if (found.isEmpty()) {
            boolean later = there.isPresent() && there.get().sequence() > subject.sequence();
            String name = there.flatMap(other -> names.object(other.address())).orElse("");
            return new Sheet(
                    subject, "", later ? name : "", "", 0, later ? Standing.REPLACED : Standing.NOT_YET, List.of());
        }
        SlabObject object = found.get();
        int room = view.ground().classBytes(object);
        boolean array = object.type().fields().isEmpty();
        int bytes = array ? room : object.type().size(abi);
        return new Sheet(
                subject,
                declared(object.type()),
                names.object(object.address()).orElse(""),
                "kmalloc-" + room,
                bytes,
                object.live() ? Standing.LIVE : Standing.FREED,
                rows(object.type(), object.address(), bytes));
    }

    private static String declared(StructType type) {
        return switch (type.name()) {
            case "pointer" -> "void *";
            case "address" -> "unsigned long";
            case "spinlock_t", "atomic_t", "unsigned long", "bool" -> type.name();
            default -> type.name().startsWith("struct ") ? type.name() : "struct " + type.name();
        };
    }

    private List<FieldRow> rows(StructType type, long base, int bytes) {
        List<FieldRow> rows = new ArrayList<>();
        if (type.fields().isEmpty()) {
            for (int offset = 0; offset < bytes && !type.name().equals(PAGES); offset += abi.wordBytes()) {
                row(base, offset).ifPresent(rows::add);
            }
            return rows;
        }
        for (Field field : type.fields()) {
            for (int index = 0; index < field.words(abi); index++) {
                row(base, field.offset(abi) + index * field.kind().bytes(abi)).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<FieldRow> row(long base, int offset) {
        return row(base + offset);
    }

    /// The field whose word is at an address; none where there is no object.
    public Optional<FieldRow> row(long address) {
        return fields.at(address).map(place -> row(place, address));
    }

    private FieldRow row(Place place, long address) {
        long raw = cut(place, view.memory().load(address));
        var was = changed.was(view.memory().slotOf(address));
        return new FieldRow(
                (int) (address - place.base()),
                place.member(),
                place.field().kind(),
                address,
                raw,
                values.value(place, address, raw),
                values.target(place, raw),
                was.isPresent(),
                was.isPresent() ? values.brief(place, address, cut(place, was.getAsLong())) : "",
                hex(place, raw));
    }

    /// What a word would mean with other bits, in a few characters.
    public String brief(long address, long raw) {
        return fields.at(address)
                .map(place -> values.brief(place, address, cut(place, raw)))
                .orElse("");
    }

    /// The field as it is called with its object: `a.flags`, `vmap_lazy_nr`.
    public String label(long address) {
        return fields.at(address)
                .map(place -> place.member().isEmpty() ? place.owner() : place.owner() + "." + place.member())
                .orElse("");
    }

    private long cut(Place place, long raw) {
        return place.field().kind().bytes(abi) == Integer.BYTES ? raw & 0xffff_ffffL : raw;
    }

    private String hex(Place place, long raw) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < place.field().kind().bytes(abi); at++) {
            int octet = (int) (raw >>> at * Byte.SIZE) & 0xff;
            text.append(at == 0 ? "" : " ")
                    .append(Character.forDigit(octet >>> 4, 16))
                    .append(Character.forDigit(octet & 15, 16));
        }
        return text.toString();
    }
}
