package org.vmalloscope.diagram;

import java.util.Optional;
import org.vmalloscope.diagram.FieldLocator.Place;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.PageRange;

/// Sentences for stores: which field of which object, what it was and what it is, in the field's own terms.
record StoreSentences(Phrases phrases, AreaNames names) {
    String sentence(Store store) {
        Optional<Place> place = new FieldLocator(names).atSlot(store.slot());
        long address = names.view().memory().addressOf(store.slot());
        return place.map(found -> inPlace(found, store))
                .orElseGet(() -> phrases.say(
                        "store.word",
                        Addresses.full(address),
                        Addresses.full(store.was()),
                        Addresses.full(store.now())));
    }

    private String inPlace(Place place, Store store) {
        return switch (place.field().kind()) {
            case UNSIGNED_LONG, UNSIGNED_INT, INT, SPINLOCK -> amount(place, store);
            case BOOL -> changed(place, String.valueOf(store.was() != 0), String.valueOf(store.now() != 0));
            case FLAGS -> flags(place, store);
            case ADDRESS -> address(place, store);
            case POINTER, FUNCTION -> pointer(place, store);
            case PARENT_COLOR -> new TreeSentences(phrases, names).parentColor(place, store);
            case BITMAP -> bitmap(place, store);
        };
    }

    /// The place as a sentence names it: `a.flags`, `vm of a: size`.
    private String subject(Place place) {
        String member = place.member();
        if (member.isEmpty()) {
            return place.owner();
        }
        return isPlain(place)
                ? place.owner() + (member.startsWith("[") ? "" : ".") + member
                : phrases.say("store.member", distinctOwner(place), member);
    }

    private boolean isPlain(Place place) {
        return place.plain() && place.owner().equals(distinctOwner(place));
    }

    private String distinctOwner(Place place) {
        return isInRcuQueue(place) ? names.distinct(place.base()) : place.owner();
    }

    /// Areas and blocks wait in the same queue.
    private static boolean isInRcuQueue(Place place) {
        return place.field().name().startsWith("rcu_head") || place.owner().equals("rcu_queue");
    }

    private String changed(Place place, String was, String now) {
        String subject = subject(place);
        return was.equals(now)
                ? phrases.say("store.same", subject, now)
                : phrases.say("store.number", subject, was, now);
    }

    private String amount(Place place, Store store) {
        String what = place.type().name() + "." + place.field().name();
        if (what.equals("vm_struct.size") && store.now() != 0 && store.now() == store.was() - Machine.PAGE_SIZE) {
            String was = Sizes.exactBytes(store.was());
            return phrases.say("store.guard-taken-off", subject(place), was, Sizes.exactBytes(store.now()));
        }
        return switch (what) {
            case "vm_struct.size", "vm_struct.phys_addr", "unsigned long." ->
                changed(place, bytes(store.was()), bytes(store.now()));
            case "atomic_t.", "vmap_block.free", "vmap_block.dirty" ->
                changed(place, number(place, store.was()), pages(place, store));
            default -> changed(place, number(place, store.was()), number(place, store.now()));
        };
    }

    private static String bytes(long value) {
        return value == 0 ? "0" : Sizes.exactBytes(value);
    }

    private static String number(Place place, long value) {
        return place.field().kind() == FieldKind.INT ? Sizes.number(signed(place, value)) : Sizes.count(value);
    }

    private static String pages(Place place, Store store) {
        boolean same = store.was() == store.now();
        return same ? number(place, store.now()) : Sizes.pages(signed(place, store.now()));
    }

    private static long signed(Place place, long value) {
        return place.field().kind() == FieldKind.INT ? (int) value : value;
    }

    private String flags(Place place, Store store) {
        String subject = subject(place);
        String was = Sizes.count(store.was());
        String now = Sizes.count(store.now());
        boolean area = place.type() == VmapArea.TYPE;
        FlagBits bits = area ? FlagBits.AREA : FlagBits.VM;
        long set = store.now() & ~store.was();
        long cleared = store.was() & ~store.now();
        if (store.now() == 0) {
            String change = changed(place, was, now);
            return area ? phrases.say("flags.none", change) : change;
        }
        if (set == 0 && cleared == 0) {
            return phrases.say("flags.same", subject, now, bits.names(store.now()));
        }
        String key = set == 0 ? "flags.cleared" : cleared == 0 ? "flags.set" : "flags.set-cleared";
        String change = phrases.say(key, subject, was, now, bits.names(set == 0 ? cleared : set), bits.names(cleared));
        return change + (area ? meaning(set, cleared) : "");
    }

