package org.vmalloscope.ui.model;

import java.util.Optional;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.Frame;
import org.vmalloscope.diagram.ViewOptions;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.TextWriter;

/// One diagram of a session, as a pane needs it. Used on the FX thread.
public record DiagramModel(SessionModel session, Diagram diagram) {
    /// The name of exported files.
    public String label() {
        return diagram.label();
    }

    /// The name above the pane.
    public String title() {
        return diagram.title();
    }

    /// A few words on what there is now, for the head of the pane.
    public String fact() {
        return session.fact(diagram);
    }

    /// A shorter name, for a narrow tab.
    public String shortTitle() {
        return session.word("diagram." + label(), title());
    }

    /// Whether more of the diagram is to be seen when it is larger, so that the wheel makes it larger; else the wheel
    /// moves it.
    public boolean growsRicher() {
        return diagram == Diagram.TREE || diagram == Diagram.SPACE;
    }

    /// What the diagram shows at the position, in words.
    public String words() {
        return session.figure(diagram)
                .map(figure -> new TextWriter().write(figure))
                .orElse("");
    }

    /// Draws what there is now for a pane of `width` by `height` px at a zoom of at least 1; `seen` is the part of the
    /// picture that is looked at.
    public Optional<Picture> draw(double width, double height, double zoom, Bounds seen) {
        ViewOptions options = session.options()
                .get()
                .withSelected(session.links().selectedProperty().get());
        return session.draw(diagram, new Frame(width, height, zoom, Optional.of(seen), options));
    }

    /// The same with all that lies outside of what is seen.
    public Optional<Picture> drawAll(double width, double height, double zoom) {
        ViewOptions options = session.options()
                .get()
                .withSelected(session.links().selectedProperty().get());
        return session.draw(diagram, new Frame(width, height, zoom, Optional.empty(), options));
    }

    /// How large the diagram can be made in a pane of that width.
    public double mostZoom(double width) {
        return session.momentProperty()
                .get()
                .map(moment -> diagram.mostZoom(moment, width))
                .orElse(1.0);
    }

    /// What there is now as a figure for export.
    public Optional<Picture> figure() {
        return session.figure(diagram);
    }
}
