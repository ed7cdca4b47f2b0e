package org.vmalloscope.ui.view;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import org.vmalloscope.ui.model.PlayModel;

/// The play button and the speed lever.
final class PlayBar extends HBox {
    private static final String PLAY = "M2 1V11L11 6Z";
    private static final String PAUSE = "M2 1H5V11H2ZM7 1H10V11H7Z";

    PlayBar(PlayModel play, Words words) {
        getStyleClass().add("vm-play");
        SVGPath icon = new SVGPath();
        icon.getStyleClass().add("vm-play-icon");
        Button button = new Button();
        button.setId("play");
        button.setGraphic(icon);
        button.getStyleClass().add("vm-play-button");
        button.setTooltip(new Tooltip(words.get("run.play.tip")));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> play.toggle());
        button.textProperty().bind(play.playingProperty().map(on -> words.get(on ? "run.pause" : "run.play")));
        icon.contentProperty().bind(play.playingProperty().map(on -> on ? PAUSE : PLAY));
        Slider lever = new Slider(0, 1, play.leverProperty().get());
        lever.setId("speed");
        lever.setAccessibleText(words.get("run.speed"));
        lever.setTooltip(new Tooltip(words.get("run.speed")));
        lever.setPrefWidth(110);
        lever.valueProperty().bindBidirectional(play.leverProperty());
        Label speed = new Label();
        speed.getStyleClass().add("vm-badge");
        speed.setMinWidth(58);
        speed.textProperty().bind(play.speedProperty());
        getChildren().addAll(button, lever, speed);
        AnimationTimer timer = new FrameClock(play);
        play.playingProperty().addListener((property, was, now) -> {
            if (now) {
                timer.start();
            } else {
                timer.stop();
            }
        });
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
