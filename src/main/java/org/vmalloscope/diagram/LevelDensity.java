package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;

/// The levels of the tree that are too dense for nodes: how many there are in every 4 px, black above a line, red
/// below.
///
/// A node is 4 px high where there is room for it; where more stand in a column, all levels are drawn to one smaller
/// scale. The columns of a level and colour are one shape; where the columns are many-fold, one with a closed outline.
record LevelDensity(TreeLayout layout, int firstLevel, double from, double to) {
    private static final double COLUMN = 4;
    private static final double COUNT = 4;
    private static final double GAP = 1.5;

    void addTo(List<Shape> shapes) {
        int levels = layout.shape().height() - firstLevel;
        int first = (int) Math.floor(from / COLUMN);
        int columns = (int) Math.ceil(to / COLUMN) - first + 1;
        double most = layout.row() / 2 - 1;
        int[][] black = new int[levels][columns];
        int[][] red = new int[levels][columns];
        for (int level = 0; level < levels; level++) {
            count(firstLevel + level, first, black[level], red[level]);
        }
        double high = Math.min(COUNT, most / Math.max(1, most()));
        for (int level = 0; level < levels; level++) {
            double y = layout.levelY(firstLevel + level);
            shapes.add(new Box(layout.left(), y, layout.right() - layout.left(), 1, 0, Role.RULE));
            bars(black[level], first, y, -high, Role.BLACK_MARK, shapes);
            bars(red[level], first, y + 1, high, Role.RED_MARK, shapes);
        }
    }

    private void count(int level, int first, int[] black, int[] red) {
        TreeShape shape = layout.shape();
        int[] places = shape.level(level);
        for (int index = layout.firstFrom(level, first * COLUMN); index < places.length; index++) {
            int column = (int) (layout.x(places[index]) / COLUMN) - first;
            if (column >= black.length) {
                break;
            }
            (shape.isBlack(places[index]) ? black : red)[column]++;
        }
    }

    /// The most nodes of one level in a column, wherever it is: the scale does not depend on what is seen.
    private int most() {
        TreeShape shape = layout.shape();
        int most = 0;
        for (int level = firstLevel; level < shape.height(); level++) {
            int[] places = shape.level(level);
            int column = -1;
            int count = 0;
            for (int place : places) {
                int at = (int) (layout.x(place) / COLUMN);
                count = at == column ? count + 1 : 1;
                column = at;
                most = Math.max(most, count);
            }
        }
        return most;
    }

    private static void bars(int[] counts, int first, double y, double unit, Role role, List<Shape> shapes) {
        List<Path.Segment> outline = new ArrayList<>();
        boolean solid = Math.abs(unit) < COUNT / 2;
        double width = solid ? COLUMN : COLUMN - GAP;
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] == 0) {
                continue;
            }
            double x = (first + column) * COLUMN + (solid ? 0 : 1);
            outline.add(new Path.Move(x, y));
            outline.add(new Path.Straight(x, end(y, unit, counts[column])));
            while (solid && column + 1 < counts.length && counts[column + 1] > 0) {
                outline.add(new Path.Straight(x + width, end(y, unit, counts[column])));
                column++;
                x += width;
                outline.add(new Path.Straight(x, end(y, unit, counts[column])));
            }
            outline.add(new Path.Straight(x + width, end(y, unit, counts[column])));
            outline.add(new Path.Straight(x + width, y));
            outline.add(new Path.Close());
        }
        if (!outline.isEmpty()) {
            shapes.add(new Path("", outline, Heads.NONE, role, ""));
        }
    }

    private static double end(double y, double unit, int count) {
        return y + Math.copySign(Math.max(1, Math.abs(unit) * count), unit);
    }
}
