package org.vmalloscope.picture;

import static org.vmalloscope.picture.Look.fill;
import static org.vmalloscope.picture.Look.line;
import static org.vmalloscope.picture.Look.text;
import static org.vmalloscope.picture.Look.texture;
import static org.vmalloscope.picture.Pattern.COLLISION_HATCH;
import static org.vmalloscope.picture.Pattern.CROSS_HATCH;
import static org.vmalloscope.picture.Pattern.DOTS;
import static org.vmalloscope.picture.Pattern.GAP_DOTS;
import static org.vmalloscope.picture.Pattern.GRID;
import static org.vmalloscope.picture.Pattern.HATCH;
import static org.vmalloscope.picture.Pattern.RIM_HATCH;
import static org.vmalloscope.picture.Pattern.STRIPES;
import static org.vmalloscope.picture.Pattern.THIN_HATCH;

/// What a shape stands for; a [Theme] says how that is painted.
///
/// Hue says what kind, pattern and outline say in which state, a glyph says what happened, yellow says now, blue says
/// you. No state is told by colour alone. Roles of area kinds are better reached by [Kind].
public enum Role {
    // Grounds, cards and rules.
    SURFACE(fill(Token.SURFACE)),
    CANVAS(fill(Token.CANVAS)),
    PANEL(fill(Token.PANEL).outline(Token.BORDER, 1)),
    HEAD(fill(Token.HEAD)),
    FIELD(fill(Token.FIELD).outline(Token.BORDER_STRONG, 1)),
    /// A card, such as a vm_struct in vmlist.
    CARD(fill(Token.PANEL).outline(Token.BORDER_STRONG, 1.25)),
    /// A card that is no object but a place pointing to some: a list head, a CPU.
    ANCHOR(fill(Token.HEAD).outline(Token.BORDER_STRONG, 1.25)),
    /// A card with an explanation.
    REMARK(fill(Token.HEAD).outline(Token.BORDER, 1)),
    /// A divider: a filled box 1 px high or wide.
    RULE(fill(Token.BORDER)),
    /// A stronger divider, such as the base line of the address space.
    BASELINE(fill(Token.BORDER_STRONG)),
    HAIRLINE(line(Token.BORDER, 1)),
    /// A faint line that leads the eye between two places.
    GUIDE(line(Token.BORDER_STRONG, 1).dash(1, 5)),
    /// The zigzag over a folded stretch, and the edge of a tear.
    FOLD(line(Token.BORDER_STRONG, 1.5)),
    FOLD_LINE(line(Token.BORDER_STRONG, 1).dash(2, 4)),
    GAUGE(fill(Token.GRID).outline(Token.BORDER_STRONG, 1)),
    THRESHOLD(fill(Token.MISSING)),
    /// A plain ground of the canvas for text that would stand on a pattern or a line.
    PLATE(fill(Token.CANVAS)),

    // Text on the canvas or a panel.
    TEXT(text(Token.TEXT)),
    TEXT_SECOND(text(Token.TEXT_SECOND)),
    TEXT_THIRD(text(Token.TEXT_THIRD)),
    /// Digits that say nothing new: a shared prefix, a trailing 000.
    DIM(text(Token.DIM)),
    TEXT_ACCENT(text(Token.ACCENT)),
    TEXT_MISSING(text(Token.MISSING)),
    TEXT_REJECTED(text(Token.REJECTED)),
    TEXT_CHOSEN(text(Token.CHOSEN)),
    TEXT_WARNING(text(Token.WARNING)),
    KEYWORD(text(Token.KEYWORD)),
    NUMBER(text(Token.NUMBER)),
    COMMENT(text(Token.COMMENT)),

    // The tree. Red has round ends: a radius of half the height; black has 3 px corners.
    RED_NODE(fill(Token.RED).outline(Token.RED_LINE, 2).ink(Token.RED_INK).rimInPrint(RIM_HATCH, Token.RED_LINE, 0.55)),
    BLACK_NODE(fill(Token.BLACK).outline(Token.BLACK_LINE, 1.5).ink(Token.BLACK_INK)),
    BLACK_NODE_DIM(fill(Token.BLACK).ink(Token.BLACK_DIM)),
    /// A node too small for an outline, and a column of such nodes.
    RED_MARK(fill(Token.RED_MARK)),
    BLACK_MARK(fill(Token.BLACK_MARK)),
    EDGE(line(Token.POINTER, 1.5).faint(0.85)),
    EDGE_DENSE(line(Token.POINTER, 0.8).faint(0.55)),
    PATH_EDGE(line(Token.PATH, 4).head(11, 8)),
    PATH_EDGE_DENSE(line(Token.PATH, 3.5).head(11, 8)),
    PATH_RING(line(Token.PATH, 2.5)),
    /// A step of the path where its node is too small to be drawn.
    PATH_DOT(fill(Token.CANVAS).outline(Token.PATH, 2.5)),
    /// The round badge with the number of a step.
    BADGE(fill(Token.ACCENT).outline(Token.PANEL, 1.5).ink(Token.ON_ACCENT)),
    /// The tick on a badge.
    TICK_ON_BADGE(line(Token.ON_ACCENT, 1)),
    /// The same for a step still to come.
    BADGE_OPEN(fill(Token.PANEL).outline(Token.BORDER_STRONG, 1.5).ink(Token.TEXT_THIRD)),

