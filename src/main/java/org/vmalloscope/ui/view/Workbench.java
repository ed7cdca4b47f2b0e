package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The diagrams beside each other: tiled where it is wide, and in tabs below the tree where it is narrow.
///
/// A pane can be enlarged to the whole workbench and put back. The address space has its own place above, the strip.
final class Workbench extends StackPane {
    private static final double WIDE = 1000;
    private static final String SPACE = "space";
    private static final List<String> NUMBERED =
            List.of("tree", "lists", "blocks", "purge", "pages", SPACE, "overview", "first-chunk");
    private static final List<String> ALONE = List.of("tree", "blocks", "purge", SPACE);

    private final Map<String, DiagramPane> panes;
    private final Dividers dividers;
    private final PaneFrame strip;
    private final List<PaneFrame> frames = new ArrayList<>();
    private @Nullable DiagramPane enlarged;
    private @Nullable Boolean wide;

    /// `all` are in the order of their numbers.
    Workbench(List<DiagramPane> all, Dividers dividers) {
        this.panes = new LinkedHashMap<>();
        all.forEach(pane -> panes.put(pane.diagram().label(), pane));
        this.dividers = dividers;
        this.strip = new PaneFrame(List.of(pane(SPACE)), false, this::toggle);
        setMinSize(300, 200);
        arrange(false);
        widthProperty().addListener((property, was, now) -> arrange(now.doubleValue() >= WIDE));
    }

    /// The labels of diagrams in the order of their numbers.
    static List<String> numbered(List<String> labels) {
        List<String> order =
                new ArrayList<>(NUMBERED.stream().filter(labels::contains).toList());
        labels.stream().filter(label -> !order.contains(label)).forEach(order::add);
        return order;
    }

    private DiagramPane pane(String label) {
        DiagramPane pane = panes.get(label);
        if (pane == null) {
            throw new IllegalStateException("no diagram " + label);
        }
        return pane;
    }

    /// The address space, for the place above.
    PaneFrame strip() {
        return strip;
    }

    private void arrange(boolean nowWide) {
        if (enlarged == null && (wide == null || wide != nowWide)) {
            wide = nowWide;
            dividers.remember();
            frames.clear();
            getChildren().setAll(nowWide ? tiled() : tabbed());
        }
    }

    /// Diagrams that share a place, the rarer ones behind tabs.
    private List<DiagramPane> sharing() {
        return panes.values().stream()
                .filter(pane -> !ALONE.contains(pane.diagram().label()))
                .toList();
    }

    private Node tiled() {
        RuledSplit upper = split(Orientation.HORIZONTAL, frame(List.of(pane("tree"))), frame(List.of(pane("blocks"))));
        RuledSplit lower = split(Orientation.HORIZONTAL, frame(sharing()), frame(List.of(pane("purge"))));
        RuledSplit whole = split(Orientation.VERTICAL, upper, lower);
        dividers.track("wide.upper", upper, width -> new double[] {0.585});
        dividers.track("wide.lower", lower, width -> new double[] {0.66});
        dividers.track("wide", whole, height -> new double[] {0.515});
        return whole;
    }

    private Node tabbed() {
        List<DiagramPane> others = new ArrayList<>(panes.values());
        others.remove(pane("tree"));
        others.remove(pane(SPACE));
        RuledSplit whole = split(Orientation.VERTICAL, frame(List.of(pane("tree"))), frame(others));
        dividers.track("narrow", whole, height -> new double[] {0.57});
        return whole;
    }

    private PaneFrame frame(List<DiagramPane> shared) {
        PaneFrame frame = new PaneFrame(shared, !Boolean.TRUE.equals(wide), this::toggle);
        frames.add(frame);
        return frame;
    }

    private static RuledSplit split(Orientation orientation, Node... nodes) {
        RuledSplit split = new RuledSplit(nodes);
        split.setOrientation(orientation);
        return split;
    }

    /// Gives a pane all the room, or puts it back.
    void toggle(DiagramPane pane) {
        DiagramPane before = enlarged;
        if (before != null) {
            putBack(before);
        }
        if (before != pane) {
            enlarged = pane;
            pane.enlarged(true);
            dividers.remember();
            strip.setVisible(pane != pane(SPACE));
            strip.setManaged(pane != pane(SPACE));
            getChildren().setAll(new PaneFrame(List.of(pane), false, this::toggle));
        }
        requestLayout();
    }

    private void putBack(DiagramPane pane) {
        enlarged = null;
        wide = null;
        pane.enlarged(false);
        refill();
    }

    /// Takes all panes to their places, from wherever they were shown meanwhile.
    void refill() {
        strip.setVisible(true);
        strip.setManaged(true);
        strip.show(strip.shown());
        enlarged = null;
        wide = null;
        arrange(getWidth() >= WIDE);
    }

    /// Shows the n-th diagram (from 0) and gives it the focus.
    void focus(int number) {
        if (number < panes.size()) {
            focus(panes().get(number));
        }
    }

    private void focus(DiagramPane pane) {
        DiagramPane large = enlarged;
        if (large != null && large != pane) {
            toggle(pane);
        }
        if (enlarged == null) {
            frames.stream().filter(frame -> frame.holds(pane)).forEach(frame -> frame.show(pane));
        }
        pane.view().requestFocus();
    }

    /// Shows the diagram with that label, if there is one, and leaves the focus where it is.
    void reveal(String label) {
        DiagramPane pane = panes.get(label);
        if (pane != null && enlarged == null) {
            frames.stream().filter(frame -> frame.holds(pane)).forEach(frame -> frame.show(pane));
        }
    }

    /// Gives the focus to the diagram that is shown after, or before, the one that has it.
    void cycle(int step) {
        List<DiagramPane> seen =
                panes().stream().filter(pane -> pane.view().getScene() != null).toList();
        int now = 0;
        for (int index = 0; index < seen.size(); index++) {
            if (seen.get(index).view().isFocused()) {
                now = index + step;
            }
        }
        seen.get(Math.floorMod(now, seen.size())).view().requestFocus();
    }

    /// The pane that has the focus, or else the tree's.
    DiagramPane current() {
        return panes().stream()
                .filter(pane -> pane.view().isFocused())
                .findFirst()
                .orElseGet(() -> enlarged == null ? pane("tree") : enlarged);
    }

    /// All panes, in the order of their numbers.
    List<DiagramPane> panes() {
        return List.copyOf(panes.values());
    }
}
