package org.vmalloscope.ui.view;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.EventCard;

/// The card that is shown above an event of the timeline: its kind, its number, what it does, and where.
final class EventPopup {
    private static final double WIDTH = 380;
    private static final double GAP = 6;

    private final Words words;
    private final Supplier<Theme> theme;
    private final Popup popup = new Popup();

    EventPopup(Words words, Supplier<Theme> theme) {
        this.words = words;
        this.theme = theme;
        popup.setAutoFix(true);
    }

    /// Shows a card above a node, centred on an x of it.
    void show(Node owner, EventCard card, double x) {
        VBox box = content(card);
        WindowStyle.apply(theme.get(), box);
        popup.getContent().setAll(box);
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        if (at == null) {
            return;
        }
        box.applyCss();
        double height = box.prefHeight(WIDTH);
        popup.show(owner, at.getMinX() + x - WIDTH / 2, at.getMinY() - height - GAP);
    }

    void hide() {
        popup.hide();
    }

    boolean isShown() {
        return popup.isShowing();
    }

    private VBox content(EventCard card) {
        Label kind = new Label(card.kind());
        kind.getStyleClass().add("vm-card-kind");
        Label number = new Label(words.get("card.event", card.event()));
        number.getStyleClass().add("vm-card-number");
        HBox head =
                new HBox(8, new IconNode(card.icon(), 15, theme.get().style(card.role())), kind, Tools.space(), number);
        head.getStyleClass().add("vm-card-head");
        Label sentence = new Label(card.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("vm-card-sentence");
        Label place = new Label(place(card));
        place.setWrapText(true);
        place.getStyleClass().add("vm-card-place");
        Label keys = new Label(words.get("card.keys"));
        keys.getStyleClass().add("vm-card-keys");
        VBox box = new VBox(head, sentence, place, keys);
        box.setId("event-card");
        box.getStyleClass().add("vm-card");
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        return box;
    }

    private String place(EventCard card) {
        String calls = String.join(" ← ", card.calls());
        return calls.isEmpty() ? card.statement() : words.get("card.in", calls);
    }
}
