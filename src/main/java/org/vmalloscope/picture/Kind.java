package org.vmalloscope.picture;

/// What an area is, as far as a drawing tells areas apart.
public enum Kind {
    /// In use, with a vm_struct: VM_VM_AREA.
    VM(Role.VM_AREA, Role.VM_TAB, Role.VM_PLATE, Role.VM_MARK, Role.VM_GUARD, Role.VM_CARD, Icon.WINDOW),
    /// In use, without a vm_struct.
    BUSY(Role.BUSY_AREA, Role.BUSY_TAB, Role.BUSY_PLATE, Role.BUSY_MARK, Role.BUSY_GUARD, Role.BUSY_CARD, Icon.DOT),
    /// A vm_map_ram block.
    BLOCK(
            Role.BLOCK_AREA,
            Role.BLOCK_TAB,
            Role.BLOCK_PLATE,
            Role.BLOCK_MARK,
            Role.BLOCK_GUARD,
            Role.BLOCK_CARD,
            Icon.CELLS),
    /// Imported at boot.
    EARLY(
            Role.EARLY_AREA,
            Role.EARLY_TAB,
            Role.EARLY_PLATE,
            Role.EARLY_MARK,
            Role.EARLY_GUARD,
            Role.EARLY_CARD,
            Icon.PIN),
    /// Freed, and still in the tree.
    LAZY(
            Role.LAZY_AREA,
            Role.LAZY_TAB,
            Role.LAZY_PLATE,
            Role.LAZY_MARK,
            Role.LAZY_GUARD,
            Role.LAZY_CARD,
            Icon.HOURGLASS),
    /// Freed, and collected by a purge.
    PURGING(
            Role.PURGING_AREA,
            Role.PURGING_TAB,
            Role.PURGING_PLATE,
            Role.PURGING_MARK,
            Role.PURGING_GUARD,
            Role.PURGING_CARD,
            Icon.CROSS);

    private final Role area;
    private final Role tab;
    private final Role plate;
    private final Role mark;
    private final Role guard;
    private final Role card;
    private final Icon icon;

    Kind(Role area, Role tab, Role plate, Role mark, Role guard, Role card, Icon icon) {
        this.area = area;
        this.tab = tab;
        this.plate = plate;
        this.mark = mark;
        this.guard = guard;
        this.card = card;
        this.icon = icon;
    }

    /// The role of an area's body; its ink is that of the text on it, its outline colour that of the icon.
    public Role area() {
        return area;
    }

    /// The role of the tab under a tree node.
    public Role tab() {
        return tab;
    }

    /// The role of the plain ground that text and icon need on a pattern.
    public Role plate() {
        return plate;
    }

    /// The role of an area too small for an outline: the outline colour, solid.
    public Role mark() {
        return mark;
    }

    /// The role of the guard page at its end.
    public Role guard() {
        return guard;
    }

    /// The role of a card about an area: its outline around a plain ground.
    public Role card() {
        return card;
    }

    /// Its icon.
    public Icon icon() {
        return icon;
    }
}
