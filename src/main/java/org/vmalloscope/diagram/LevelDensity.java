package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.diagram.TreeLayout.Node;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;

/// A level of the tree that is too dense for nodes: how many there are in every 4 px, black above a line, red below.
record LevelDensity(List<Node> level, TreeLayout layout, double width) {
    private static final double COLUMN = 4;
    private static final double COUNT = 4;

    void addTo(List<Shape> shapes) {
        int columns = (int) Math.ceil(width / COLUMN);
        int[] black = new int[columns];
        int[] red = new int[columns];
        for (Node node : level) {
            int column = Math.clamp((long) (node.x() / COLUMN), 0, columns - 1);
            (node.black() ? black : red)[column]++;
        }
        double y = level.getFirst().y();
        double most = layout.row() / 2 - 1;
        shapes.add(new Box(layout.left(), y, layout.step() * layout.nodes().size(), 1, 0, Role.RULE));
        for (int column = 0; column < columns; column++) {
            double x = column * COLUMN + 1;
            if (black[column] > 0) {
                double high = Math.min(most, black[column] * COUNT);
                shapes.add(new Box(x, y - high, COLUMN - 1.5, high, 0, Role.BLACK_MARK));
            }
            if (red[column] > 0) {
                double high = Math.min(most, red[column] * COUNT);
                shapes.add(new Box(x, y + 1, COLUMN - 1.5, high, 0, Role.RED_MARK));
            }
        }
    }
}
