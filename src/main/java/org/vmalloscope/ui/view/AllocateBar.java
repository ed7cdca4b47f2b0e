package org.vmalloscope.ui.view;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vmalloscope.ui.model.AllocateModel;
import org.vmalloscope.ui.model.AllocateOperation;
import org.vmalloscope.ui.model.SessionModel;

/// The bar below the text that adds an allocation at its end: what, how much, on which CPU.
final class AllocateBar extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double GAP = 5;
    private static final double CPU = 60;

    private final AllocateModel model;
    private final Words words;
    private final ComboBox<AllocateOperation> operation = new ComboBox<>();
    private final TextField amount = new TextField();
    private final TextField alignment = new TextField();
    private final ComboBox<Integer> cpu = new ComboBox<>();
    private final Label line = new Label();
    private final Button allocate = new Button();

    AllocateBar(AllocateModel model, SessionModel session, Words words) {
        this.model = model;
        this.words = words;
        setId("allocate-bar");
        getStyleClass().add("vm-allocate");
        getChildren().addAll(head(), fields(), foot());
        session.cpusProperty().addListener((property, was, now) -> cpus());
        model.operationProperty().addListener((property, was, now) -> ask(now));
        ChangeListener<String> said = (property, was, now) -> describe();
        model.statementProperty().addListener(said);
        model.faultProperty().addListener(said);
        cpus();
        ask(model.operationProperty().get());
        describe();
    }

    private HBox head() {
        Label title = new Label(words.get("allocate.title"));
        title.getStyleClass().add("vm-allocate-title");
        title.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label note = new Label(words.get("allocate.note"));
        note.getStyleClass().add("vm-allocate-note");
        HBox head = new HBox(GAP, title, space, note);
        head.getStyleClass().add("vm-allocate-row");
        return head;
    }

    private HBox fields() {
        operation.setId("allocate-operation");
        operation.getItems().setAll(AllocateOperation.values());
        operation.valueProperty().bindBidirectional(model.operationProperty());
        operation.setAccessibleText(words.get("allocate.operation"));
        operation.setVisibleRowCount(AllocateOperation.values().length);
        operation.setMinWidth(60);
        operation.setPrefWidth(80);
        operation.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(operation, Priority.ALWAYS);
        field(amount, "allocate-amount");
        amount.textProperty().bindBidirectional(model.amountProperty());
        field(alignment, "allocate-alignment");
        alignment.textProperty().bindBidirectional(model.alignmentProperty());
        alignment.setTooltip(new Tooltip(words.get("allocate.alignment")));
        alignment.setAccessibleText(words.get("allocate.alignment"));
        cpu.setId("allocate-cpu");
        cpu.setAccessibleText(words.get("allocate.cpu"));
        cpu.setTooltip(new Tooltip(words.get("allocate.cpu")));
        cpu.setConverter(new CpuWords(words));
        cpu.setMinWidth(CPU);
        cpu.setPrefWidth(CPU);
        cpu.valueProperty().addListener((property, was, now) -> {
            if (now != null) {
                model.cpuProperty().set(now);
            }
        });
        model.cpuProperty().addListener((property, was, now) -> cpu.setValue(now.intValue()));
        HBox row = new HBox(GAP, operation, amount, alignment, cpu);
        row.getStyleClass().add("vm-allocate-row");
        return row;
    }

    private void field(TextField field, String id) {
        field.setId(id);
        field.setPrefColumnCount(4);
        field.setMinWidth(36);
        field.setPrefWidth(40);
        field.setOnAction(entered -> model.allocate());
    }

    private HBox foot() {
        line.setId("allocate-line");
        line.getStyleClass().add("vm-allocate-line");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setWrapText(true);
        HBox.setHgrow(line, Priority.ALWAYS);
        allocate.setId("allocate");
        allocate.setText(words.get("allocate.button"));
        allocate.getStyleClass().add("vm-allocate-button");
        allocate.setMinWidth(USE_PREF_SIZE);
        allocate.setOnAction(pressed -> model.allocate());
        HBox row = new HBox(GAP, line, allocate);
        row.getStyleClass().add("vm-allocate-row");
        return row;
    }

    private void cpus() {
        Integer chosen = model.cpuProperty().get();
        cpu.getSelectionModel().clearSelection();
        cpu.setValue(null);
        cpu.getItems().clear();
        for (int each = 0; each < model.cpus(); each++) {
            cpu.getItems().add(each);
        }
        cpu.setValue(chosen);
    }

    private void ask(AllocateOperation asked) {
        alignment.setVisible(asked.hasAlignment());
        alignment.setManaged(asked.hasAlignment());
        String what = words.get("allocate.amount." + asked.unit());
        amount.setTooltip(new Tooltip(what));
        amount.setAccessibleText(what);
    }

    private void describe() {
        String fault = model.faultProperty().get();
        boolean wrong = !fault.isEmpty();
        line.setText(wrong ? fault : model.statementProperty().get());
        line.pseudoClassStateChanged(ERROR, wrong);
        amount.pseudoClassStateChanged(ERROR, model.blamesAmount());
        allocate.setDisable(wrong);
        allocate.setAccessibleText(words.get("allocate.button") + ": " + line.getText());
    }
}
