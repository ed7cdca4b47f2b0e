package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmalloscope.diagram.TreeLayout.Detail;
import org.vmalloscope.diagram.TreeLayout.Node;
import org.vmalloscope.diagram.TreeShape.Link;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The vmap_area tree: nodes by address from left to right and by depth from top to bottom.
///
/// Red nodes have round ends, black ones corners; the tab below says what the area is. Where a level is too dense for
/// that, nodes lose their tab, their text, their outline, and at last become a density. The search path is
/// always drawn.
public final class TreeDiagram {
    static final double NODE_WIDTH = 76;
    static final double NODE_HEIGHT = 28;
    private static final double SMALLEST_WIDTH = 720;
    private static final double SMALLEST_HEIGHT = 300;
    private static final double TAB_WIDTH = 58;
    private static final double TAB_HEIGHT = 17;
    private static final double CORNER = 3;
    private static final TextFont ADDRESS_FONT = TextFont.mono(12, Weight.SEMIBOLD);
    private static final TextFont TAB_FONT = TextFont.sans(11, Weight.SEMIBOLD);
    private static final TextFont EMPTY_FONT = TextFont.sans(12.5, Weight.REGULAR);

    private final Moment moment;
    private final TreeLayout layout;
    private final List<Link> links;
    private final AreaKinds kinds;
    private final Addresses addresses;
    private final SearchPath path;
    private final Set<Long> onPath = new HashSet<>();
    private final Set<Long> changed;
    private final List<Shape> shapes = new ArrayList<>();
    private final double width;
    private final double height;

