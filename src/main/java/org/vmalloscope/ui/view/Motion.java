package org.vmalloscope.ui.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Tween;

/// Lets pictures glide into the next one: only what stands elsewhere moves. Used on the FX thread.
final class Motion extends AnimationTimer {
    private static final double NANOS = 220e6;

    private final Map<Object, Glide> glides = new HashMap<>();
    private boolean reduced;

    private static final class Glide {
        private final Tween tween;
        private final Consumer<Picture> painter;
        private long start = -1;

        Glide(Tween tween, Consumer<Picture> painter) {
            this.tween = tween;
            this.painter = painter;
        }
    }

    /// Turns motion off, or on again.
    void reduce(boolean off) {
        reduced = off;
    }

    /// Shows `to` in a view, coming from `from`; at once when nothing moves or motion is off.
    void play(Object view, Picture from, Picture to, Consumer<Picture> painter) {
        glides.remove(view);
        Tween tween = reduced ? null : new Tween(from, to);
        if (tween == null || tween.isStill()) {
            painter.accept(to);
            return;
        }
        painter.accept(tween.at(0));
        glides.put(view, new Glide(tween, painter));
        start();
    }

    @Override
    public void handle(long now) {
        glides.values().removeIf(glide -> {
            if (glide.start < 0) {
                glide.start = now;
            }
            double share = (now - glide.start) / NANOS;
            glide.painter.accept(glide.tween.at(share));
            return share >= 1;
        });
        if (glides.isEmpty()) {
            stop();
        }
    }
}
