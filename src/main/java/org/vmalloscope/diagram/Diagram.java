package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// A way to draw a moment. Each is a pure function: the same moment and size give the same picture.
public enum Diagram {
    TREE("tree", "vmap_area tree");

    private final String label;
    private final String title;

    Diagram(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /// The name on the command line and of exported files.
    public String label() {
        return label;
    }

    /// The name above a pane.
    public String title() {
        return title;
    }

    /// The diagram of that name on the command line.
    public static Optional<Diagram> named(String label) {
        return Arrays.stream(values())
                .filter(diagram -> diagram.label.equals(label))
                .findFirst();
    }

    /// All but the overview, which is made of them.
    public static List<Diagram> single() {
        List<Diagram> all = new ArrayList<>(List.of(values()));
        return all;
    }

    /// Draws into `width` by `height` px.
    public Picture draw(Moment moment, double width, double height) {
        return switch (this) {
            case TREE -> TreeDiagram.draw(moment, width, height);
        };
    }

    /// What occurs in the diagram, and what it means.
    public List<LegendEntry> legend(Moment moment) {
        return switch (this) {
            case TREE -> TreeDiagram.legend(moment);
        };
    }

    /// Px that the diagram wants when nothing else decides, as in a figure.
    FigureSize size(Moment moment) {
        return switch (this) {
            case TREE -> TreeDiagram.size(moment);
        };
    }

    /// Width and height in px.
    record FigureSize(double width, double height) {}
}
