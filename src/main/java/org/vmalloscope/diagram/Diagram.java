package org.vmalloscope.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// A way to draw a moment. Each is a pure function: the same moment and frame give the same picture.
public enum Diagram {
    TREE("tree", "vmap_area tree"),
    LISTS("lists", "vmap_area_list and vmlist"),
    SPACE("space", "Address space"),
    BLOCKS("blocks", "Per-CPU blocks"),
    PURGE("purge", "Purge"),
    PAGES("pages", "Page table and TLBs"),
    FIRST_CHUNK("first-chunk", "First chunk"),
    OVERVIEW("overview", "Overview");

    private static final double MOST_ZOOM = 8;

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
        return Arrays.stream(values()).filter(diagram -> diagram != OVERVIEW).toList();
    }

    /// Draws what is seen through a frame. The picture is as large as the whole diagram, and has at least the shapes
    /// that lie in the frame's window.
    public Picture draw(Moment moment, Frame frame) {
        return switch (this) {
            case TREE -> TreeDiagram.draw(moment, frame);
            case LISTS -> ListsDiagram.draw(moment, frame);
            case SPACE -> SpaceDiagram.draw(moment, frame);
            case BLOCKS -> BlocksDiagram.draw(moment, frame);
            case PURGE -> PurgeDiagram.draw(moment, frame);
            case PAGES -> PagesDiagram.draw(moment, frame);
            case FIRST_CHUNK -> FirstChunkDiagram.draw(moment, frame);
            case OVERVIEW -> OverviewDiagram.draw(moment, frame);
        };
    }

    /// What occurs in the diagram, and what it means.
    public List<LegendEntry> legend(Moment moment, ViewOptions options) {
        return switch (this) {
            case TREE -> TreeDiagram.legend(moment);
            case LISTS -> ListsDiagram.legend(moment);
            case SPACE -> SpaceDiagram.legend(moment);
            case BLOCKS -> BlocksDiagram.legend(moment, options);
            case PURGE -> PurgeDiagram.legend(moment);
            case PAGES -> PagesDiagram.legend(moment);
            case FIRST_CHUNK -> FirstChunkDiagram.legend(moment);
            case OVERVIEW -> OverviewDiagram.legend(moment);
        };
    }

    /// Px that the diagram wants when nothing else decides, as in a figure.
    FigureSize size(Moment moment, ViewOptions options) {
        return switch (this) {
            case TREE -> TreeDiagram.size(moment);
            case LISTS -> ListsDiagram.size(moment);
            case SPACE -> SpaceDiagram.size(moment);
            case BLOCKS -> BlocksDiagram.size(moment, options);
            case PURGE -> PurgeDiagram.size(moment);
            case PAGES -> PagesDiagram.size(moment);
            case FIRST_CHUNK -> FirstChunkDiagram.size(moment);
            case OVERVIEW -> OverviewDiagram.size(moment);
        };
    }

    /// The largest zoom that shows anything new in a frame of that width.
    public double mostZoom(Moment moment, double width) {
        return this == SPACE ? SpaceDiagram.mostZoom(moment, width) : MOST_ZOOM;
    }

    /// Width and height in px.
    record FigureSize(double width, double height) {}
}
