package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vmalloscope.ui.model.CodeState.Crumb;

/// The call stack as breadcrumbs, outermost first. Where they do not fit, the outermost ones are left out, and told by
/// a
/// tooltip.
final class Crumbs extends HBox {
    private final Words words;
    private final IntConsumer choose;
    private final Label left = new Label("…");
    private final List<Node> separators = new ArrayList<>();
    private final List<Button> crumbs = new ArrayList<>();
    private List<Crumb> shown = List.of();

    /// `choose` is told the index of a function that was clicked.
    Crumbs(Words words, IntConsumer choose) {
        this.words = words;
        this.choose = choose;
        setId("crumbs");
        getStyleClass().add("vm-crumbs");
        setMinWidth(0);
        left.getStyleClass().add("vm-crumb-left");
        left.setMinWidth(USE_PREF_SIZE);
        widthProperty().addListener((property, was, now) -> fit());
    }

    /// Shows a call stack, and which function of it the listing is of.
    void show(List<Crumb> calls, int chosen) {
        shown = calls;
        crumbs.clear();
        separators.clear();
        for (int index = 0; index < calls.size(); index++) {
            crumbs.add(crumb(calls.get(index), index, index == chosen));
            Label separator = new Label("›");
            separator.getStyleClass().add("vm-crumb-separator");
            separator.setMinWidth(USE_PREF_SIZE);
            separators.add(separator);
        }
        fit();
    }

    private Button crumb(Crumb call, int index, boolean now) {
        Button button = new Button(call.function());
        button.getStyleClass().setAll("vm-crumb");
        if (now) {
            button.getStyleClass().add("vm-crumb-now");
        }
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(call.function() + "(" + call.arguments() + ")"));
        button.setOnAction(pressed -> choose.accept(index));
        button.setAccessibleText(words.get("code.call", call.function(), call.arguments()));
        return button;
    }

    /// Takes the outermost ones away until the others fit.
    private void fit() {
        List<Node> all = new ArrayList<>();
        for (int index = 0; index < crumbs.size(); index++) {
            if (index > 0) {
                all.add(separators.get(index));
            }
            all.add(crumbs.get(index));
        }
        getChildren().setAll(all);
        if (getScene() == null || getWidth() <= 0) {
            return;
        }
        applyCss();
        int first = 0;
        while (first < crumbs.size() - 1 && width(first) > getWidth()) {
            first++;
        }
        if (first > 0) {
            left.setTooltip(new Tooltip(String.join(
                    " › ", shown.subList(0, first).stream().map(Crumb::function).toList())));
            List<Node> fitting = new ArrayList<>(List.of(left));
            fitting.addAll(all.subList(2 * first - 1, all.size()));
            getChildren().setAll(fitting);
        }
    }

    private double width(int first) {
        double sum = first == 0 ? 0 : 18;
        for (int index = first; index < crumbs.size(); index++) {
            sum += crumbs.get(index).prefWidth(-1);
            sum += index == 0 ? 0 : separators.get(index).prefWidth(-1);
        }
        return sum + 2 * getSpacing() * crumbs.size();
    }
}
