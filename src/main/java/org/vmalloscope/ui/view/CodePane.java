package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.ui.model.BreakpointModel;
import org.vmalloscope.ui.model.CodeModel;
import org.vmalloscope.ui.model.CodeState;
import org.vmalloscope.ui.model.LinkModel;

/// The code that runs: the call stack in the head, the listing with its current line, the variables below it. `sources`
/// leads
/// to the real code.
final class CodePane extends BorderPane {
    private static final double VALUES = 78;
    private static final double LOW_VALUES = 34;
    private static final double LOW = 240;

    private final BreakpointModel breakpoints;
    private final LinkModel links;
    private final Words words;
    private final Crumbs crumbs;
    private final SourceButtons sources;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final FlowPane variables = new FlowPane();
    private final ScrollPane values = new ScrollPane(variables);
    private final Label empty = new Label();
    private final List<ListingRow> lines = new ArrayList<>();
    private List<String> code = List.of();
    private String function = "";
    private OptionalInt current = OptionalInt.empty();

    CodePane(CodeModel model, BreakpointModel breakpoints, LinkModel links, SourceButtons sources, Words words) {
        this.breakpoints = breakpoints;
        this.links = links;
        this.words = words;
        this.crumbs = new Crumbs(words, model::choose);
        setId("code");
        getStyleClass().add("vm-pane");
        this.sources = sources;
        sources.follow(() -> show(model.stateProperty().get()));
        HBox head = new HBox(crumbs, sources);
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        head.getStyleClass().add("vm-head");
        setTop(head);
        rows.getStyleClass().add("vm-listing");
        scroll.getStyleClass().add("vm-listing-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        empty.getStyleClass().add("vm-listing-empty");
        empty.setWrapText(true);
        variables.getStyleClass().add("vm-variables");
        values.getStyleClass().addAll("vm-listing-scroll", "vm-variables-scroll");
        values.setFitToWidth(true);
        values.setFocusTraversable(false);
        heightProperty()
                .addListener(
                        (property, was, now) -> values.setMaxHeight(now.doubleValue() < LOW ? LOW_VALUES : VALUES));
        setMinHeight(80);
        scroll.viewportBoundsProperty().addListener((property, was, now) -> current.ifPresent(this::reveal));
        model.stateProperty().addListener((property, was, now) -> show(now));
        breakpoints.allProperty().addListener((property, was, now) -> markBreakpoints());
        show(model.stateProperty().get());
    }

    private void show(CodeState state) {
        function = state.function();
        crumbs.show(state.crumbs(), state.chosen());
        if (!state.lines().equals(code)) {
            code = state.lines();
            fill();
        }
        if (code.isEmpty()) {
            empty.setText(state.chosen() < 0 ? words.get("code.none") : words.get("code.no-listing", state.function()));
            setCenter(empty);
        } else {
            setCenter(sources.shown().<Node>map(this::beside).orElse(scroll));
            mark(state);
        }
        variables
                .getChildren()
                .setAll(state.variables().stream().map(this::variable).toList());
        setBottom(state.variables().isEmpty() ? null : values);
    }

    /// The listing above the real text.
    private VBox beside(Node real) {
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(real, Priority.ALWAYS);
        return new VBox(scroll, real);
    }

    private void fill() {
        lines.clear();
        for (int index = 0; index < code.size(); index++) {
            int number = index + 1;
            lines.add(new ListingRow(number, code.get(index), index == 0, () -> breakpoints.toggle(function, number)));
        }
        markBreakpoints();
        rows.getChildren().setAll(lines);
        scroll.setVvalue(0);
    }

    private void mark(CodeState state) {
        for (int index = 0; index < lines.size(); index++) {
            boolean now = state.current().isPresent() && state.current().getAsInt() == index;
            lines.get(index).mark(now, now ? state.remark() : "");
        }
        current = state.current();
        current.ifPresent(this::reveal);
    }

    private void markBreakpoints() {
        Set<Integer> stops = breakpoints.lines(function);
        for (int index = 0; index < lines.size(); index++) {
            lines.get(index).breaks(stops.contains(index + 1));
        }
    }

    /// Scrolls as little as needed to have a line in sight, with one more on either side. All lines are equally high.
    private void reveal(int line) {
        double view = scroll.getViewportBounds().getHeight();
        double whole = lines.size() * ListingRow.HEIGHT
                + rows.getInsets().getTop()
                + rows.getInsets().getBottom();
        if (whole <= view || view <= 0) {
            return;
        }
        double top = scroll.getVvalue() * (whole - view);
        double above = Math.max(0, (line - 1) * ListingRow.HEIGHT);
        double below =
                Math.max(0, (line + 2) * ListingRow.HEIGHT + rows.getInsets().getTop() - view);
        scroll.setVvalue(Math.clamp(top, Math.min(below, above), Math.max(below, above)) / (whole - view));
    }

    private HBox variable(CodeState.Variable variable) {
        Label name = new Label(variable.name());
        name.getStyleClass().add("vm-variable-name");
        Label value = new Label(variable.value());
        value.getStyleClass().add("vm-variable-value");
        HBox box = new HBox(name, value);
        box.getStyleClass().add("vm-variable");
        if (!variable.id().isEmpty()) {
            box.getStyleClass().add("vm-variable-pointer");
            box.setOnMouseEntered(over -> links.hover(variable.id()));
            box.setOnMouseExited(gone -> links.hover(""));
            box.setOnMouseClicked(click -> links.select(variable.id()));
        }
        box.setAccessibleText(variable.name() + " = " + variable.value());
        return box;
    }
}
