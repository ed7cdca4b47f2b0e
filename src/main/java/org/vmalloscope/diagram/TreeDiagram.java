package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmalloscope.diagram.TreeLayout.Detail;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The vmap_area tree: nodes by address from left to right and by depth from top to bottom.
///
/// Red nodes have round ends, black ones corners; the tab below says what the area is. Where a level is too dense for
/// that, nodes lose their tab, their text, their outline, and at last become a density. The search path, or the way
/// to what is selected, is always drawn. What cannot be seen through the frame is left out.
public final class TreeDiagram {
    private static final double SMALLEST_WIDTH = 720;
    private static final double SMALLEST_HEIGHT = 300;
    /// Px around the window in which shapes may reach into it.
    private static final double AROUND = 140;

    private static final TextFont EMPTY_FONT = TextFont.sans(12.5, Weight.REGULAR);
    private static final TextFont DEPTH_FONT = TextFont.mono(10.5, Weight.REGULAR);

    private final Moment moment;
    private final Frame frame;
    private final TreeShape shape;
    private final TreeLayout layout;
    private final TreeWay way;
    private final Set<Long> changed;
    private final List<Shape> shapes = new ArrayList<>();
    private final double width;
    private final double height;
    private final double from;
    private final double to;

    private TreeDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.width = frame.roomWidth();
        this.height = frame.roomHeight();
        this.from = frame.window().map(seen -> seen.x() - AROUND).orElse(0.0);
        this.to = frame.window().map(seen -> seen.right() + AROUND).orElse(width);
        this.shape = moment.tree();
        this.layout = new TreeLayout(shape, width, height);
        this.way = new TreeWay(moment, layout, frame.options().selected());
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
        occur.addAll(moment.treeKinds().counts().keySet());
        int black = 0;
        for (int place = 0; place < shape.size(); place++) {
            black += shape.isBlack(place) ? 1 : 0;
        }
        if (black < shape.size()) {
            entries.add(LegendEntry.of(Role.RED_NODE, "red node"));
        }
        if (black > 0) {
            entries.add(LegendEntry.of(Role.BLACK_NODE, "black node"));
        }
        if (way.isSearch()) {
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
        int areas = moment.tree().size();
        int deepest = Math.max(0, moment.tree().height() - 1);
        double width = Math.clamp(areas * 72.0, SMALLEST_WIDTH, 2400);
        double row = areas * 72.0 > 2400 ? 44 : 78;
        return new Diagram.FigureSize(width, Math.max(SMALLEST_HEIGHT, deepest * row + 120));
    }

    private Picture picture() {
        if (shape.size() == 0) {
            return empty();
        }
        edges();
        way.addTo(nodes(), shapes);
        if (!layout.namesAll()) {
            depths();
            new KindStrip(layout, moment, height, Math.max(0, from), Math.min(width, to)).addTo(shapes);
        }
        new TreeOffers(frame.options().offers(), layout).addTo(shapes);
        new TreeCallouts(moment, layout, way, width, height).addTo(shapes);
        return new Picture(width, height, "vmap_area tree", description(), shapes);
    }

    private Picture empty() {
        String empty = moment.view().vmapInitialized()
                ? "The tree is empty: vmalloc makes an area"
                : "The tree is empty until vmalloc_init (statement boot or start_kernel)";
        shapes.add(new Text(
                16,
                EMPTY_FONT.baseline(20),
                Anchor.START,
                EMPTY_FONT,
                Role.TEXT_THIRD,
                TextMetrics.fit(empty, EMPTY_FONT, width - 32)));
        return new Picture(width, height, "vmap_area tree", empty, shapes);
    }

    private String description() {
        Map<Kind, Integer> counts = moment.treeKinds().counts();
        String byKind = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                .collect(Collectors.joining(", "));
        int areas = shape.size();
        return areas + (areas == 1 ? " area, " : " areas, ") + shape.height() + " levels deep: " + byKind;
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

    /// Whether a level is seen, with what hangs from it.
    private boolean sees(int level) {
        return frame.window()
                .map(seen -> layout.levelY(level) + layout.row() + 40 >= seen.y()
                        && layout.levelY(level) - 40 <= seen.bottom())
                .orElse(true);
    }

    /// The numbers of a level's nodes that are seen, and one more on either side, whose edges may be.
    private int first(int level) {
        return Math.max(0, layout.firstFrom(level, from) - 1);
    }

    private int end(int level) {
        return Math.min(shape.level(level).length, layout.firstFrom(level, to) + 1);
    }

    private void edges() {
        TreeNodes nodes = new TreeNodes(moment, layout, way, changed);
        for (int level = 0; level + 1 < shape.height() && !dense(level + 1); level++) {
            if (sees(level)) {
                nodes.edges(level, first(level), end(level), shapes);
            }
        }
    }

    private boolean dense(int level) {
        return layout.levelDetail(level) == Detail.DENSITY;
    }

    private TreeNodes nodes() {
        TreeNodes nodes = new TreeNodes(moment, layout, way, changed);
        for (int level = 0; level < shape.height(); level++) {
            if (dense(level)) {
                new LevelDensity(layout, level, Math.max(0, from), Math.min(width, to)).addTo(shapes);
                break;
            }
            if (sees(level)) {
                nodes.level(level, first(level), end(level), shapes);
            }
        }
        return nodes;
    }

    /// The number of each level, at the left of what is seen.
    private void depths() {
        double x = Math.max(26, frame.window().map(seen -> seen.x() + 26).orElse(26.0));
        if (layout.leftmost() < 30 || layout.row() < 12 || x > 26) {
            return;
        }
        for (int level = 0; level < shape.height(); level++) {
            shapes.add(new Text(
                    x,
                    DEPTH_FONT.baseline(layout.levelY(level)),
                    Anchor.END,
                    DEPTH_FONT,
                    Role.TEXT_THIRD,
                    Integer.toString(level)));
        }
    }
}
