package org.vmalloscope.diagram;

import org.vmalloscope.picture.Figure;
import org.vmalloscope.picture.Picture;

/// A diagram as a figure for a slide or a paper: with a title, a legend of what occurs, and where it is from.
public final class DiagramFigure {
    private static final String SIGNATURE = "Vmalloscope · Linux 2.6.32";

    private DiagramFigure() {}

    /// Draws the figure as large as the diagram wants to be; `source` is the line below the title, `caption`
    /// the last.
    public static Picture draw(
            Diagram diagram, Moment moment, ViewOptions options, String title, String source, String caption) {
        Diagram.FigureSize size = diagram.size(moment, options);
        Picture picture =
                diagram.draw(moment, Frame.of(size.width(), size.height()).with(options));
        return new Figure(title, source, picture, diagram.legend(moment, options), caption, SIGNATURE).draw();
    }
}
