package org.vmalloscope.ui.view;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.PlayModel;

/// The play button and the speed lever.
final class PlayBar extends HBox {
    private static final double ICON = 11;
    private static final double LEVER = 96;

    private final Label speed;

    PlayBar(PlayModel play, Words words) {
        getStyleClass().add("vm-play");
        setMinWidth(USE_PREF_SIZE);
        speed = speed(play);
        getChildren().addAll(button(play, words), lever(play, words), speed);
        AnimationTimer timer = new FrameClock(play);
        play.playingProperty().addListener((property, was, now) -> {
            if (now) {
                timer.start();
            } else {
                timer.stop();
            }
        });
    }

    /// The words that say how fast.
    Label speed() {
        return speed;
    }

    private static Button button(PlayModel play, Words words) {
        IconNode icon = new IconNode(Icon.FORWARD, ICON);
        Button button = new Button();
        button.setId("play");
        button.setGraphic(icon);
        button.getStyleClass().add("vm-play-button");
        button.setTooltip(new Tooltip(words.get("run.play.tip")));
        button.setMinWidth(82);
        button.setOnAction(pressed -> play.toggle());
        button.textProperty().bind(play.playingProperty().map(on -> words.get(on ? "run.pause" : "run.play")));
        play.playingProperty().addListener((property, was, on) -> icon.show(on ? Icon.PAUSE : Icon.FORWARD));
        return button;
    }

    private static Slider lever(PlayModel play, Words words) {
        Slider lever = new Slider(0, 1, play.leverProperty().get());
        lever.setId("speed");
        lever.setAccessibleText(words.get("run.speed"));
        lever.setTooltip(new Tooltip(words.get("run.speed")));
        lever.setPrefWidth(LEVER);
        lever.setMinWidth(LEVER);
        lever.setBlockIncrement(0.05);
        lever.valueProperty().bindBidirectional(play.leverProperty());
        return lever;
    }

    private static Label speed(PlayModel play) {
        Label speed = new Label();
        speed.getStyleClass().add("vm-machine");
        speed.setMinWidth(86);
        speed.textProperty().bind(play.speedProperty());
        return speed;
    }

    /// Tells the model how much time has passed at every frame.
    private static final class FrameClock extends AnimationTimer {
        private final PlayModel play;
        private long last;

        FrameClock(PlayModel play) {
            this.play = play;
        }

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                play.tick((now - last) / 1e9);
            }
            last = now;
        }
    }
}
