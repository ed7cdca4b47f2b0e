package org.vmalloscope.ui.view;

import org.vmalloscope.picture.Bounds;

/// Where a picture lies behind its pane: how large it is painted and which part of it is seen. Used on the FX thread.
///
/// Above a zoom of 1 the picture is laid out for more room, and texts keep their size; below 1 it is laid out for as
/// much room as is needed and painted smaller. Offsets are px of the screen.
final class Viewport {
    static final double LEAST = 0.1;

    private double width;
    private double height;
    private double magnified = 1;
    private double zoom = 1;
    private double offsetX;
    private double offsetY;
    private double contentWidth;
    private double contentHeight;

    /// The pane has this size, in px of the screen.
    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
    }

    /// Everything is painted so many times as large.
    void magnify(double times) {
        magnified = times;
    }

    /// The picture has this size, in its own px.
    void holds(double pictureWidth, double pictureHeight) {
        contentWidth = pictureWidth * scale();
        contentHeight = pictureHeight * scale();
        moveTo(offsetX, offsetY);
    }

    double zoom() {
        return zoom;
    }

    /// Px of the screen for one px of the picture.
    double scale() {
        return magnified * Math.min(1, zoom);
    }

    /// The room the picture is laid out for at zoom 1, in its own px.
    double roomWidth() {
        return width / scale();
    }

    /// See [#roomWidth].
    double roomHeight() {
        return height / scale();
    }

    /// The zoom at which the picture is laid out.
    double layoutZoom() {
        return Math.max(1, zoom);
    }

    /// Changes the zoom and keeps what lies at a point of the pane there.
    void zoomTo(double wanted, double most, double x, double y) {
        double before = zoom;
        zoom = Math.clamp(wanted, LEAST, Math.max(1, most));
        offsetX = Math.max(0, (offsetX + x) * zoom / before - x);
        offsetY = Math.max(0, (offsetY + y) * zoom / before - y);
    }

    void moveTo(double x, double y) {
        offsetX = Math.clamp(x, 0, mostX());
        offsetY = Math.clamp(y, 0, mostY());
    }

    void moveBy(double dx, double dy) {
        moveTo(offsetX + dx, offsetY + dy);
    }

    double offsetX() {
        return offsetX;
    }

    double offsetY() {
        return offsetY;
    }

    /// How far the picture can be moved, in px of the screen.
    double mostX() {
        return Math.max(0, contentWidth - width);
    }

    /// See [#mostX].
    double mostY() {
        return Math.max(0, contentHeight - height);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// How many times the picture would have to be smaller to fit; 1 when it fits.
    double overflow() {
        return Math.max(1, Math.max(contentWidth / Math.max(1, width), contentHeight / Math.max(1, height)));
    }

    /// The part of the picture that is seen, in px of the screen.
    Bounds window() {
        return new Bounds(offsetX, offsetY, width, height);
    }

    /// The part of the picture that is seen, in its own px.
    Bounds seen() {
        double scale = scale();
        return new Bounds(offsetX / scale, offsetY / scale, width / scale, height / scale);
    }

    /// Where a point of the pane lies in the picture.
    double pictureX(double x) {
        return (x + offsetX) / scale();
    }

    /// See [#pictureX].
    double pictureY(double y) {
        return (y + offsetY) / scale();
    }

    /// Where something in the picture lies in the pane.
    Bounds inPane(Bounds place) {
        double scale = scale();
        return new Bounds(
                place.x() * scale - offsetX,
                place.y() * scale - offsetY,
                place.width() * scale,
                place.height() * scale);
    }

    /// Moves no further than needed to see a place of the picture with some room around it.
    boolean reveal(Bounds place) {
        Bounds there = inPane(place).grown(ROOM);
        double dx = shift(there.x(), there.right(), width);
        double dy = shift(there.y(), there.bottom(), height);
        double beforeX = offsetX;
        double beforeY = offsetY;
        moveBy(dx, dy);
        return offsetX != beforeX || offsetY != beforeY;
    }

    private static final double ROOM = 16;

    /// How far to go to see a stretch: not at all when it is seen, to its middle when it is far, and to its begin when
    /// there is no room for all of it.
    private static double shift(double begin, double end, double room) {
        if (begin >= 0 && end <= room || begin <= 0 && end >= room) {
            return 0;
        }
        if (end - begin > room) {
            return begin;
        }
        return (begin + end - room) / 2;
    }
}
