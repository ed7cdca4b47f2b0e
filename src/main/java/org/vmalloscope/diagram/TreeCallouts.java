package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.TreeLayout.Detail;
import org.vmalloscope.diagram.TreeLayout.Node;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.TreeDescent;
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

/// A word beside the node that the last event is about: where a descent turns, which way a rotation goes, which
/// colour a node gets.
///
/// It stands where it covers no node; where there is no such place it is left out, since the sentence below
/// says the same.
record TreeCallouts(Moment moment, TreeLayout layout, double width, double height) {
    private static final double HEIGHT = 22;
    private static final double GAP = 14;
    private static final TextFont FONT = TextFont.sans(11, Weight.SEMIBOLD);

    private record Callout(Node node, @Nullable Icon icon, Role box, Role glyph, String words) {}

    void addTo(List<Shape> shapes) {
        moment.last().flatMap(this::about).ifPresent(callout -> place(callout, shapes));
    }

    private Optional<Callout> about(Event event) {
        return switch (event) {
            case RotationBegun(boolean left, long node, var why) ->
                at(node).map(where -> new Callout(
                        where,
                        Icon.ROTATION,
                        Role.CALLOUT_ROTATION,
                        Role.EVENT_ROTATION,
                        left ? "rotate left" : "rotate right"));
            case Recoloured(long node, boolean black, var why) ->
                at(node).map(where -> new Callout(
                        where,
                        Icon.RECOLOUR,
                        Role.CALLOUT_RECOLOUR,
                        Role.EVENT_RECOLOUR,
                        where.black() == black ? "stays " + colour(black) : "turns " + colour(black)));
            case TreeDescent step ->
                Optional.ofNullable(layout.node(step.va()))
                        .map(where -> new Callout(where, null, Role.CALLOUT_ACCENT, Role.CALLOUT_ACCENT, turn(step)));
            default -> Optional.empty();
        };
    }

    private Optional<Node> at(long rbNode) {
        return Optional.ofNullable(layout.node(moment.view().areaOfNode(rbNode).address()));
    }

    private static String colour(boolean black) {
        return black ? "black" : "red";
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
        Node node = callout.node();
        boolean full = layout.detail(node).compareTo(Detail.ADDRESS) >= 0;
        double half = full ? TreeDiagram.NODE_WIDTH / 2 : 12;
        double tall = full ? TreeDiagram.NODE_HEIGHT / 2 : 8;
        List<Bounds> places = List.of(
                new Bounds(node.x() + half + GAP, node.y() - HEIGHT / 2, wide, HEIGHT),
                new Bounds(node.x() - half - GAP - wide, node.y() - HEIGHT / 2, wide, HEIGHT),
                new Bounds(node.x() - wide / 2, node.y() - tall - 9 - HEIGHT, wide, HEIGHT),
                new Bounds(node.x() + half / 2, node.y() - tall - 9 - HEIGHT, wide, HEIGHT));
        places.stream().filter(this::isClear).findFirst().ifPresent(where -> draw(callout, where, shapes));
    }

    private boolean isClear(Bounds where) {
        if (where.x() < 4 || where.right() > width - 4 || where.y() < 4 || where.bottom() > height - 4) {
            return false;
        }
        for (Node node : layout.nodes()) {
            Detail detail = layout.detail(node);
            double half = detail.compareTo(Detail.ADDRESS) >= 0 ? TreeDiagram.NODE_WIDTH / 2 + 14 : 14;
            double below = detail == Detail.NAMED ? 34 : 12;
            if (node.x() + half > where.x()
                    && node.x() - half < where.right()
                    && node.y() + below > where.y()
                    && node.y() - 24 < where.bottom()
                    && detail.compareTo(Detail.MARK) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void draw(Callout callout, Bounds where, List<Shape> shapes) {
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
        shapes.add(new Group("callout", parts, callout.words()));
    }
}
