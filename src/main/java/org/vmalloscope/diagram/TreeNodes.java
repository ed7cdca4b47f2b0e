package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.TreeLayout.Detail;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The nodes of the tree and the edges between them, as much of each as its level has room for.
final class TreeNodes {
    private static final double TAB_WIDTH = 58;
    private static final double CORNER = 3;
    /// Px of height of an edge that has no room for an arrow head.
    private static final double SHORT = 12;

    private static final int MOST_DIGITS = 8;
    private static final TextFont ADDRESS_FONT = TextFont.mono(12, Weight.SEMIBOLD);
    private static final TextFont TAB_FONT = TextFont.sans(11, Weight.SEMIBOLD);

    private final Moment moment;
    private final TreeLayout layout;
    private final TreeShape shape;
    private final TreeWay way;
    private final Addresses addresses;
    private final Set<Long> changed;

    TreeNodes(Moment moment, TreeLayout layout, TreeWay way, Set<Long> changed) {
        this.moment = moment;
        this.layout = layout;
        this.shape = layout.shape();
        this.way = way;
        this.changed = changed;
        this.addresses = moment.treeAddresses();
    }

    /// Draws a level's nodes from the one number to the other (exclusive).
    void level(int level, int from, int to, List<Shape> shapes) {
        int[] places = shape.level(level);
        Detail detail = layout.levelDetail(level);
        for (int index = from; index < to; index++) {
            int place = places[index];
            if (!way.endsAt(place) || detail.compareTo(Detail.ADDRESS) >= 0) {
                shapes.add(node(place, detail));
            }
        }
    }

    /// Draws the edges to a level's nodes from above, which are planned in the same order.
    void edges(int level, int from, int to, List<Shape> shapes) {
        int[] places = shape.level(level);
        for (int index = from; index < to; index++) {
            edge(places[index], shape.left(places[index]), shapes);
            edge(places[index], shape.right(places[index]), shapes);
        }
    }

    private void edge(int from, int to, List<Shape> shapes) {
        if (to == TreeShape.NONE || shape.depth(from) >= shape.depth(to)) {
            return;
        }
        Detail below = layout.detail(to);
        if (below == Detail.DENSITY || way.goes(from, to)) {
            return;
        }
        Role role = below.compareTo(Detail.ADDRESS) >= 0 ? Role.EDGE : Role.EDGE_DENSE;
        shapes.add(edge(from, to, shape.agrees(to) ? role : Role.POINTER_PENDING, Heads.NONE));
    }

    /// The edge from a node to a lower one.
    Path edge(int from, int to, Role role, Heads heads) {
        double tab = layout.detail(from) == Detail.NAMED ? layout.tabHeight() : 0;
        double y1 = layout.y(from) + layout.half(from) + tab;
        double half = way.endsAt(to) ? layout.nodeHeight() / 2 : layout.half(to);
        double y2 = layout.y(to) - half - (heads == Heads.NONE ? 0 : 4);
        double middle = (y1 + y2) / 2;
        Heads fitting = y2 - y1 < SHORT ? Heads.NONE : heads;
        String id = "edge:" + id(from) + ">" + id(to);
        double x1 = layout.x(from);
        double x2 = layout.x(to);
        return Path.curve(id, x1, y1, new Path.Cubic(x1, middle, x2, middle, x2, y2), fitting, role);
    }

    private String id(int place) {
        return moment.id(shape.area(place));
    }

    private Shape node(int place, Detail detail) {
        return switch (detail) {
            case NAMED -> full(place, true);
            case ADDRESS -> full(place, false);
            case BLANK -> small(place, 24, 14);
            case MARK, DENSITY -> small(place, 7, 10);
        };
    }