    /// What a change of an area's flags means: a further sentence.
    private String meaning(long set, long cleared) {
        boolean imported = (set & VmapArea.VM_VM_AREA) != 0 && (set & VmapArea.VM_LAZY_FREEING) != 0;
        String key = "";
        if (imported) {
            key = "flags.imported";
        } else if (set == VmapArea.VM_VM_AREA) {
            key = "flags.has-vm";
        } else if (set == VmapArea.VM_LAZY_FREE) {
            key = "flags.lazy";
        } else if (set == VmapArea.VM_LAZY_FREEING) {
            key = "flags.on-purge-list";
        } else if (cleared == VmapArea.VM_LAZY_FREE) {
            key = "flags.purging";
        }
        return key.isEmpty() ? "" : " " + phrases.say(key);
    }

    private String address(Place place, Store store) {
        String was = Addresses.full(store.was());
        String now = Addresses.full(store.now());
        String field = place.field().name();
        if (store.now() != 0 && store.was() != store.now()) {
            if (field.equals("va_start")) {
                return phrases.say("store.begins", subject(place), was, now);
            }
            if (field.equals("va_end")) {
                VmapArea va = new VmapArea(names.view().memory(), place.base());
                return phrases.say(
                        "store.ends", subject(place), was, now, Sizes.length(new PageRange(va.vaStart(), store.now())));
            }
        }
        return changed(place, was, now);
    }

    private String pointer(Place place, Store store) {
        String subject = subject(place);
        String was = target(place, store, store.was());
        String now = target(place, store, store.now());
        if (store.was() == store.now()) {
            return phrases.say("store.same", subject, now);
        }
        String key = isPlain(place) ? "store.pointer" : "store.number";
        String change = phrases.say(key, subject, was, now);
        boolean offList =
                store.now() == Lists.LIST_POISON2 && place.field().name().equals("list.prev");
        return offList ? phrases.say("store.off-list", change, place.owner()) : change;
    }

    /// What a pointer field points to; a list_head that points to itself is told as that.
    private String target(Place place, Store store, long value) {
        String field = place.field().name();
        if (value != 0 && value == listHead(field, names.view().memory().addressOf(store.slot()))) {
            return phrases.say("name.itself");
        }
        boolean areaOfBlock = place.type() == VmapBlock.TYPE && field.equals("va");
        return areaOfBlock || isInRcuQueue(place) ? names.distinct(value) : names.pointer(value);
    }

    /// The list_head that a field at an address belongs to, or 0; a block's func stands where its prev stood.
    private long listHead(String field, long address) {
        if (field.endsWith(".next")) {
            return address;
        }
        boolean second = field.endsWith(".prev") || field.endsWith(".func");
        return second ? address - names.view().memory().abi().wordBytes() : 0;
    }

    private String bitmap(Place place, Store store) {
        Abi abi = names.view().memory().abi();
        int first = place.index() * abi.wordBits();
        String key = "bitmap." + place.field().name();
        if (store.now() == 0) {
            String all = phrases.say("name.pages", first, first + abi.wordBits() - 1);
            return phrases.say(key + ".empty", place.owner(), all);
        }
        return phrases.say(key + ".gained", place.owner(), runs(store.now() & ~store.was(), first));
    }

    /// The bits that are set, as runs of pages: `pages 0–3`.
    private String runs(long bits, int first) {
        StringBuilder text = new StringBuilder();
        int bit = Long.numberOfTrailingZeros(bits);
        while (bit < Long.SIZE) {
            int end = bit + Long.numberOfTrailingZeros(~(bits >>> bit));
            String run = end - bit == 1
                    ? phrases.say("name.page", first + bit)
                    : phrases.say("name.pages", first + bit, first + end - 1);
            text.append(text.isEmpty() ? "" : ", ").append(run);
            long above = end >= Long.SIZE ? 0 : bits >>> end << end;
            bit = Long.numberOfTrailingZeros(above);
        }
        return text.toString();
    }
}