    // Pointers.
    POINTER(line(Token.POINTER, 1.4).head(7, 5)),
    /// A pointer that the next steps will set.
    POINTER_PENDING(line(Token.POINTER, 1.4).dash(2, 3).head(7, 5)),
    /// NULL where a link is expected; ends in [Icon#NULL].
    POINTER_MISSING(fill(Token.CANVAS).outline(Token.MISSING, 1.7).dash(4, 3).ink(Token.MISSING)),
    /// A pointer to a freed object; ends in [Icon#CROSS].
    POINTER_FREED(fill(Token.CANVAS).outline(Token.WARNING, 1.7).dash(4, 3).ink(Token.WARNING)),
    /// Backwards in an otherwise ascending chain.
    POINTER_BACKWARD(line(Token.WARNING, 1.7).ink(Token.WARNING).head(7, 5)),
    /// A pointer or entry that is out of date.
    POINTER_STALE(line(Token.WARNING, 1.7).dash(5, 3).ink(Token.WARNING).head(7, 5)),

    // Areas by kind: body, tab under a tree node, plain plate for text, mark too small for an outline, guard page.
    VM_AREA(fill(Token.VM_FILL).outline(Token.VM_LINE, 1.25).ink(Token.VM_INK)),
    VM_TAB(fill(Token.VM_FILL).outline(Token.VM_LINE, 1).ink(Token.VM_INK)),
    VM_PLATE(fill(Token.VM_FILL).ink(Token.VM_INK)),
    VM_MARK(fill(Token.VM_LINE)),
    VM_CARD(fill(Token.PANEL).outline(Token.VM_LINE, 1.25)),
    VM_GUARD(fill(Token.CANVAS).outline(Token.VM_LINE, 1).pattern(STRIPES, Token.VM_LINE, 1)),
    BUSY_AREA(fill(Token.BUSY_FILL).outline(Token.BUSY_LINE, 1.25).ink(Token.BUSY_INK)),
    BUSY_TAB(fill(Token.BUSY_FILL).outline(Token.BUSY_LINE, 1).ink(Token.BUSY_INK)),
    BUSY_PLATE(fill(Token.BUSY_FILL).ink(Token.BUSY_INK)),
    BUSY_MARK(fill(Token.BUSY_LINE)),
    BUSY_CARD(fill(Token.PANEL).outline(Token.BUSY_LINE, 1.25)),
    BUSY_GUARD(fill(Token.CANVAS).outline(Token.BUSY_LINE, 1).pattern(STRIPES, Token.BUSY_LINE, 1)),
    BLOCK_AREA(block(1.25)),
    BLOCK_TAB(block(1)),
    BLOCK_PLATE(fill(Token.BLOCK_FILL).ink(Token.BLOCK_INK)),
    BLOCK_MARK(fill(Token.BLOCK_LINE)),
    BLOCK_CARD(fill(Token.PANEL).outline(Token.BLOCK_LINE, 1.25)),
    BLOCK_GUARD(fill(Token.CANVAS).outline(Token.BLOCK_LINE, 1).pattern(STRIPES, Token.BLOCK_LINE, 1)),
    EARLY_AREA(early(1.25)),
    EARLY_TAB(early(1)),
    EARLY_PLATE(fill(Token.EARLY_FILL).ink(Token.EARLY_INK)),
    EARLY_MARK(fill(Token.EARLY_LINE)),
    EARLY_CARD(fill(Token.PANEL).outline(Token.EARLY_LINE, 1.25)),
    EARLY_GUARD(fill(Token.CANVAS).outline(Token.EARLY_LINE, 1).pattern(STRIPES, Token.EARLY_LINE, 1)),
    LAZY_AREA(lazy(1.25)),
    LAZY_TAB(lazy(1)),
    LAZY_PLATE(fill(Token.LAZY_FILL).ink(Token.LAZY_INK)),
    LAZY_MARK(fill(Token.LAZY_LINE)),
    LAZY_CARD(fill(Token.PANEL).outline(Token.LAZY_LINE, 1.25).dash(5, 3)),
    LAZY_GUARD(fill(Token.CANVAS).outline(Token.LAZY_LINE, 1).pattern(STRIPES, Token.LAZY_LINE, 1)),
    PURGING_AREA(purging(1.25)),
    PURGING_TAB(purging(1)),
    PURGING_PLATE(fill(Token.PURGING_FILL).ink(Token.PURGING_INK)),
    PURGING_MARK(fill(Token.PURGING_LINE)),
    PURGING_CARD(fill(Token.PANEL).outline(Token.PURGING_LINE, 1.25).dash(2, 2)),
    PURGING_GUARD(fill(Token.CANVAS).outline(Token.PURGING_LINE, 1).pattern(STRIPES, Token.PURGING_LINE, 1)),