    /// A node with its address, whatever its level has room for.
    Group full(int place, boolean withTab) {
        VmapArea va = shape.area(place);
        List<Shape> parts = new ArrayList<>();
        Kind kind = moment.kinds().of(va);
        Role role = shape.isBlack(place) ? Role.BLACK_NODE : Role.RED_NODE;
        double radius = shape.isBlack(place) ? CORNER : layout.nodeHeight() / 2;
        double x = layout.x(place) - TreeLayout.NODE_WIDTH / 2;
        double y = layout.y(place) - layout.nodeHeight() / 2;
        parts.add(new Box(x, y, TreeLayout.NODE_WIDTH, layout.nodeHeight(), radius, role));
        boolean tabToo = withTab && changed.contains(va.address());
        double height = layout.nodeHeight() + (tabToo ? layout.tabHeight() : 0);
        parts.addAll(Highlight.rings(new Bounds(x, y, TreeLayout.NODE_WIDTH, height), radius, highlights(place)));
        if (withTab) {
            tab(place, kind, parts);
        }
        parts.add(new Text(
                layout.x(place),
                ADDRESS_FONT.baseline(layout.y(place)),
                Anchor.MIDDLE,
                ADDRESS_FONT,
                Run.address(shortened(addresses.shown(va.vaStart())), role)));
        return new Group(id(place), parts, tip(place, kind));
    }

    /// The digits of an address that fit into a node: the last ones, when areas stand at both ends of the space.
    private static String shortened(String digits) {
        return digits.length() <= MOST_DIGITS ? digits : "\u2026" + digits.substring(digits.length() - MOST_DIGITS + 1);
    }

    private Set<Highlight> highlights(int place) {
        Set<Highlight> on = EnumSet.noneOf(Highlight.class);
        if (changed.contains(shape.address(place))) {
            on.add(Highlight.CHANGED);
        }
        if (way.passes(place)) {
            on.add(Highlight.PATH);
        }
        return on;
    }

    private void tab(int place, Kind kind, List<Shape> parts) {
        double x = layout.x(place) - TAB_WIDTH / 2;
        double y = layout.y(place) + layout.nodeHeight() / 2 + 0.75;
        double middle = y + layout.tabHeight() / 2;
        parts.add(new Box(x, y, TAB_WIDTH, layout.tabHeight(), CORNER, kind.tab()));
        String name = TextMetrics.fit(moment.names().area(shape.area(place)), TAB_FONT, TAB_WIDTH - 20);
        double text = TextMetrics.width(name, TAB_FONT);
        double content = 10 + (text > 0 ? 3 + text : 0);
        double start = layout.x(place) - content / 2;
        parts.add(new Box(start - 3, middle - 6, content + 6, 12, 2, kind.plate()));
        parts.add(new Glyph(kind.icon(), start + 5, middle, 10, kind.area()));
        if (!name.isEmpty()) {
            parts.add(new Text(start + 13, TAB_FONT.baseline(middle), Anchor.START, TAB_FONT, kind.plate(), name));
        }
    }

    private Group small(int place, double width, double height) {
        Role role = shape.isBlack(place) ? Role.BLACK_MARK : Role.RED_MARK;
        double radius = shape.isBlack(place) ? 2 : height / 2;
        Bounds bounds = new Bounds(layout.x(place) - width / 2, layout.y(place) - height / 2, width, height);
        List<Shape> parts = new ArrayList<>();
        parts.add(new Box(bounds.x(), bounds.y(), width, height, radius, role));
        if (width >= 24 || changed.contains(shape.address(place))) {
            parts.addAll(Highlight.rings(bounds, radius, highlights(place)));
        }
        return new Group(id(place), parts, tip(place, moment.kinds().of(shape.area(place))));
    }

    private String tip(int place, Kind kind) {
        VmapArea va = shape.area(place);
        return moment.names().area(va) + ", " + Addresses.full(va.vaStart()) + " to " + Addresses.full(va.vaEnd())
                + ", " + TreeDiagram.words(kind) + ", " + (shape.isBlack(place) ? "black" : "red")
                + " node at depth " + shape.depth(place);
    }
}
