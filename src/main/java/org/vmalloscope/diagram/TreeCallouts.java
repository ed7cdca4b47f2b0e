package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.TreeLayout.Detail;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Store;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// Words beside the nodes that the last step of the tree is about: where a descent turns, which way a rotation goes,
/// which colours nodes have got since the last rotation, and which node is new.
///
/// They stand where they cover no node; where there is no such place they are left out, since the sentence below
/// says the same.
final class TreeCallouts {
    private static final double HEIGHT = 22;
    private static final double GAP = 14;
    private static final int MOST = 6;
    /// Px at the left in which the numbers of the levels stand.
    private static final double DEPTHS = 30;

    private static final TextFont FONT = TextFont.sans(11, Weight.SEMIBOLD);

    private final Moment moment;
    private final TreeLayout layout;
    private final TreeWay way;
    private final double width;
    private final double height;
    private final List<Callout> callouts = new ArrayList<>();
    private final List<Bounds> placed = new ArrayList<>();
    /// Functions that were left, on the way back to the one that is being played.
    private int left;

    /// Whether the repair of the tree since its last rotation is still being looked at.
    private boolean repairing = true;

    private record Callout(int place, @Nullable Icon icon, Role box, Role glyph, String words) {}

    TreeCallouts(Moment moment, TreeLayout layout, TreeWay way, double width, double height) {
        this.moment = moment;
        this.layout = layout;
        this.way = way;
        this.width = width;
        this.height = height;
    }

    void addTo(List<Shape> shapes) {
        lookBack();
        if (!way.isEmpty() && !way.isSearch()) {
            selected();
        }
        callouts.forEach(callout -> place(callout, shapes));
    }

    /// From the last event back to where the function was entered, or what is being done to the tree began.
    private void lookBack() {
        List<Event> events = moment.soFar();
        for (int index = events.size() - 1; index >= 0 && callouts.size() < MOST; index--) {
            boolean last = index == events.size() - 1;
            switch (events.get(index)) {
                case FunctionLeft function when TreeFunctions.contain(function.function()) -> {
                    // Its caller goes on.
                }
                case FunctionEntered function when TreeFunctions.contain(function.function()) -> {
                    // It belongs to its caller.
                }
                case FunctionLeft function -> left++;
                case FunctionEntered function when left > 0 -> left--;
                case FunctionEntered function -> {
                    entered(function);
                    return;
                }
                case RotationBegun rotation
                when left == 0 && repairing -> {
                    rotation(rotation, last);
                    repairing = false;
                }
                case Recoloured recoloured
                when left == 0 && repairing ->
                    recoloured(recoloured, last, index + 1 < events.size() ? events.get(index + 1) : recoloured);
                case TreeDescent step when left == 0 && last -> descent(step);
                default -> {
                    // Stores and all other notes say it in the sentence alone.
                }
            }
        }
    }

    private void entered(FunctionEntered function) {
        if (function.function().equals("__insert_vmap_area")
                && !function.arguments().isEmpty()) {
            int place = layout.shape().place(function.arguments().getFirst().value());
            if (place != TreeShape.NONE && linked(place)) {
                callouts.add(
                        new Callout(place, null, Role.CALLOUT_ACCENT, Role.CALLOUT_ACCENT, "new node, linked red"));
            }
        }
    }

    /// Whether a parent has it, or it is the root.
    private boolean linked(int place) {
        return layout.shape().agrees(place) || layout.shape().depth(place) == 0;
    }

    private void rotation(RotationBegun rotation, boolean last) {
        String which = rotation.left() ? "rotate left" : "rotate right";
        add(
                rotation.node(),
                Icon.ROTATION,
                Role.CALLOUT_ROTATION,
                Role.EVENT_ROTATION,
                last ? "next: " + which : which);
    }

    /// `next` is the event after the note: most often the store of the colour.
    private void recoloured(Recoloured recoloured, boolean last, Event next) {
        int place = at(recoloured.node());
        if (next instanceof Store store && (store.was() & 1) == (store.now() & 1)) {
            return;
        }
        if (place == TreeShape.NONE || callouts.stream().anyMatch(callout -> callout.place() == place)) {
            return;
        }
        boolean same = last && layout.shape().isBlack(place) == recoloured.black();
        String words = recoloured.black() ? "red \u2192 black" : "black \u2192 red";
        String stays = recoloured.black() ? "stays black" : "stays red";
        add(recoloured.node(), Icon.RECOLOUR, Role.CALLOUT_RECOLOUR, Role.EVENT_RECOLOUR, same ? stays : words);
    }

