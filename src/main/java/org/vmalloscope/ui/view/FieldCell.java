package org.vmalloscope.ui.view;

import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import org.vmalloscope.inspect.FieldRow;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.InspectorModel;

/// A field in the inspector: a click on a pointer follows it, a click elsewhere chooses the field.
final class FieldCell extends ListCell<FieldRow> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass POINTER = PseudoClass.getPseudoClass("pointer");

    /// Characters of a value that may not find room.
    private static final int LONG = 26;

    private final InspectorModel model;
    private final Words words;
    private final BooleanSupplier bytes;
    private final ColumnLine line = new ColumnLine();
    private final IconNode eye = new IconNode(Icon.EYE, 10);

    FieldCell(InspectorModel model, Words words, BooleanSupplier bytes) {
        this.model = model;
        this.words = words;
        this.bytes = bytes;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        eye.getStyleClass().add("vm-row-eye");
        line.value().setOnMouseClicked(event -> {
            FieldRow row = getItem();
            if (row != null && row.target() != 0 && event.getButton() == MouseButton.PRIMARY) {
                model.inspect(row.target());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(FieldRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean shown = !empty && row != null;
        setGraphic(shown ? line : null);
        pseudoClassStateChanged(CHANGED, shown && row.changed());
        if (shown) {
            show(row);
        }
    }

    private void show(FieldRow row) {
        String name = row.field().isEmpty() ? words.get("inspector.value") : row.field();
        String value = bytes.getAsBoolean() ? row.hex() : row.value();
        boolean pointer = row.target() != 0 && !bytes.getAsBoolean();
        line.show(Integer.toString(row.offset()), name, value, row.was());
        line.value().pseudoClassStateChanged(POINTER, pointer);
        setTooltip(value.length() > LONG ? new Tooltip(value) : null);
        line.value().setGraphic(model.watches().isWatched(row.address()) ? eye : null);
        setAccessibleText(
                row.changed()
                        ? words.get("inspector.row.changed", row.offset(), name, row.value(), row.was())
                        : words.get("inspector.row", row.offset(), name, row.value()));
    }
}
