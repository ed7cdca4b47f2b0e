package org.vmalloscope.ui.view;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A frame of the right column that shows one of its panes, chosen by the tabs in its head.
final class SideFrame extends BorderPane {
    private final List<SidePane> panes;
    private final ToggleGroup tabs = new ToggleGroup();

    SideFrame(List<SidePane> panes) {
        this.panes = List.copyOf(panes);
        getStyleClass().add("vm-pane");
        HBox names = new HBox();
        names.getStyleClass().addAll("vm-head-names", "vm-tabs");
        panes.forEach(pane -> names.getChildren().add(tab(pane)));
        HBox head = new HBox(names);
        head.getStyleClass().add("vm-head");
        setTop(head);
        show(panes.getFirst());
    }

    private ToggleButton tab(SidePane pane) {
        ToggleButton tab = new ToggleButton(pane.title());
        tab.setId("side-" + pane.id());
        tab.setMnemonicParsing(false);
        tab.setToggleGroup(tabs);
        tab.setUserData(pane);
        tab.getStyleClass().setAll("vm-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(chosen -> show(pane));
        return tab;
    }

    /// Shows the pane with an id, if it is here.
    void show(String id) {
        panes.stream().filter(pane -> pane.id().equals(id)).findFirst().ifPresent(this::show);
    }

    private void show(SidePane pane) {
        tabs.getToggles().forEach(tab -> tab.setSelected(pane.equals(tab.getUserData())));
        setCenter(pane.body());
    }
}
