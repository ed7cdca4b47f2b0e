package org.vmalloscope.inspect;

import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.FieldLocator.Place;
import org.vmalloscope.diagram.FlagBits;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.FieldKind;

/// Says what the bits of a field mean, at the position that `names` names.
record Values(AreaNames names) {
    /// The meaning in full.
    String value(Place place, long address, long raw) {
        return switch (place.field().kind()) {
            case UNSIGNED_LONG, UNSIGNED_INT -> amount(place, raw);
            case INT -> Sizes.number(signed(raw));
            case BOOL -> String.valueOf(raw != 0);
            case SPINLOCK -> Phrase.say(raw != 0 ? "value.held" : "value.free");
            case FLAGS -> flags(place, raw);
            case ADDRESS -> Addresses.full(raw);
            case POINTER -> pointer(place, address, raw);
            case FUNCTION -> names.pointer(raw);
            case PARENT_COLOR -> parent(address, raw);
            case BITMAP -> Addresses.full(raw) + "  " + Phrase.say("value.bits", Long.bitCount(raw));
        };
    }

    /// The meaning in a few characters, for what it was.
    String brief(Place place, long address, long raw) {
        boolean number = place.field().kind() == FieldKind.FLAGS;
        boolean bits = place.field().kind() == FieldKind.BITMAP;
        if (bits) {
            return Addresses.full(raw);
        }
        return number ? Sizes.count(raw) : value(place, address, raw);
    }

    /// The object that a field points to, 0 for none.
    long target(Place place, long raw) {
        long to = switch (place.field().kind()) {
            case POINTER -> raw;
            case PARENT_COLOR -> raw & ~1L;
            default -> 0;
        };
        return to != 0 && names.object(to).isPresent() ? to : 0;
    }

    private static long signed(long raw) {
        return (int) raw;
    }

    private static String amount(Place place, long raw) {
        boolean bytes = switch (place.type().name() + "." + place.field().name()) {
            case "vm_struct.size", "vm_struct.phys_addr", "unsigned long." -> true;
            default -> false;
        };
        return bytes && raw != 0 ? Addresses.full(raw) + "  " + Sizes.bytes(raw) : Sizes.count(raw);
    }

    /// The number and the bits that are set, without the prefix that all their names have.
    private static String flags(Place place, long raw) {
        FlagBits bits = place.type() == VmapArea.TYPE ? FlagBits.AREA : FlagBits.VM;
        return raw == 0 ? "0" : Sizes.count(raw) + "  " + bits.names(raw).replaceAll("\\bVM_(?=\\w)", "");
    }

    private String pointer(Place place, long address, long raw) {
        if (raw == 0) {
            return Phrase.say("value.null");
        }
        String field = place.field().name();
        if (raw == address && field.endsWith("next")
                || field.endsWith("prev")
                        && raw == address - names.view().memory().abi().wordBytes()) {
            return Phrase.say("value.itself");
        }
        boolean poison = raw == Lists.LIST_POISON1 || raw == Lists.LIST_POISON2;
        if (poison) {
            return names.pointer(raw);
        }
        boolean areaOrBlock = field.equals("va") || field.startsWith("rcu_head") || field.equals("slots");
        return arrow(areaOrBlock ? names.distinct(raw) : names.pointer(raw), raw);
    }

    private String arrow(String name, long raw) {
        boolean freed = names.view()
                .ground()
                .objectAt(raw)
                .map(SlabObject::live)
                .map(live -> !live)
                .orElse(false);
        return Phrase.say(freed ? "value.pointer.freed" : "value.pointer", name);
    }

    private String parent(long address, long raw) {
        String colour = Phrase.say((raw & 1) == 1 ? "value.black" : "value.red");
        long parent = raw & ~1L;
        if (parent == 0) {
            return Phrase.say("value.parent.root", colour);
        }
        String to = parent == address ? Phrase.say("value.itself") : arrow(names.pointer(parent), parent);
        return Phrase.say("value.parent", to, colour);
    }
}
