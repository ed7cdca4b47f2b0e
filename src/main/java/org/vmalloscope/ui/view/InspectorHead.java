package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.vmalloscope.inspect.Sheet;

/// The head line of the inspector: the struct, its name, and where it is.
final class InspectorHead extends HBox {
    private final Words words;
    private final Label struct = new Label();
    private final Label name = new Label();
    private final Label facts = new Label();

    InspectorHead(Words words) {
        this.words = words;
        getStyleClass().add("vm-inspector-head");
        struct.getStyleClass().add("vm-inspector-struct");
        struct.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("vm-inspector-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.setId("inspector-name");
        facts.getStyleClass().add("vm-inspector-facts");
        facts.setId("inspector-facts");
        facts.setMinWidth(0);
        struct.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(struct, name, facts);
    }

    void show(Optional<Sheet> sheet) {
        boolean shown = sheet.isPresent() && sheet.get().bytes() > 0;
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            Sheet now = sheet.get();
            struct.setText(now.struct());
            name.setText(now.name());
            String freed = now.standing() == Sheet.Standing.FREED ? " · " + words.get("inspector.freed") : "";
            facts.setText("0x" + Long.toHexString(now.subject().address()) + " · " + now.place() + " · "
                    + words.get("inspector.size", now.bytes()) + freed);
        }
    }

    /// Why there are no fields; empty when there are.
    String missing(Optional<Sheet> sheet) {
        if (sheet.isEmpty()) {
            return words.get("inspector.none");
        }
        return switch (sheet.get().standing()) {
            case NOT_YET -> words.get("inspector.not-yet");
            case REPLACED -> words.get("inspector.replaced", sheet.get().name());
            case LIVE, FREED -> sheet.get().rows().isEmpty() ? words.get("inspector.no-fields") : "";
        };
    }
}
