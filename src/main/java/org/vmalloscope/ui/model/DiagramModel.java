package org.vmalloscope.ui.model;

import java.util.Optional;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.picture.Picture;

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

    /// Draws what there is now into `width` by `height` px.
    public Optional<Picture> draw(double width, double height) {
        return session.draw(diagram, width, height);
    }

    /// What there is now as a figure for export.
    public Optional<Picture> figure() {
        return session.figure(diagram);
    }
}