    private void descent(TreeDescent step) {
        int place = layout.shape().place(step.va());
        if (place != TreeShape.NONE) {
            callouts.add(new Callout(place, null, Role.CALLOUT_ACCENT, Role.CALLOUT_ACCENT, turn(step)));
        }
    }

    private void selected() {
        int place = way.end();
        String words = moment.names().area(layout.shape().area(place)) + ", "
                + Sizes.bytes(layout.shape().area(place).range().bytes()) + ", depth "
                + layout.shape().depth(place);
        callouts.add(new Callout(place, null, Role.CALLOUT_ACCENT, Role.CALLOUT_ACCENT, words));
    }

    private void add(long node, Icon icon, Role box, Role glyph, String words) {
        int place = at(node);
        if (place != TreeShape.NONE) {
            callouts.add(new Callout(place, icon, box, glyph, words));
        }
    }

    private int at(long rbNode) {
        return layout.shape().place(moment.view().areaOfNode(rbNode).address());
    }

    private static String turn(TreeDescent step) {
        String field = switch (step.purpose()) {
            case SEARCH_START, AROUND_HOLE, INSERT_PLACE -> "va_end";
            case EXACT_START -> "va_start";
        };
        return switch (step.turn()) {
            case LEFT -> "below " + field + ": go left";
            case RIGHT -> "above " + field + ": go right";
            case FOUND -> "found";
        };
    }

    private void place(Callout callout, List<Shape> shapes) {
        double wide = TextMetrics.width(callout.words(), FONT) + (callout.icon() == null ? 20 : 34);
        int place = callout.place();
        boolean full = layout.detail(place).compareTo(Detail.ADDRESS) >= 0 || way.endsAt(place);
        double x = layout.x(place);
        double y = layout.y(place);
        double half = full ? TreeLayout.NODE_WIDTH / 2 : 12;
        double tall = full ? layout.nodeHeight() / 2 : 8;
        double tab = layout.detail(place) == Detail.NAMED ? layout.tabHeight() : 0;
        List<Bounds> places = List.of(
                new Bounds(x + half + GAP, y - HEIGHT / 2, wide, HEIGHT),
                new Bounds(x - half - GAP - wide, y - HEIGHT / 2, wide, HEIGHT),
                new Bounds(x + half / 2, y - tall - 11 - HEIGHT, wide, HEIGHT),
                new Bounds(x - half / 2 - wide, y - tall - 11 - HEIGHT, wide, HEIGHT),
                new Bounds(x - wide / 2, y - tall - 11 - HEIGHT, wide, HEIGHT),
                new Bounds(x - wide / 2, y + tall + tab + 11, wide, HEIGHT));
        places.stream().filter(this::isClear).findFirst().ifPresent(where -> {
            placed.add(where);
            draw(callout, where, shapes);
        });
    }

    private boolean isClear(Bounds where) {
        double leftmost = layout.namesAll() ? 4 : DEPTHS;
        if (where.x() < leftmost || where.right() > width - 4 || where.y() < 4 || where.bottom() > height - 4) {
            return false;
        }
        if (!layout.namesAll() && where.bottom() > height - 50) {
            return false;
        }
        for (Bounds other : placed) {
            if (other.grown(4).x() < where.right()
                    && other.grown(4).right() > where.x()
                    && other.grown(4).y() < where.bottom()
                    && other.grown(4).bottom() > where.y()) {
                return false;
            }
        }
        return layout.isClear(where) && clearOfWay(where);
    }

    /// The end of the way is drawn in full where its level is not.
    private boolean clearOfWay(Bounds where) {
        int end = way.end();
        return end == TreeShape.NONE
                || Math.abs(layout.y(end) - (where.y() + HEIGHT / 2)) > layout.nodeHeight() / 2 + HEIGHT / 2 + 4
                || where.x() > layout.x(end) + TreeLayout.NODE_WIDTH / 2 + 6
                || where.right() < layout.x(end) - TreeLayout.NODE_WIDTH / 2 - 6;
    }

    private void draw(Callout callout, Bounds where, List<Shape> shapes) {
        List<Shape> parts = new ArrayList<>();
        double middle = where.y() + HEIGHT / 2;
        parts.add(new Box(where.x(), where.y(), where.width(), HEIGHT, HEIGHT / 2, callout.box()));
        double text = where.x() + 10;
        if (callout.icon() != null) {
            parts.add(new Glyph(callout.icon(), where.x() + 15, middle, 11, callout.glyph()));
            text += 14;
        }
        Role ink = callout.box() == Role.CALLOUT_ACCENT ? Role.CALLOUT_ACCENT : Role.TEXT;
        parts.add(new Text(text, FONT.baseline(middle), Anchor.START, FONT, ink, callout.words()));
        shapes.add(new Group("callout:" + placed.size(), parts, callout.words()));
    }
}
