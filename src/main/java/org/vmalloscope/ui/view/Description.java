package org.vmalloscope.ui.view;

import java.util.List;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.DiagramModel;

/// What a diagram shows, in words, to be read, heard, or copied.
final class Description {
    private Description() {}

    static void show(Stage owner, Words words, Theme theme, List<DiagramModel> all, DiagramModel first) {
        TextArea text = new TextArea();
        text.setId("description");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefSize(760, 460);
        text.getStyleClass().add("vm-description");
        ComboBox<String> which = new ComboBox<>();
        which.setId("description-of");
        which.setAccessibleText(words.get("describe.which"));
        all.forEach(diagram -> which.getItems().add(diagram.title()));
        which.valueProperty()
                .addListener((property, was, now) ->
                        text.setText(all.get(which.getItems().indexOf(now)).words()));
        which.setValue(first.title());
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(words.get("describe.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(new VBox(10, which, text));
        ButtonType copy = new ButtonType(words.get("describe.copy"), ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().setAll(copy, ButtonType.CLOSE);
        WindowStyle.apply(theme, dialog.getDialogPane());
        dialog.setResultConverter(button -> {
            if (button == copy) {
                ClipboardContent content = new ClipboardContent();
                content.putString(text.getText());
                Clipboard.getSystemClipboard().setContent(content);
            }
            return button;
        });
        dialog.show();
        text.requestFocus();
    }
}
