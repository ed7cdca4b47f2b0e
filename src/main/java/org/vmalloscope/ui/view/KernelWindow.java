package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.KernelModel;
import org.vmalloscope.ui.model.KernelReport;
import org.vmalloscope.ui.model.KernelTab;

/// The window beside the main one that says what a kernel's file holds: a summary, and tables.
final class KernelWindow {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 560;
    private static final double SUMMARY = 196;

    private final Stage owner;
    private final Stage stage = new Stage();
    private final KernelModel model;
    private final Words words;
    private final Label unfit = new Label();
    private final GridPane summary = new GridPane(12, 2);
    private final FlowPane tabs = new FlowPane();
    private final ToggleGroup chosen = new ToggleGroup();
    private final VBox remarks = new VBox(2);
    private final Label message = new Label();

    KernelWindow(Stage owner, KernelModel model, ObjectProperty<Theme> theme, Words words) {
        this.owner = owner;
        this.model = model;
        this.words = words;
        stage.initOwner(owner);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(380);
        Scene scene = new Scene(content(), WIDTH, HEIGHT);
        WindowStyle.apply(theme.get(), scene);
        theme.addListener((property, was, now) -> WindowStyle.apply(now, scene));
        new Closing(stage).on(scene);
        stage.setScene(scene);
        model.reportProperty().addListener((property, was, now) -> now.ifPresent(this::fill));
        model.tabProperty().addListener((property, was, now) -> mark());
        model.rows().tableProperty().addListener((property, was, now) -> remark());
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        model.reportProperty().get().ifPresent(this::fill);
        remark();
    }

    private BorderPane content() {
        unfit.setId("kernel-unfit");
        unfit.getStyleClass().add("vm-kernel-unfit");
        unfit.setWrapText(true);
        unfit.setMaxWidth(Double.MAX_VALUE);
        unfit.setMinHeight(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("vm-kernel-summary");
        summary.setId("kernel-summary");
        ScrollPane scroll = new ScrollPane(summary);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("vm-rules-scroll");
        scroll.setMaxHeight(SUMMARY);
        tabs.getStyleClass().addAll("vm-tabs", "vm-kernel-tabs");
        message.setId("kernel-message");
        message.getStyleClass().add("vm-kernel-message");
        message.setWrapText(true);
        remarks.setId("kernel-remarks");
        remarks.getStyleClass().add("vm-kernel-remarks");
        BorderPane content = new BorderPane(new KernelTable(model, words));
        VBox top = new VBox(unfit, scroll, tabs, new KernelTools(model, words, this::askForSecond, this::askForExport));
        top.getChildren().add(new GrowthCurve(model, words));
        content.setTop(top);
        content.setBottom(new VBox(remarks, message));
        content.getStyleClass().addAll("vm-window", "vm-kernel");
        return content;
    }

    /// Shows the window, below and right of the main one's middle where there is room.
    void show() {
        if (!stage.isShowing()) {
            stage.setWidth(Math.clamp(owner.getWidth() * 0.6, LEAST_WIDTH, WIDTH));
            stage.setHeight(Math.clamp(owner.getHeight() * 0.78, 400, HEIGHT));
            stage.setX(owner.getX() + Math.max(0, owner.getWidth() - stage.getWidth() - 24));
            stage.setY(owner.getY() + Math.max(0, owner.getHeight() - stage.getHeight() - 40));
            stage.show();
        }
        stage.toFront();
    }

    private void fill(KernelReport report) {
        stage.setTitle(words.get("kernel.title", report.name()));
        unfit.setText(words.get("kernel.unfit", report.unfit())
                + (report.isHidden() ? " " + words.get("kernel.unfit.hint") : ""));
        unfit.setVisible(!report.isPlayable());
        unfit.setManaged(!report.isPlayable());
        summary.getChildren().clear();
        Label file = new Label(report.summary().getFirst());
        file.getStyleClass().add("vm-title");
        file.setWrapText(true);
        summary.add(file, 0, 0, 2, 1);
        report.summary().stream().skip(1).forEach(this::addLine);
        tabs.getChildren().setAll(model.tabs().stream().map(this::tab).toList());
        mark();
    }

    /// A line of the summary: what comes before the colon stands in a column of its own.
    private void addLine(String line) {
        int colon = line.startsWith(" ") ? -1 : line.indexOf(": ");
        Label word = new Label(colon < 0 ? "" : line.substring(0, colon));
        word.getStyleClass().add("vm-kernel-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label said = new Label(line.substring(colon < 0 ? 0 : colon + 1).strip());
        said.setWrapText(true);
        said.getStyleClass().add("vm-kernel-said");
        summary.addRow(summary.getRowCount(), word, said);
    }

    private ToggleButton tab(KernelTab which) {
        ToggleButton tab = new ToggleButton(words.get("kernel.tab." + which.label()));
        tab.setId("kernel-tab-" + which.label());
        tab.setToggleGroup(chosen);
        tab.setUserData(which);
        tab.getStyleClass().setAll("vm-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(pressed -> {
            model.choose(which);
            mark();
        });
        return tab;
    }

    private void mark() {
        Optional<KernelTab> now = model.tabProperty().get();
        tabs.getChildren().stream()
                .map(ToggleButton.class::cast)
                .forEach(tab -> tab.setSelected(now.isPresent() && now.get() == tab.getUserData()));
    }

    private void remark() {
        List<Label> labels = model.rows().remarks().stream()
                .map(text -> {
                    Label label = new Label(text);
                    label.setWrapText(true);
                    label.setMinHeight(Region.USE_PREF_SIZE);
                    return label;
                })
                .toList();
        remarks.getChildren().setAll(labels);
        remarks.setVisible(!labels.isEmpty());
        remarks.setManaged(!labels.isEmpty());
    }

    private void askForSecond() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("kernel.second.title"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            model.compareWith(file.toPath());
        }
    }

    private void askForExport() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("kernel.export.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(words.get("kernel.export.filter"), "*.csv"));
        chooser.setInitialFileName(
                model.tabProperty().get().map(KernelTab::label).orElse("table") + ".csv");
        File file = chooser.showSaveDialog(stage);
        if (file != null) {
            Path path = file.toPath();
            model.export(file.getName().contains(".") ? path : path.resolveSibling(file.getName() + ".csv"));
        }
    }
}
