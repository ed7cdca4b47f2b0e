package org.vmalloscope.ui.view;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.picture.Token;
import org.vmalloscope.ui.model.SessionModel;

/// How far the run is, as a bar with a notch at the end of every statement; a click goes there.
final class StatementProgress extends Region {
    private static final double HEIGHT = 30;
    private static final double BAR = 10;
    private static final double THUMB = 13;
    private static final double CLOSEST = 4;

    private final Canvas canvas = new Canvas();
    private final SessionModel session;
    private Theme theme = Theme.LIGHT;

    StatementProgress(SessionModel session) {
        this.session = session;
        setId("presented-progress");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().add(canvas);
        setOnMousePressed(event -> scrub(event.getX()));
        setOnMouseDragged(event -> scrub(event.getX()));
    }

    private void scrub(double x) {
        double share = (x - THUMB) / Math.max(1, getWidth() - 2 * THUMB);
        session.seek(Math.round(share * session.lengthProperty().get()));
    }

    void paint(Theme now) {
        theme = now;
        paint();
    }

    void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        gc.clearRect(0, 0, width, HEIGHT);
        double length = Math.max(1, session.lengthProperty().get());
        double room = width - 2 * THUMB;
        double done = THUMB + session.positionProperty().get() / length * room;
        double top = (HEIGHT - BAR) / 2;
        gc.setFill(color(Token.BORDER));
        gc.fillRoundRect(0, top, width, BAR, BAR, BAR);
        gc.setFill(color(Token.ACCENT));
        gc.fillRoundRect(0, top, done, BAR, BAR, BAR);
        notches(gc, top, length, room);
        gc.setFill(color(Token.ACCENT));
        gc.fillOval(done - THUMB, HEIGHT / 2 - THUMB, 2 * THUMB, 2 * THUMB);
        gc.setFill(color(Token.PANEL));
        gc.fillOval(done - THUMB + 4, HEIGHT / 2 - THUMB + 4, 2 * THUMB - 8, 2 * THUMB - 8);
    }

    private void notches(GraphicsContext gc, double top, double length, double room) {
        List<Long> ends = session.statementEnds();
        gc.setFill(color(Token.SURFACE));
        double last = -CLOSEST;
        for (long end : ends) {
            double x = Math.round(THUMB + end / length * room);
            if (x - last >= CLOSEST && end < length) {
                gc.fillRect(x - 1, top, 2, BAR);
                last = x;
            }
        }
    }

    private Color color(Token token) {
        return FxPainter.color(theme.colour(token));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(HEIGHT);
            paint();
        }
    }
}