    // Pages and holes.
    GAP(fill(Token.CANVAS).pattern(GAP_DOTS, Token.GAP, 1)),
    PADDING(texture(THIN_HATCH, Token.PADDING, 0.6)),
    HOLE(fill(Token.GRID)),
    HOLE_BASE(fill(Token.HOLE)),
    HOLE_REJECTED(
            fill(Token.REJECTED_FILL).outline(Token.REJECTED, 1.5).dash(5, 3).ink(Token.REJECTED)),
    /// The part of a rejected hole that collides.
    HOLE_COLLISION(texture(COLLISION_HATCH, Token.REJECTED, 0.55)),
    HOLE_CHOSEN(fill(Token.CHOSEN_FILL).outline(Token.CHOSEN, 2.5).ink(Token.CHOSEN)),
    /// Where the area will stand.
    HOLE_PENDING(fill(Token.GRID).outline(Token.CHOSEN, 2.5).dash(7, 4).ink(Token.CHOSEN)),
    /// A place that a question offers.
    OFFER(fill(Token.ACCENT_SOFT).outline(Token.ACCENT, 2).dash(6, 4).ink(Token.ACCENT)),
    OFFER_PICKED(fill(Token.SELECTION).outline(Token.ACCENT, 2.5).ink(Token.ACCENT)),
    /// Around a node that a question offers.
    OFFER_RING(line(Token.ACCENT, 2).dash(5, 4)),
    RIGHT_RING(line(Token.CHOSEN, 3)),
    RIGHT_BADGE(fill(Token.CHOSEN).outline(Token.PANEL, 1.5).ink(Token.PANEL)),
    WRONG_RING(line(Token.REJECTED, 2.5).dash(5, 3)),
    WRONG_BADGE(fill(Token.REJECTED).outline(Token.PANEL, 1.5).ink(Token.PANEL)),
    CHOSEN_GUIDE(line(Token.CHOSEN, 1.5).ink(Token.CHOSEN)),
    MAPPED(fill(Token.MAPPED).ink(Token.ON_ACCENT)),
    PTE_CLEARED(fill(Token.PANEL).outline(Token.BORDER_STRONG, 1).dash(2, 3)),
    /// The frame of a page-table entry of which a part is present.
    PTE_OUTLINE(line(Token.MAPPED, 1)),
    /// Text on a TLB entry that is out of date.
    STALE_TEXT(fill(Token.WARNING_FILL).ink(Token.TEXT)),
    /// A TLB entry that the page table no longer agrees with.
    STALE(fill(Token.WARNING_FILL).outline(Token.WARNING, 1.5).dash(5, 3).ink(Token.WARNING)),
    FLUSH_SPAN(line(Token.EVENT_TLB, 2.5)),
    FLUSH_SPAN_PENDING(line(Token.EVENT_TLB, 2.5).dash(7, 4)),

    // Pages of a block; better reached by BitCell.
    BIT_ALLOCATED(fill(Token.BIT_ALLOCATED)),
    BIT_ROUNDED(fill(Token.BIT_FREE).outline(Token.BIT_ALLOCATED, 1)),
    BIT_ROUNDED_SOLID(fill(Token.BIT_ROUNDED)),
    BIT_DIRTY(fill(Token.BIT_DIRTY).outline(Token.BIT_DIRTY_LINE, 1)),
    BIT_DIRTY_SLASH(line(Token.BIT_DIRTY_LINE, 1.3)),
    BIT_DIRTY_SOLID(fill(Token.BIT_DIRTY_LINE)),
    BIT_FREE(fill(Token.BIT_FREE).outline(Token.BIT_FREE_LINE, 1)),
    BIT_NEXT(line(Token.BIT_NEXT, 1.8)),
    BIT_NEXT_DOT(fill(Token.BIT_NEXT)),

    // Highlights; better reached by Highlight.
    CHANGED_RING(line(Token.CHANGED_LINE, 2.5)),
    CHANGED_FLAG(fill(Token.CHANGED_LINE)),
    CHANGED_ROW(fill(Token.CHANGED)),
    SELECTED_RING(line(Token.ACCENT, 2.5)),
    SELECTED_ROW(fill(Token.SELECTION)),
    SELECTED_BAR(fill(Token.ACCENT)),
    HOVER_RING(line(Token.ACCENT, 1.5)),

