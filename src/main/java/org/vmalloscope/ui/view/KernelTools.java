package org.vmalloscope.ui.view;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vmalloscope.ui.model.KernelModel;
import org.vmalloscope.ui.model.KernelTab;

/// What can be done with the table of a kernel's file: which snapshots it is of, which rows are shown, and export.
final class KernelTools extends HBox {
    private final KernelModel model;
    private final Words words;
    private final Label count = new Label();

    /// `second` asks for a second file, `export` for a file to write.
    KernelTools(KernelModel model, Words words, Runnable second, Runnable export) {
        this.model = model;
        this.words = words;
        getStyleClass().add("vm-kernel-tools");
        ComboBox<String> one = snapshots("kernel-one", model.oneProperty());
        ComboBox<String> from = snapshots("kernel-from", model.fromProperty());
        ComboBox<String> to = snapshots("kernel-to", model.toProperty());
        Label arrow = new Label("→");
        Button other = button("kernel-second", "kernel.second", second);
        CheckBox different = new CheckBox(words.get("kernel.different"));
        different.setId("kernel-different");
        different.setMinWidth(Region.USE_PREF_SIZE);
        different.selectedProperty().bindBidirectional(model.rows().differentOnlyProperty());
        count.setId("kernel-count");
        count.getStyleClass().add("vm-head-note");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .setAll(
                        one,
                        from,
                        arrow,
                        to,
                        other,
                        different,
                        filter(),
                        count,
                        Tools.space(),
                        button("kernel-export", "kernel.export", export));
        Runnable fit = () -> {
            KernelTab tab = model.tabProperty().get().orElse(KernelTab.CALLERS);
            boolean several = model.snapshots().size() > 1;
            show(one, tab.isOfOne() && several);
            show(from, tab.isOfTwo() && several);
            show(arrow, tab.isOfTwo() && several);
            show(to, tab.isOfTwo() && several);
            show(other, tab.isOfTwo());
            show(different, tab == KernelTab.COMPARE);
        };
        model.tabProperty().addListener((property, was, now) -> fit.run());
        model.snapshots().addListener((ListChangeListener<String>) change -> fit.run());
        model.rows().rows().addListener((ListChangeListener<List<String>>) change -> tell());
        model.rows().tableProperty().addListener((property, was, now) -> tell());
        model.busyProperty().addListener((property, was, now) -> tell());
        fit.run();
        tell();
    }

    private void tell() {
        int shown = model.rows().rows().size();
        int all = model.rows().size();
        count.setText(
                model.busyProperty().get()
                        ? words.get("kernel.busy")
                        : words.get(shown == all ? "kernel.rows" : "kernel.rows.some", shown, all));
    }

    private TextField filter() {
        TextField filter = new TextField();
        filter.setId("kernel-filter");
        filter.setPromptText(words.get("kernel.filter"));
        filter.setAccessibleText(words.get("kernel.filter"));
        filter.setPrefWidth(190);
        filter.setMinWidth(90);
        filter.textProperty().bindBidirectional(model.rows().filterProperty());
        return filter;
    }

    private ComboBox<String> snapshots(String id, IntegerProperty chosen) {
        ComboBox<String> box = new ComboBox<>(model.snapshots());
        box.setId(id);
        box.setAccessibleText(words.get("kernel.snapshot"));
        box.setMaxWidth(230);
        box.setMinWidth(90);
        chosen.addListener((property, was, now) -> box.getSelectionModel().select(now.intValue()));
        model.snapshots().addListener((ListChangeListener<String>)
                change -> box.getSelectionModel().select(chosen.get()));
        box.setOnAction(picked -> {
            int index = box.getSelectionModel().getSelectedIndex();
            if (index >= 0 && index != chosen.get()) {
                chosen.set(index);
                model.refresh();
            }
        });
        return box;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
