package org.vmalloscope.ui.view;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One line of a listing: the place of a breakpoint, the number, the words, and a remark at the right.
final class ListingRow extends HBox {
    /// How high every row is, in px, as the style sheet has it.
    static final double HEIGHT = 20;

    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass BREAK = PseudoClass.getPseudoClass("break");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*|[^A-Za-z_]+");
    private static final Set<String> FIRST = Set.of(
            "if", "otherwise", "for", "while", "return", "skip", "repeat", "stop", "print", "panic", "BUG", "WARN");
    private static final Set<String> ANYWHERE = Set.of("each", "unless", "return");

    private final TextFlow words = new TextFlow();
    private final Label remark = new Label();

    /// `number` counts from 1; the first line is the head of the function. `toggle` sets a breakpoint or takes it away.
    ListingRow(int number, String text, boolean head, Runnable toggle) {
        getStyleClass().add("vm-listing-row");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(number + ": " + text.strip());
        Region bar = new Region();
        bar.getStyleClass().add("vm-listing-bar");
        Label place = new Label(String.valueOf(number));
        place.getStyleClass().add("vm-listing-number");
        Circle dot = new Circle(4);
        dot.getStyleClass().add("vm-listing-dot");
        place.setGraphic(dot);
        place.setOnMouseClicked(click -> toggle.run());
        words.getStyleClass().add("vm-listing-words");
        words.setMinWidth(USE_PREF_SIZE);
        boolean first = true;
        for (MatchResult match : TOKEN.matcher(text).results().toList()) {
            words.getChildren().add(token(match.group(), head, first));
            first &= match.group().isBlank();
        }
        remark.getStyleClass().add("vm-listing-remark");
        remark.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(bar, place, words, space, remark);
    }

    private static Text token(String token, boolean head, boolean first) {
        Text text = new Text(token);
        boolean keyword = first && FIRST.contains(token) || ANYWHERE.contains(token);
        text.getStyleClass().add(head ? "vm-listing-head" : keyword ? "vm-listing-keyword" : "vm-listing-plain");
        return text;
    }

    /// Marks it as the line that is to be done next, with a remark; or takes the mark away.
    void mark(boolean now, String says) {
        pseudoClassStateChanged(NOW, now);
        remark.setText(says);
    }

    /// Shows that there is a breakpoint on it.
    void breaks(boolean has) {
        pseudoClassStateChanged(BREAK, has);
    }
}
