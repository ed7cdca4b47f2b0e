package org.vmalloscope.diagram;

import org.vmalloscope.picture.Bounds;

/// Where the nodes of the vmap_area tree stand, and how much of each level can be shown.
///
/// x is the place in address order and y the depth, so that a rotation moves nodes up and down only. Measures are px.
/// Nothing is kept for each node, so that a tree of any size is laid out at once.
final class TreeLayout {
    static final double NODE_WIDTH = 76;

    private static final double TAB_HEIGHT = 17;
    private static final double LOW_TAB_HEIGHT = 14;
    private static final double MARGIN = 34;
    private static final double TOP = 40;
    private static final double BOTTOM = 58;
    /// Below this height nodes are lower and stand nearer to the edges; above it they are where only so all have names.
    private static final double LOW = 260;
    private static final double LOW_TOP = 24;
    private static final double LOW_BOTTOM = 34;
    /// The strip that says what the areas are, with a node above it.
    private static final double STRIP = 52;
    private static final double NODE_HEIGHT = 28;
    private static final double LOW_NODE_HEIGHT = 22;
    private static final double LOW_ROW = 36;
    /// The least row in which low nodes have their names.
    private static final double LOW_NAMED_ROW = 44;
    private static final double WIDEST_STEP = 96;
    private static final double HIGHEST_ROW = 88;

    /// How much of a node is shown, the least first; `gap` and `row` are the px between neighbours that it takes.
    enum Detail {
        DENSITY(0, 0),
        MARK(8.5, 13),
        BLANK(34, 20),
        ADDRESS(80, 27),
        NAMED(100, 50);

        private final double gap;
        private final double row;

        Detail(double gap, double row) {
            this.gap = gap;
            this.row = row;
        }
    }

    private final TreeShape shape;
    private final Detail[] details;
    private final double step;
    private final double left;
    private final double row;
    private final double top;
    private final boolean low;

    TreeLayout(TreeShape shape, double width, double height) {
        this.shape = shape;
        step = Math.min(WIDEST_STEP, (width - 2 * MARGIN) / Math.max(1, shape.size()));
        left = (width - step * shape.size()) / 2;
        Detail[] roomy = details(row(height - TOP - BOTTOM), false);
        Detail[] close = details(row(height - LOW_TOP - LOW_BOTTOM), true);
        low = height < LOW || namesAll(close) && !namesAll(roomy);
        top = low ? LOW_TOP : TOP;
        double below = low ? namesAll(close) ? LOW_BOTTOM : STRIP : BOTTOM;
        row = row(height - top - below);
        details = details(row, low);
    }

    private static boolean namesAll(Detail[] details) {
        return details.length == 0 || details[details.length - 1] == Detail.NAMED;
    }

    private double row(double room) {
        return Math.min(HIGHEST_ROW, room / Math.max(1, shape.height() - 1));
    }

    private Detail[] details(double between, boolean lowNodes) {
        Detail[] found = new Detail[shape.height()];
        for (int level = 0; level < found.length; level++) {
            Detail above = level == 0 ? Detail.NAMED : found[level - 1];
            found[level] = richest(shape.level(level), between, lowNodes, above);
        }
        return found;
    }

    private Detail richest(int[] level, double between, boolean lowNodes, Detail above) {
        int closest = Integer.MAX_VALUE;
        int before = Integer.MIN_VALUE / 2;
        for (int place : level) {
            if (!shape.isAdrift(place)) {
                closest = Math.min(closest, place - before);
                before = place;
            }
        }
        Detail best = Detail.DENSITY;
        for (Detail detail : Detail.values()) {
            double least = lowNodes && detail == Detail.NAMED ? LOW_NAMED_ROW : detail.row;
            if (closest * step >= detail.gap && between >= least && detail.compareTo(above) <= 0) {
                best = detail;
            }
        }
        return best;
    }

    TreeShape shape() {
        return shape;
    }

    /// Where the node with that place in address order stands.
    double x(double place) {
        return left + (place + 0.5) * step;
    }

    /// The middle of a node; what cannot be reached from the root stands half a row higher than what can.
    double y(int place) {
        return levelY(shape.depth(place)) - (shape.isAdrift(place) ? row / 2 : 0);
    }

    double levelY(int level) {
        return top + level * row;
    }

    Detail detail(int place) {
        return details[shape.depth(place)];
    }

    Detail levelDetail(int level) {
        return details[level];
    }

    /// The height of a node that is drawn with its address: less where the tree is low, or rows are close.
    double nodeHeight() {
        return low || row < LOW_ROW ? LOW_NODE_HEIGHT : NODE_HEIGHT;
    }

    /// The height of the tab below a node.
    double tabHeight() {
        return low ? LOW_TAB_HEIGHT : TAB_HEIGHT;
    }

    /// Half the height of what is drawn of a node of its level, without its tab.
    double half(int place) {
        return switch (detail(place)) {
            case NAMED, ADDRESS -> nodeHeight() / 2;
            case BLANK -> 7;
            case MARK -> 5;
            case DENSITY -> 0;
        };
    }

    /// Half the width of what is drawn of a node of its level.
    double halfWidth(int place) {
        return switch (detail(place)) {
            case NAMED, ADDRESS -> NODE_WIDTH / 2;
            case BLANK -> 12;
            case MARK -> 3.5;
            case DENSITY -> 0;
        };
    }

    /// Whether the kinds of areas can be seen at all nodes.
    boolean namesAll() {
        return namesAll(details);
    }

    /// Px between two neighbours in address order.
    double step() {
        return step;
    }

    /// Px from a level to the next.
    double row() {
        return row;
    }

    /// The left end of the lowest area's column.
    double left() {
        return left;
    }

    /// The left end of all that is drawn: the lowest area's node can be wider than its column.
    double leftmost() {
        return Math.min(left, x(0) - halfWidth(0));
    }

    /// The right end of the highest area's column.
    double right() {
        return left + step * shape.size();
    }

    /// The place of the column at an x, cut to those there are.
    int placeAt(double x) {
        return Math.clamp((long) Math.floor((x - left) / step), 0, Math.max(0, shape.size() - 1));
    }

    /// The index in a level's nodes of the first that stands at `x` or right of it.
    int firstFrom(int level, double x) {
        int[] places = shape.level(level);
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x(places[middle]) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether something as large as a callout covers no node and no tab.
    boolean isClear(Bounds where) {
        for (int level = 0; level < details.length; level++) {
            if (details[level].compareTo(Detail.MARK) > 0 && !isClear(level, where)) {
                return false;
            }
        }
        return true;
    }

    private boolean isClear(int level, Bounds where) {
        int[] places = shape.level(level);
        double half = details[level] == Detail.BLANK ? 14 : NODE_WIDTH / 2 + 14;
        double below = details[level] == Detail.NAMED ? 34 : 14;
        double above = details[level].compareTo(Detail.ADDRESS) >= 0 ? 24 : 10;
        for (int at = firstFrom(level, where.x() - half); at < places.length; at++) {
            double y = y(places[at]);
            if (x(places[at]) - half >= where.right()) {
                return true;
            }
            if (y + below > where.y() && y - above < where.bottom()) {
                return false;
            }
        }
        return true;
    }
}
