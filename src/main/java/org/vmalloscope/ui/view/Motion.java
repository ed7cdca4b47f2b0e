package org.vmalloscope.ui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Sprite;
import org.vmalloscope.picture.Tween;

/// Lets pictures glide into the next one: only what stands elsewhere moves. Used on the FX thread.
final class Motion extends AnimationTimer {
    private static final double NANOS = 1e9;

    private final Map<Stage, Glide> glides = new HashMap<>();
    private boolean reduced;

    /// Where pictures are shown, at rest and on the way.
    interface Stage {
        void paint(Picture picture);

        void paint(List<Sprite> sprites);
    }

    private static final class Glide {
        private final Tween tween;
        private final Picture target;
        private long start = -1;

        Glide(Tween tween, Picture target) {
            this.tween = tween;
            this.target = target;
        }
    }

    /// Turns motion off, or on again.
    void reduce(boolean off) {
        reduced = off;
    }

    /// Shows `to` on a stage, coming from `from`; at once when nothing moves or motion is off.
    @SuppressWarnings("ReferenceEquality") // comparing two pictures costs more than the glide
    void play(Stage stage, Picture from, Picture to) {
        glides.remove(stage);
        Tween tween = reduced || from == to ? null : new Tween(from, to);
        if (tween == null || tween.isStill()) {
            stage.paint(to);
            return;
        }
        stage.paint(tween.at(0));
        glides.put(stage, new Glide(tween, to));
        start();
    }

    @Override
    public void handle(long now) {
        glides.entrySet().removeIf(entry -> {
            Glide glide = entry.getValue();
            if (glide.start < 0) {
                glide.start = now;
            }
            double seconds = (now - glide.start) / NANOS;
            boolean arrived = seconds >= glide.tween.seconds();
            if (arrived) {
                entry.getKey().paint(glide.target);
            } else {
                entry.getKey().paint(glide.tween.at(seconds));
            }
            return arrived;
        });
        if (glides.isEmpty()) {
            stop();
        }
    }
}
