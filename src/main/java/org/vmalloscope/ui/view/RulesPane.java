package org.vmalloscope.ui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.RulesModel;
import org.vmalloscope.ui.model.RulesModel.Mark;
import org.vmalloscope.ui.model.RulesModel.RuleRow;

/// The rules of vmalloc's state, each with a mark that says whether it holds here, and what is odd about the kernel.
final class RulesPane extends ScrollPane {
    private final RulesModel model;
    private final Words words;
    private final VBox lines = new VBox();
    private final Label summary = new Label();
    private final Label odd = new Label();
    private final Map<RuleRow, Node> known = new HashMap<>();

    RulesPane(RulesModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("rules");
        getStyleClass().add("vm-rules-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        lines.getStyleClass().add("vm-rules");
        summary.getStyleClass().add("vm-side-title");
        summary.setId("rules-summary");
        odd.getStyleClass().add("vm-side-title");
        odd.setText(words.get("rules.odd"));
        setContent(lines);
        model.rowsProperty().addListener((property, was, now) -> show(now));
        show(model.rowsProperty().get());
    }

    private void show(List<RuleRow> rows) {
        Map<RuleRow, Node> before = new HashMap<>(known);
        known.clear();
        lines.getChildren().clear();
        lines.getChildren().add(summary);
        boolean oddities = false;
        for (RuleRow row : rows) {
            if (row.state().isEmpty() && !oddities) {
                oddities = true;
                lines.getChildren().add(odd);
            }
            Node line = before.containsKey(row) ? before.get(row) : line(row);
            known.put(row, line);
            lines.getChildren().add(line);
        }
        long broken = rows.stream().filter(row -> row.mark() == Mark.BROKEN).count();
        long between = rows.stream().filter(row -> row.mark() == Mark.BETWEEN).count();
        String key = broken > 0 ? "rules.broken" : between > 0 ? "rules.between" : "rules.hold";
        summary.setText(words.get(key, broken > 0 ? broken : between));
    }

    private HBox line(RuleRow row) {
        IconNode icon = new IconNode(icon(row.mark()), 12);
        icon.getStyleClass().add("vm-rule-" + row.mark().name().toLowerCase(Locale.ROOT));
        VBox text = new VBox(label(row.sentence(), "vm-rule-sentence"));
        if (row.mark() != Mark.HOLDS) {
            if (!row.state().isEmpty()) {
                text.getChildren().add(label(row.state(), "vm-rule-state"));
            }
            row.said().forEach(said -> text.getChildren().add(label(said, "vm-rule-said")));
            if (!row.objects().isEmpty()) {
                text.getChildren().add(objects(row));
            }
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox line = new HBox(icon, text);
        line.setId("rule-" + row.key());
        line.getStyleClass().addAll("vm-rule", "vm-rule-" + row.mark().name().toLowerCase(Locale.ROOT) + "-line");
        line.setAccessibleText(row.sentence() + " " + row.state() + " " + String.join(" ", row.said()));
        return line;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }

    private FlowPane objects(RuleRow row) {
        FlowPane links = new FlowPane(8, 0);
        row.objects().forEach(object -> {
            Hyperlink link = new Hyperlink(object.name());
            link.getStyleClass().add("vm-link");
            link.setOnAction(chosen -> model.choose(object));
            links.getChildren().add(link);
        });
        return links;
    }

    private static Icon icon(Mark mark) {
        return switch (mark) {
            case HOLDS -> Icon.TICK;
            case BETWEEN -> Icon.HOURGLASS;
            case BROKEN -> Icon.CROSS;
            case ODD -> Icon.WARNING;
        };
    }
}
