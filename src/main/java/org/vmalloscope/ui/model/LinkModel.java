package org.vmalloscope.ui.model;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the user points at and what was selected, shared by all diagrams, by shape id. Used on the FX thread.
public final class LinkModel {
    private final ReadOnlyStringWrapper hovered = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");

    /// Whether an id stands for an object of the kernel, and so for the same thing in every diagram.
    static boolean isObject(String id) {
        return id.startsWith("va:") || id.startsWith("vm:") || id.startsWith("vb:");
    }

    /// The pointer is over a shape; an empty id when over none.
    public void hover(String id) {
        hovered.set(isObject(id) ? id : "");
    }

    /// A shape was chosen; an empty id ends the selection.
    public void select(String id) {
        selected.set(isObject(id) ? id : "");
    }

    public ReadOnlyStringProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
