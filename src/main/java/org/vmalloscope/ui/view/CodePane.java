package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.kernel.Listing;
import org.vmalloscope.ui.model.CodeModel;
import org.vmalloscope.ui.model.CodeState;
import org.vmalloscope.ui.model.LinkModel;

/// The code that runs: the call stack in the head, the listing with its current line, the variables below it.
final class CodePane extends BorderPane {
    private final LinkModel links;
    private final Words words;
    private final Crumbs crumbs;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final FlowPane variables = new FlowPane();
    private final Label empty = new Label();
    private final List<ListingRow> lines = new ArrayList<>();
    private Optional<Listing> listing = Optional.empty();

    CodePane(CodeModel code, LinkModel links, Words words) {
        this.links = links;
        this.words = words;
        this.crumbs = new Crumbs(words, code::choose);
        setId("code");
        getStyleClass().add("vm-pane");
        HBox head = new HBox(crumbs);
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
        setMinHeight(80);
        code.stateProperty().addListener((property, was, now) -> show(now));
        show(code.stateProperty().get());
    }

    private void show(CodeState state) {
        crumbs.show(state.crumbs(), state.chosen());
        if (!state.listing().equals(listing) || lines.isEmpty()) {
            listing = state.listing();
            fill();
        }
        if (listing.isEmpty()) {
            empty.setText(
                    state.chosen() < 0 ? words.get("code.none") : words.get("code.no-listing", state.function()));
            setCenter(empty);
        } else {
            setCenter(scroll);
            mark(state);
        }
        variables.getChildren()
                .setAll(state.variables().stream().map(this::variable).toList());
        setBottom(state.variables().isEmpty() ? null : variables);
    }

    private void fill() {
        lines.clear();
        List<Listing.Line> code = listing.map(Listing::lines).orElse(List.of());
        for (int index = 0; index < code.size(); index++) {
            lines.add(new ListingRow(index + 1, code.get(index).text(), index == 0));
        }
        rows.getChildren().setAll(lines);
        scroll.setVvalue(0);
    }

    private void mark(CodeState state) {
        for (int index = 0; index < lines.size(); index++) {
            boolean now = state.current().isPresent() && state.current().getAsInt() == index;
            lines.get(index).mark(now, now ? state.remark() : "");
        }
        state.current().ifPresent(line -> Platform.runLater(() -> reveal(line)));
    }

    /// Scrolls as little as needed to have a line in sight, with one more on either side.
    private void reveal(int line) {
        if (line >= lines.size()) {
            return;
        }
        Bounds row = lines.get(line).getBoundsInParent();
        double view = scroll.getViewportBounds().getHeight();
        double whole = rows.getHeight();
        if (whole <= view || view <= 0) {
            return;
        }
        double top = scroll.getVvalue() * (whole - view);
        double wanted = Math.clamp(
                top, Math.max(0, row.getMaxY() + row.getHeight() - view), Math.max(0, row.getMinY() - row.getHeight()));
        scroll.setVvalue(wanted / (whole - view));
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
