package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A pane of the window that shows one diagram of several, chosen by the tabs in its head; or the only one.
final class PaneFrame extends BorderPane {
    private final List<DiagramPane> panes;
    private final HBox names = new HBox();
    private final HBox head = new HBox();
    private final ToggleGroup tabs = new ToggleGroup();
    private final MenuButton more = new MenuButton("…");
    private DiagramPane shown;

    /// `enlarge` is asked for by a double click on the head.
    PaneFrame(List<DiagramPane> panes, boolean shortNames, Consumer<DiagramPane> enlarge) {
        this.panes = List.copyOf(panes);
        this.shown = panes.getFirst();
        getStyleClass().add("vm-pane");
        head.getStyleClass().add("vm-head");
        names.getStyleClass().add("vm-head-names");
        names.setMinWidth(0);
        if (panes.size() == 1) {
            names.getChildren().setAll(title(shown.diagram().title()), shown.fact());
        } else {
            panes.forEach(pane -> names.getChildren().add(tab(pane, shortNames)));
            names.getStyleClass().add("vm-tabs");
        }
        head.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                enlarge.accept(shown);
            }
        });
        setTop(head);
        show(shown);
        widthProperty().addListener((property, was, now) -> fit());
        more.getStyleClass().addAll("vm-tool", "vm-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
    }

    /// Leaves out what does not fit into the head: first the tools of zooming, then the last tabs, which a menu has
    /// then.
    private void fit() {
        if (getScene() == null || getWidth() <= 0 || panes.size() == 1) {
            return;
        }
        head.applyCss();
        List<ToggleButton> all =
                tabs.getToggles().stream().map(ToggleButton.class::cast).toList();
        names.getChildren().setAll(all);
        shown.narrow(false);
        double room = getWidth() - 40;
        if (names.prefWidth(-1) + shown.tools().prefWidth(-1) <= room) {
            return;
        }
        shown.narrow(true);
        List<ToggleButton> fitting = new ArrayList<>(all);
        List<ToggleButton> left = new ArrayList<>();
        while (fitting.size() > 1 && names.prefWidth(-1) + shown.tools().prefWidth(-1) > room) {
            ToggleButton last = fitting.getLast().isSelected() ? fitting.get(fitting.size() - 2) : fitting.getLast();
            fitting.remove(last);
            left.addFirst(last);
            more.getItems().setAll(left.stream().map(this::item).toList());
            names.getChildren().setAll(fitting);
            names.getChildren().add(more);
        }
    }

    private MenuItem item(ToggleButton tab) {
        MenuItem item = new MenuItem(tab.getText());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> tab.fire());
        return item;
    }

    private static Label title(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("vm-head-title");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private ToggleButton tab(DiagramPane pane, boolean shortName) {
        String title = pane.diagram().title();
        ToggleButton tab = new ToggleButton(shortName ? pane.diagram().shortTitle() : title);
        tab.setId("tab-" + pane.diagram().label());
        tab.setMnemonicParsing(false);
        tab.setToggleGroup(tabs);
        tab.setUserData(pane);
        tab.getStyleClass().setAll("vm-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(title);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(chosen -> show(pane));
        tab.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                show(pane);
            }
        });
        return tab;
    }

    boolean holds(DiagramPane pane) {
        return panes.contains(pane);
    }

    DiagramPane shown() {
        return shown;
    }

    /// Shows one of its diagrams, taking it from where it is shown now.
    void show(DiagramPane pane) {
        shown = pane;
        tabs.getToggles().forEach(tab -> tab.setSelected(tab.getUserData() == pane));
        if (panes.size() == 1) {
            names.getChildren().setAll(names.getChildren().getFirst(), pane.fact());
        }
        head.getChildren().setAll(names, Tools.space(), pane.tools());
        setCenter(pane.view());
        pane.show(false);
        fit();
    }
}
