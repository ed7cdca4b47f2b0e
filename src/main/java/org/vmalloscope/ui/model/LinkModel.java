package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the user points at and what was selected, shared by all diagrams, by shape id. Used on the FX thread.
///
/// With an id goes what belongs to it at this moment: the vm_struct of an area, the block that an area is.
public final class LinkModel {
    private final ReadOnlyStringWrapper hovered = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Set<String>> allHovered = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<String>> allSelected = new ReadOnlyObjectWrapper<>(Set.of());
    private final Function<String, Set<String>> kin;
    private final List<Consumer<String>> pickers = new ArrayList<>();

    /// `kin` gives the ids that belong to an id, itself among them.
    LinkModel(Function<String, Set<String>> kin) {
        this.kin = kin;
    }

    /// Whether an id stands for an object of the kernel, and so for the same thing in every diagram.
    public static boolean isObject(String id) {
        return id.startsWith("va:") || id.startsWith("vm:") || id.startsWith("vb:");
    }

    /// The pointer is over a shape; an empty id when over none.
    public void hover(String id) {
        String object = isObject(id) ? id : "";
        if (!object.equals(hovered.get())) {
            hovered.set(object);
            allHovered.set(all(object));
        }
    }

    /// Calls `picked` whenever somebody chooses a shape, whatever it is, with its id.
    void onPick(Consumer<String> picked) {
        pickers.add(picked);
    }

    /// A shape was chosen; an empty id ends the selection.
    public void select(String id) {
        String object = isObject(id) ? id : "";
        if (!object.equals(selected.get())) {
            selected.set(object);
            allSelected.set(all(object));
        }
        if (!id.isEmpty()) {
            pickers.forEach(picker -> picker.accept(id));
        }
    }

    /// The moment has changed, and what belongs together may have.
    void moved() {
        allHovered.set(all(hovered.get()));
        allSelected.set(all(selected.get()));
    }

    private Set<String> all(String id) {
        return id.isEmpty() ? Set.of() : kin.apply(id);
    }

    public ReadOnlyStringProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What is pointed at and all that belongs to it.
    public ReadOnlyObjectProperty<Set<String>> allHoveredProperty() {
        return allHovered.getReadOnlyProperty();
    }

    /// What is selected and all that belongs to it.
    public ReadOnlyObjectProperty<Set<String>> allSelectedProperty() {
        return allSelected.getReadOnlyProperty();
    }
}
