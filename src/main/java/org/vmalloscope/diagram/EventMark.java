package org.vmalloscope.diagram;

import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;

/// How a timeline marks a kind of event: its icon and role, the role of its tick, and how rare it is (0: no mark).
public record EventMark(Icon icon, Role role, Role tick, int rarity, String words) {
    /// The mark of a kind.
    public static EventMark of(EventKind kind) {
        return switch (kind) {
            case STORE -> new EventMark(Icon.STORE, Role.EVENT_STORE, Role.STORE_BAR, 0, "store");
            case CALL -> new EventMark(Icon.ENTER, Role.EVENT_CALL, Role.SELECTED_BAR, 0, "call");
            case RETURN -> new EventMark(Icon.LEAVE, Role.EVENT_CALL, Role.SELECTED_BAR, 0, "return");
            case SEARCH -> new EventMark(Icon.NOTE, Role.EVENT_NOTE, Role.BASELINE, 0, "search");
            case MEMORY -> new EventMark(Icon.NOTE, Role.EVENT_NOTE, Role.BASELINE, 0, "memory");
            case NOTE -> new EventMark(Icon.NOTE, Role.EVENT_NOTE, Role.BASELINE, 0, "note");
            case LOCK -> new EventMark(Icon.LOCK, Role.EVENT_LOCK, Role.LOCK_TICK, 1, "lock");
            case RECOLOUR -> new EventMark(Icon.RECOLOUR, Role.EVENT_RECOLOUR, Role.RECOLOUR_TICK, 2, "recolouring");
            case TOUCH -> new EventMark(Icon.TICK, Role.EVENT_MAP, Role.MAPPED, 5, "page read");
            case MAP -> new EventMark(Icon.MAP, Role.EVENT_MAP, Role.MAPPED, 3, "pages mapped");
            case UNMAP -> new EventMark(Icon.UNMAP, Role.EVENT_UNMAP, Role.MAPPED, 4, "pages unmapped");
            case CACHE_FLUSH -> new EventMark(Icon.DIAMOND, Role.EVENT_CACHE, Role.CACHE_TICK, 2, "cache flush");
            case RCU -> new EventMark(Icon.HOURGLASS, Role.EVENT_RCU, Role.RCU_TICK, 4, "RCU");
            case ROTATION -> new EventMark(Icon.ROTATION, Role.EVENT_ROTATION, Role.ROTATION_TICK, 5, "rotation");
            case TLB_FLUSH -> new EventMark(Icon.BOLT, Role.EVENT_TLB, Role.TLB_TICK, 6, "TLB flush");
            case PRINTK -> new EventMark(Icon.PROMPT, Role.EVENT_PRINTK, Role.PRINTK_TICK, 7, "printk");
            case WARN -> new EventMark(Icon.WARNING, Role.WARNING, Role.WARNING_TICK, 8, "warning");
            case BUG -> new EventMark(Icon.BUG, Role.BUG, Role.BUG_TICK, 9, "BUG");
        };
    }
}
