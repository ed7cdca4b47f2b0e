package org.vmalloscope.ui.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.vmalloscope.ui.model.Recovered;
import org.vmalloscope.ui.model.Recovery;

/// Offers a text that a killed program left, until the user decides; and lets the recovery look after the text of this
/// window every second.
final class RecoveryBar extends HBox {
    private final Words words;
    private final Label text = new Label();

    /// `mayLeave` says whether the text that is there may go.
    RecoveryBar(Recovery recovery, BooleanSupplier mayLeave, Words words) {
        this.words = words;
        setId("recovery");
        getStyleClass().addAll("vm-notice", "vm-recovery");
        text.setId("recovery-text");
        text.setMinWidth(0);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button restore = button("recovery.restore", () -> {
            if (mayLeave.getAsBoolean()) {
                recovery.restore();
            }
        });
        restore.getStyleClass().add("vm-allocate-button");
        getChildren().addAll(text, space, restore, button("recovery.discard", recovery::discard));
        recovery.offerProperty().addListener((property, was, now) -> show(now));
        show(recovery.offerProperty().get());
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(Recovery.SECONDS), tick -> {
            if (NodeInWindow.isShowing(this)) {
                recovery.tick();
            }
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.setId(key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void show(Optional<Recovered> offer) {
        setVisible(offer.isPresent());
        setManaged(offer.isPresent());
        offer.ifPresent(left -> {
            String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(Locale.getDefault())
                    .withZone(ZoneId.systemDefault())
                    .format(left.time());
            String name = left.file().map(Object::toString).orElse(left.name());
            text.setText(words.get("recovery.offer", name, time));
        });
    }
}