    private TreeDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.width = frame.roomWidth();
        this.height = frame.roomHeight();
        TreeShape shape = moment.tree();
        this.layout = new TreeLayout(shape, width, height);
        this.links = shape.links();
        this.kinds = moment.kinds();
        this.addresses = Addresses.of(
                layout.nodes().stream().map(node -> node.va().vaStart()).toList());
        this.path = SearchPath.of(moment.soFar());
        path.steps().forEach(step -> onPath.add(step.va()));
        this.changed = ChangedAreas.of(moment);
    }

    /// Draws the tree into the room of a frame.
    public static Picture draw(Moment moment, Frame frame) {
        return new TreeDiagram(moment, frame).picture();
    }

    /// What occurs in the tree, and what it means.
    public static List<LegendEntry> legend(Moment moment) {
        return new TreeDiagram(moment, Frame.of(SMALLEST_WIDTH, SMALLEST_HEIGHT)).entries();
    }

    private List<LegendEntry> entries() {
        List<LegendEntry> entries = new ArrayList<>();
        Set<Kind> occur = EnumSet.noneOf(Kind.class);
        layout.nodes().forEach(node -> occur.add(kinds.of(node.va())));
        if (layout.nodes().stream().anyMatch(node -> !node.black())) {
            entries.add(LegendEntry.of(Role.RED_NODE, "red node"));
        }
        if (layout.nodes().stream().anyMatch(Node::black)) {
            entries.add(LegendEntry.of(Role.BLACK_NODE, "black node"));
        }
        if (!path.steps().isEmpty()) {
            entries.add(LegendEntry.of(Role.PATH_EDGE, "search path, in order of visits"));
        }
        if (!changed.isEmpty()) {
            entries.add(LegendEntry.of(Role.CHANGED_RING, "changed at this event"));
        }
        occur.forEach(kind -> entries.add(LegendEntry.of(kind, words(kind))));
        return entries;
    }

    /// As large as the tree needs to be legible, within bounds.
    static Diagram.FigureSize size(Moment moment) {
        List<TreeShape.Member> members = moment.tree().members();
        int deepest = members.stream().mapToInt(TreeShape.Member::depth).max().orElse(0);
        double width = Math.clamp(members.size() * 72.0, SMALLEST_WIDTH, 2400);
        return new Diagram.FigureSize(width, Math.max(SMALLEST_HEIGHT, deepest * 78.0 + 120));
    }

    private Picture picture() {
        VmallocView view = moment.view();
        if (layout.nodes().isEmpty()) {
            String empty = view.vmapInitialized()
                    ? "The tree is empty: vmalloc makes an area"
                    : "The tree is empty until vmalloc_init (statement: boot)";
            shapes.add(new Text(
                    16,
                    EMPTY_FONT.baseline(20),
                    Anchor.START,
                    EMPTY_FONT,
                    Role.TEXT_THIRD,
                    TextMetrics.fit(empty, EMPTY_FONT, width - 32)));
            return new Picture(width, height, "vmap_area tree", empty, shapes);
        }
        edges();
        for (List<Node> level : layout.levels()) {
            if (!level.isEmpty()) {
                level(level);
            }
        }
        path();
        if (!layout.namesAll()) {
            new KindStrip(layout, kinds, height).addTo(shapes);
        }
        new TreeCallouts(moment, layout, width, height).addTo(shapes);
        return new Picture(width, height, "vmap_area tree", description(), shapes);
    }

    private String description() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        layout.nodes().forEach(node -> counts.merge(kinds.of(node.va()), 1, Integer::sum));
        String byKind = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                .collect(Collectors.joining(", "));
        int areas = layout.nodes().size();
        return areas + (areas == 1 ? " area, " : " areas, ") + layout.levels().size() + " levels deep: " + byKind;
    }

    static String words(Kind kind) {
        return switch (kind) {
            case VM -> "with a vm_struct";
            case BUSY -> "without a vm_struct";
            case BLOCK -> "vm_map_ram blocks";
            case EARLY -> "imported at boot";
            case LAZY -> "lazily freed";
            case PURGING -> "being purged";
        };
    }

    private void edges() {
        List<Node> nodes = layout.nodes();
        for (Link link : links) {
            Node from = nodes.get(link.from());
            Node to = nodes.get(link.to());
            Detail below = layout.detail(to);
            boolean onWay = onPath.contains(from.va().address())
                    && onPath.contains(to.va().address())
                    && below.compareTo(Detail.BLANK) >= 0;
            if (below == Detail.DENSITY || from.depth() >= to.depth() || onWay) {
                continue;
            }
            Role role = below.compareTo(Detail.ADDRESS) >= 0 ? Role.EDGE : Role.EDGE_DENSE;
            shapes.add(edge(from, to, link.agreed() ? role : Role.POINTER_PENDING, Heads.NONE));
        }
    }

    private Path edge(Node from, Node to, Role role, Heads heads) {
        double y1 = from.y() + (layout.detail(from) == Detail.NAMED ? NODE_HEIGHT / 2 + TAB_HEIGHT : half(from));
        double y2 = to.y() - half(to) - (heads == Heads.NONE ? 0 : 4);
        double middle = (y1 + y2) / 2;
        String id = "edge:" + id(from.va()) + ">" + id(to.va());
        return Path.curve(id, from.x(), y1, new Path.Cubic(from.x(), middle, to.x(), middle, to.x(), y2), heads, role);
    }

    private double half(Node node) {
        return switch (layout.detail(node)) {
            case NAMED, ADDRESS -> NODE_HEIGHT / 2;
            case BLANK -> 7;
            case MARK -> 5;
            case DENSITY -> 0;
        };
    }

    private String id(VmapArea va) {
        return moment.id(va);
    }

    private void level(List<Node> level) {
        switch (layout.detail(level.getFirst())) {
            case NAMED -> level.forEach(node -> shapes.add(full(node, true)));
            case ADDRESS -> level.forEach(node -> shapes.add(full(node, false)));
            case BLANK -> level.forEach(node -> shapes.add(small(node, 24, 14)));
            case MARK -> level.forEach(node -> shapes.add(small(node, 7, 10)));
            case DENSITY -> new LevelDensity(level, layout, width).addTo(shapes);
        }
    }

    private Shape full(Node node, boolean withTab) {
        VmapArea va = node.va();
        List<Shape> parts = new ArrayList<>();
        Kind kind = kinds.of(va);
        if (withTab) {
            tab(node, kind, parts);
        }
        Role role = node.black() ? Role.BLACK_NODE : Role.RED_NODE;
        double radius = node.black() ? CORNER : NODE_HEIGHT / 2;
        double x = node.x() - NODE_WIDTH / 2;
        double y = node.y() - NODE_HEIGHT / 2;
        parts.add(new Box(x, y, NODE_WIDTH, NODE_HEIGHT, radius, role));
        parts.add(new Text(
                node.x(),
                ADDRESS_FONT.baseline(node.y()),
                Anchor.MIDDLE,
                ADDRESS_FONT,
                Run.address(addresses.shown(va.vaStart()), role)));
        double whole = NODE_HEIGHT + (withTab ? TAB_HEIGHT : 0);
        parts.addAll(Highlight.rings(
                new Bounds(x, y, NODE_WIDTH, changed.contains(va.address()) ? whole : NODE_HEIGHT),
                radius,
                highlights(va)));
        return new Group(id(va), parts, tip(node, kind));
    }

    private Set<Highlight> highlights(VmapArea va) {
        Set<Highlight> on = EnumSet.noneOf(Highlight.class);
        if (changed.contains(va.address())) {
            on.add(Highlight.CHANGED);
        }
        if (onPath.contains(va.address())) {
            on.add(Highlight.PATH);
        }
        return on;
    }

    private void tab(Node node, Kind kind, List<Shape> parts) {
        double x = node.x() - TAB_WIDTH / 2;
        double y = node.y() + NODE_HEIGHT / 2 - 1;
        double middle = y + (TAB_HEIGHT + 1) / 2;
        parts.add(new Box(x, y, TAB_WIDTH, TAB_HEIGHT, CORNER, kind.tab()));
        String name = TextMetrics.fit(moment.names().area(node.va()), TAB_FONT, TAB_WIDTH - 20);
        double text = TextMetrics.width(name, TAB_FONT);
        double content = 10 + (text > 0 ? 3 + text : 0);
        double start = node.x() - content / 2;
        parts.add(new Box(start - 3, y + 2.5, content + 6, TAB_HEIGHT - 5, 2, kind.plate()));
        parts.add(new Glyph(kind.icon(), start + 5, middle, 10, kind.area()));
        if (!name.isEmpty()) {
            parts.add(new Text(start + 13, TAB_FONT.baseline(middle), Anchor.START, TAB_FONT, kind.plate(), name));
        }
    }

    private Shape small(Node node, double boxWidth, double boxHeight) {
        Role role = node.black() ? Role.BLACK_MARK : Role.RED_MARK;
        double radius = node.black() ? 2 : boxHeight / 2;
        Bounds bounds = new Bounds(node.x() - boxWidth / 2, node.y() - boxHeight / 2, boxWidth, boxHeight);
        List<Shape> parts = new ArrayList<>();
        parts.add(new Box(bounds.x(), bounds.y(), boxWidth, boxHeight, radius, role));
        if (boxWidth >= 24 || changed.contains(node.va().address())) {
            parts.addAll(Highlight.rings(bounds, radius, highlights(node.va())));
        }
        return new Group(id(node.va()), parts, tip(node, kinds.of(node.va())));
    }

    private String tip(Node node, Kind kind) {
        VmapArea va = node.va();
        return moment.names().area(va) + ", 0x" + Long.toHexString(va.vaStart()) + " to 0x"
                + Long.toHexString(va.vaEnd()) + ", " + words(kind) + ", " + (node.black() ? "black" : "red")
                + " node at depth " + node.depth();
    }

    private void path() {
        List<TreeDescent> steps = path.steps();
        for (int index = 0; index < steps.size(); index++) {
            Node node = layout.node(steps.get(index).va());
            if (node == null) {
                continue;
            }
            boolean small = layout.detail(node).compareTo(Detail.ADDRESS) < 0;
            Node before = index == 0 ? null : layout.node(steps.get(index - 1).va());
            if (before != null && before.depth() < node.depth()) {
                shapes.add(edge(
                        before, node, small ? Role.PATH_EDGE_DENSE : Role.PATH_EDGE, small ? Heads.NONE : Heads.END));
            }
            if (small && index == steps.size() - 1) {
                shapes.add(full(node, false));
            } else if (small) {
                shapes.add(Box.disc(node.x(), node.y(), 5, Role.PATH_DOT));
            } else {
                badge(node, index + 1);
            }
        }
    }

    private void badge(Node node, int number) {
        double x = node.x() - NODE_WIDTH / 2 - 3;
        double y = node.y() - NODE_HEIGHT / 2 - 3;
        TextFont font = TextFont.sans(10.5, Weight.BOLD);
        shapes.add(Box.disc(x, y, 8.5, Role.BADGE));
        shapes.add(new Text(x, font.baseline(y), Anchor.MIDDLE, font, Role.BADGE, Integer.toString(number)));
    }
}
