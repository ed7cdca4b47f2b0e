package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The diagrams side by side: the address space on top, the others tiled in a wide window and in tabs in a
/// narrow one.
///
/// A pane can be enlarged to the whole workbench and put back.
final class Workbench extends StackPane {
    private static final double WIDE = 1120;
    private static final double STRIP = 128;
    private static final double GAP = 8;
    private static final List<String> UPPER = List.of("tree", "blocks");
    private static final List<String> LOWER = List.of("lists", "pages");
    private static final List<String> LOWER_RIGHT = List.of("purge");

    private final Map<String, DiagramPane> panes = new LinkedHashMap<>();
    private final BorderPane tiles = new BorderPane();
    private @Nullable DiagramPane enlarged;
    private boolean wide;
    private boolean arranged;

    Workbench(List<DiagramPane> all) {
        all.forEach(pane -> panes.put(pane.diagram().label(), pane));
        tiles.getStyleClass().add("vm-tiles");
        getChildren().add(tiles);
        arrange(false);
        widthProperty().addListener((property, was, now) -> arrange(now.doubleValue() >= WIDE));
    }

    private void arrange(boolean nowWide) {
        if (arranged && wide == nowWide || enlarged != null) {
            return;
        }
        arranged = true;
        wide = nowWide;
        tiles.setTop(null);
        tiles.setCenter(null);
        DiagramPane space = panes.get("space");
        if (space != null) {
            space.setPrefHeight(STRIP);
            BorderPane.setMargin(space, new Insets(0, 0, GAP, 0));
            tiles.setTop(space);
        }
        tiles.setCenter(wide ? tiled() : tabbed());
    }

    private Node tiled() {
        SplitPane upper = split(Orientation.HORIZONTAL, present(UPPER));
        List<Node> below = new ArrayList<>();
        if (!present(LOWER).isEmpty()) {
            below.add(tabs(present(LOWER)));
        }
        below.addAll(present(LOWER_RIGHT));
        SplitPane whole = split(Orientation.VERTICAL, List.of(upper));
        if (!below.isEmpty()) {
            SplitPane lower = split(Orientation.HORIZONTAL, below);
            lower.setDividerPositions(0.64);
            whole.getItems().add(lower);
            whole.setDividerPositions(0.55);
        }
        upper.setDividerPositions(0.6);
        return whole;
    }

    private Node tabbed() {
        List<DiagramPane> others = new ArrayList<>(panes.values());
        others.remove(panes.get("space"));
        DiagramPane tree = panes.get("tree");
        others.remove(tree);
        List<Node> nodes = new ArrayList<>();
        if (tree != null) {
            nodes.add(tree);
        }
        if (!others.isEmpty()) {
            nodes.add(tabs(others));
        }
        SplitPane whole = split(Orientation.VERTICAL, nodes);
        whole.setDividerPositions(0.54);
        return whole;
    }

    private List<DiagramPane> present(List<String> labels) {
        return panes.values().stream()
                .filter(pane -> labels.contains(pane.diagram().label()))
                .toList();
    }

    private static SplitPane split(Orientation orientation, List<? extends Node> nodes) {
        SplitPane split = new SplitPane();
        split.setOrientation(orientation);
        split.getItems().addAll(nodes);
        return split;
    }

    private static TabPane tabs(List<DiagramPane> inside) {
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("vm-tabs");
        for (DiagramPane pane : inside) {
            Tab tab = new Tab(pane.diagram().title(), pane);
            tab.setId("tab-" + pane.diagram().label());
            tabs.getTabs().add(tab);
        }
        return tabs;
    }

    /// Gives a pane all the room, or puts it back.
    void toggle(DiagramPane pane) {
        if (enlarged == null) {
            enlarged = pane;
            getChildren().setAll(pane);
        } else {
            enlarged = null;
            getChildren().setAll(tiles);
            arranged = false;
            arrange(getWidth() >= WIDE);
        }
        requestLayout();
    }

    /// Shows the n-th diagram (from 0) and gives it the focus.
    void focus(int number) {
        List<DiagramPane> all = List.copyOf(panes.values());
        if (number >= all.size()) {
            return;
        }
        DiagramPane pane = all.get(number);
        for (Node node : lookupAll(".tab-pane")) {
            if (node instanceof TabPane tabs) {
                tabs.getTabs().stream()
                        .filter(tab -> tab.getContent() == pane)
                        .findFirst()
                        .ifPresent(tab -> tabs.getSelectionModel().select(tab));
            }
        }
        pane.view().requestFocus();
    }

    /// All panes.
    List<DiagramPane> panes() {
        return List.copyOf(panes.values());
    }
}