    // Callouts.
    CALLOUT(fill(Token.PANEL).outline(Token.BORDER_STRONG, 1)),
    CALLOUT_ACCENT(fill(Token.ACCENT_SOFT).outline(Token.ACCENT, 1.25).ink(Token.ACCENT)),
    CALLOUT_RECOLOUR(fill(Token.PANEL).outline(Token.EVENT_RECOLOUR, 1.5)),
    CALLOUT_ROTATION(fill(Token.PANEL).outline(Token.EVENT_ROTATION, 1.5).dash(5, 3)),
    CALLOUT_FLUSH(fill(Token.PANEL).outline(Token.EVENT_TLB, 1)),

    // Events: the outline colour is that of the glyph.
    EVENT_STORE(event(Token.EVENT_STORE)),
    EVENT_CALL(event(Token.EVENT_CALL)),
    EVENT_ROTATION(event(Token.EVENT_ROTATION)),
    EVENT_RECOLOUR(event(Token.EVENT_RECOLOUR)),
    EVENT_MAP(event(Token.EVENT_MAP)),
    EVENT_UNMAP(event(Token.EVENT_UNMAP)),
    EVENT_TLB(event(Token.EVENT_TLB)),
    EVENT_CACHE(event(Token.EVENT_CACHE)),
    EVENT_RCU(event(Token.EVENT_RCU)),
    EVENT_LOCK(event(Token.EVENT_LOCK)),
    EVENT_PRINTK(event(Token.EVENT_PRINTK)),
    EVENT_NOTE(event(Token.EVENT_NOTE)),
    /// Solid ticks and bars in the colours of events, for a timeline.
    STORE_BAR(fill(Token.EVENT_STORE).ink(Token.PANEL)),
    LOCK_TICK(fill(Token.EVENT_LOCK).ink(Token.PANEL)),
    RECOLOUR_TICK(fill(Token.EVENT_RECOLOUR).ink(Token.PANEL)),
    ROTATION_TICK(fill(Token.EVENT_ROTATION).ink(Token.PANEL)),
    CACHE_TICK(fill(Token.EVENT_CACHE).ink(Token.PANEL)),
    TLB_TICK(fill(Token.EVENT_TLB).ink(Token.PANEL)),
    RCU_TICK(fill(Token.EVENT_RCU).ink(Token.PANEL)),
    PRINTK_TICK(fill(Token.EVENT_PRINTK).ink(Token.PANEL)),
    WARNING_TICK(fill(Token.EVENT_WARNING).ink(Token.PANEL)),
    BUG_TICK(fill(Token.BUG).ink(Token.PANEL)),
    WARNING(fill(Token.WARNING_FILL).outline(Token.WARNING, 1).ink(Token.WARNING)),
    /// The octagon; its fill is the colour of the mark inside.
    BUG(fill(Token.BUG_INK).outline(Token.BUG, 1).ink(Token.REJECTED)),
    /// What the kernel says when it ends.
    BUG_BANNER(fill(Token.REJECTED_FILL).outline(Token.BUG, 2));

    private final Look look;

    Role(Look look) {
        this.look = look;
    }

    Look look() {
        return look;
    }

    /// Whether the inside of a shape in this role belongs to it: rings and edges have no inside.
    boolean hasInside() {
        return look.hasInside();
    }

    /// The role for digits that say nothing new beside text in this role. On a coloured fill it is the role itself:
    /// there, dimming is by weight only.
    public Role dimmed() {
        return switch (look.ink()) {
            case TEXT, TEXT_SECOND, TEXT_THIRD, DIM -> DIM;
            case BLACK_INK -> BLACK_NODE_DIM;
            default -> this;
        };
    }

    private static Look block(double width) {
        return fill(Token.BLOCK_FILL)
                .outline(Token.BLOCK_LINE, width)
                .pattern(GRID, Token.BLOCK_LINE, 0.45)
                .ink(Token.BLOCK_INK);
    }

    private static Look early(double width) {
        return fill(Token.EARLY_FILL)
                .outline(Token.EARLY_LINE, width)
                .pattern(DOTS, Token.EARLY_LINE, 0.55)
                .ink(Token.EARLY_INK);
    }

    private static Look lazy(double width) {
        return fill(Token.LAZY_FILL)
                .outline(Token.LAZY_LINE, width)
                .dash(5, 3)
                .pattern(HATCH, Token.LAZY_LINE, 0.5)
                .ink(Token.LAZY_INK);
    }

    private static Look purging(double width) {
        return fill(Token.PURGING_FILL)
                .outline(Token.PURGING_LINE, width)
                .dash(2, 2)
                .pattern(CROSS_HATCH, Token.PURGING_LINE, 0.5)
                .ink(Token.PURGING_INK);
    }

    private static Look event(Token colour) {
        return fill(Token.PANEL).outline(colour, 1);
    }
}
