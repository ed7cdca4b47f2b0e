package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.ExportChoice;
import org.vmalloscope.ui.model.ExportChoice.Format;
import org.vmalloscope.ui.model.ExportModel;
import org.vmalloscope.ui.model.ExportModel.Subject;

/// Asks what to export, how and where to, and says what would come of it.
final class ExportDialog {
    private final ExportModel model;
    private final Words words;
    private final Stage owner;
    private final ComboBox<Subject> subject = new ComboBox<>();
    private final Segments<Format> format;
    private final Segments<Theme> theme;
    private final Slider scale = new Slider(1, 8, 2);
    private final Label times = new Label();
    private final CheckBox transparent = new CheckBox();
    private final TextField file = new TextField();
    private final Label facts = new Label();
    private boolean named;
    private boolean proposing;

    ExportDialog(ExportModel model, Words words, Stage owner) {
        this.model = model;
        this.words = words;
        this.owner = owner;
        this.format = new Segments<>("export-format", Format.values(), Format::name, this::changed);
        this.theme = new Segments<>("export-theme", Theme.values(), each -> words.get("theme." + each), this::changed);
        subject.setId("export-subject");
        subject.getItems().setAll(model.subjects());
        subject.setMaxWidth(Double.MAX_VALUE);
        subject.setAccessibleText(words.get("export.what"));
        scale.setId("export-scale");
        scale.setBlockIncrement(1);
        scale.setMajorTickUnit(1);
        scale.setMinorTickCount(0);
        scale.setSnapToTicks(true);
        scale.setAccessibleText(words.get("export.scale"));
        transparent.setText(words.get("export.transparent"));
        transparent.setId("export-transparent");
        file.setId("export-file");
        file.setPrefColumnCount(34);
        file.setAccessibleText(words.get("export.file"));
        facts.setId("export-facts");
        facts.getStyleClass().add("vm-export-facts");
    }

    /// Shows the dialog with a choice; calls `go` with what was chosen and where to write it.
    void show(ExportChoice first, Theme colours, BiConsumer<ExportChoice, Path> go) {
        set(first);
        subject.valueProperty().addListener((property, was, now) -> changed());
        scale.valueProperty().addListener((property, was, now) -> changed());
        transparent.selectedProperty().addListener((property, was, now) -> changed());
        file.textProperty().addListener((property, was, now) -> named |= !proposing);
        changed();
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(words.get("export.title"));
        dialog.getDialogPane().setContent(form());
        ButtonType write = new ButtonType(words.get("export.go"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(write, ButtonType.CANCEL);
        WindowStyle.apply(colours, dialog.getDialogPane());
        Node button = dialog.getDialogPane().lookupButton(write);
        button.setId("export-go");
        button.addEventFilter(ActionEvent.ACTION, pressed -> {
            if (target() == null) {
                facts.setText(words.get("export.file.bad"));
                pressed.consume();
            }
        });
        dialog.setResultConverter(pressed -> {
            Path target = target();
            if (pressed == write && target != null) {
                model.remember(choice(), target);
                go.accept(choice(), target);
            }
            return pressed;
        });
        dialog.show();
    }

    private @Nullable Path target() {
        try {
            return file.getText().isBlank() ? null : Path.of(file.getText().strip());
        } catch (InvalidPathException bad) {
            return null;
        }
    }

    private GridPane form() {
        GridPane grid = new GridPane(14, 12);
        grid.getStyleClass().add("vm-export");
        grid.setId("export-dialog");
        times.setMinWidth(34);
        HBox sizes = new HBox(10, scale, times, transparent);
        Button browse = new Button(words.get("export.browse"));
        browse.setMinWidth(HBox.USE_PREF_SIZE);
        browse.setOnAction(pressed -> browse());
        HBox.setHgrow(file, Priority.ALWAYS);
        row(grid, "export.what", subject);
        row(grid, "export.format", format);
        row(grid, "export.colours", theme);
        row(grid, "export.scale", sizes);
        row(grid, "export.file", new HBox(8, file, browse));
        grid.add(facts, 1, grid.getRowCount());
        return grid;
    }

    private void row(GridPane grid, String key, Node control) {
        Label label = new Label(words.get(key));
        label.setMinWidth(GridPane.USE_PREF_SIZE);
        label.getStyleClass().add("vm-export-word");
        grid.addRow(grid.getRowCount(), label, control);
    }

    private void set(ExportChoice choice) {
        subject.setValue(subject.getItems().stream()
                .filter(each -> each.key().equals(choice.subject()))
                .findFirst()
                .orElse(subject.getItems().getFirst()));
        format.set(choice.format());
        theme.set(choice.theme());
        scale.setValue(choice.scale());
        transparent.setSelected(choice.transparent());
    }

    private ExportChoice choice() {
        return new ExportChoice(
                subject.getValue().key(),
                subject.getValue().key().equals(ExportChoice.WINDOW) ? Format.PNG : format.get(),
                theme.get(),
                (int) Math.round(scale.getValue()),
                transparent.isSelected());
    }

    private void changed() {
        if (subject.getValue() == null) {
            return;
        }
        ExportChoice choice = choice();
        boolean window = choice.subject().equals(ExportChoice.WINDOW);
        boolean pixels = choice.format() == Format.PNG;
        times.setText(choice.scale() + " ×");
        format.setDisable(window);
        theme.setDisable(window || choice.format() == Format.TXT);
        scale.setDisable(!pixels);
        transparent.setDisable(window || choice.format() == Format.TXT);
        facts.setText(model.facts(
                choice, owner.getScene().getWidth(), owner.getScene().getHeight()));
        if (!named) {
            proposing = true;
            file.setText(model.proposal(choice).toString());
            proposing = false;
        }
    }

    private void browse() {
        ExportChoice choice = choice();
        Path proposal = model.proposal(choice);
        File chosen;
        if (choice.subject().equals(ExportChoice.ALL)) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(words.get("export.title"));
            chosen = chooser.showDialog(owner);
        } else {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.get("export.title"));
            chooser.setInitialFileName(String.valueOf(proposal.getFileName()));
            chosen = chooser.showSaveDialog(owner);
        }
        if (chosen != null) {
            file.setText(chosen.getPath());
        }
    }
}
