package org.vmalloscope.ui.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Sprite;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.LinkModel;

/// A pane that shows a picture, drawn anew when it changes size; it can be zoomed, moved, and pointed at.
///
/// The picture lies on one canvas and the rings of hover and selection on another, so that pointing repaints
/// little. What changes now is brought into view. The picture's description is told to a screen reader.
final class PictureView extends Region implements Motion.Stage {
    static final double INSET = 2;
    private static final double STEP = 1.25;
    /// Larger pictures are not drawn whole to see where something changed.
    private static final int MOST_AREAS = 400;

    private final Canvas canvas = new Canvas();
    private final Canvas rings = new Canvas();
    private final PictureBars bars;
    private final DiagramModel diagram;
    private final LinkModel links;
    private final Motion motion;
    private final Viewport port = new Viewport();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private Places places = new Places();
    private FxPainter painter;
    private @Nullable Picture shown;

    PictureView(DiagramModel diagram, FxPainter painter, LinkModel links, Motion motion) {
        this.diagram = diagram;
        this.painter = painter;
        this.links = links;
        this.motion = motion;
        this.bars = new PictureBars(port, this::moved);
        canvas.setManaged(false);
        rings.setManaged(false);
        getChildren().addAll(canvas, rings);
        getChildren().addAll(bars.nodes());
        getStyleClass().add("vm-canvas-pane");
        setId(diagram.label());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(diagram.title());
        setMinSize(120, 80);
        links.allHoveredProperty().addListener((property, was, now) -> paintRings());
        links.allSelectedProperty().addListener((property, was, now) -> paintRings());
        new PictureMouse(this, links).install();
    }

    DiagramModel diagram() {
        return diagram;
    }

    Viewport port() {
        return port;
    }

    /// Paints with another painter from now on.
    void paintWith(FxPainter newPainter) {
        painter = newPainter;
        redraw(false);
    }

    private boolean isTooSmall() {
        return canvas.getWidth() < 1 || canvas.getHeight() < 1;
    }

    /// The moment has changed: draws it; with `smooth`, what stands elsewhere moves there.
    void show(boolean smooth) {
        if (isTooSmall()) {
            return;
        }
        Picture before = shown;
        draw();
        boolean moved = follow();
        if (moved) {
            draw();
        }
        play(smooth && !moved ? before : null);
    }

    /// Draws again what is to be shown now.
    void redraw(boolean smooth) {
        if (isTooSmall()) {
            return;
        }
        Picture before = shown;
        draw();
        play(smooth ? before : null);
    }

    private void draw() {
        shown = diagram.draw(port.roomWidth(), port.roomHeight(), port.layoutZoom(), port.seen())
                .orElse(null);
        Picture picture = shown;
        places = picture == null ? new Places() : Places.of(picture);
        if (picture != null) {
            port.holds(picture.width(), picture.height());
            setAccessibleText(picture.title() + ": " + picture.description());
        }
        bars.update();
    }

    private void play(@Nullable Picture before) {
        Picture picture = shown;
        if (picture != null) {
            motion.play(this, before == null ? picture : before, picture);
        }
    }

    /// Brings what changed now into view; whether the picture had to move.
    private boolean follow() {
        if (port.mostX() <= 0 && port.mostY() <= 0) {
            return false;
        }
        return changed().map(port::reveal).orElse(false);
    }

    private Optional<org.vmalloscope.picture.Bounds> changed() {
        Optional<org.vmalloscope.picture.Bounds> seen = places.changed();
        boolean search = seen.isEmpty() && diagram.session().areasProperty().get() <= MOST_AREAS;
        return search
                ? diagram.drawAll(port.roomWidth(), port.roomHeight(), port.layoutZoom())
                        .flatMap(all -> Places.of(all).changed())
                : seen;
    }

    /// Where in this view something changed at this event; none when nothing did, or it is not shown.
    Optional<Bounds> changedPlace() {
        return shown == null ? Optional.empty() : places.changed().map(this::inView);
    }

    /// Where an object is in this view; none when it is not drawn.
    Optional<Bounds> placeOf(String id) {
        org.vmalloscope.picture.Bounds place = places.of(id);
        return place == null ? Optional.empty() : Optional.of(inView(place));
    }

    private Bounds inView(org.vmalloscope.picture.Bounds place) {
        org.vmalloscope.picture.Bounds there = port.inPane(place);
        return new BoundingBox(there.x() + INSET, there.y() + INSET, there.width(), there.height());
    }

    Places places() {
        return places;
    }

    /// Moves an object into view.
    void reveal(String id) {
        org.vmalloscope.picture.Bounds place = places.of(id);
        if (place != null && port.reveal(place)) {
            redraw(false);
        }
    }

    @Override
    public void paint(Picture picture) {
        painter.paint(picture, canvas.getGraphicsContext2D(), port.window(), port.scale());
        paintRings();
    }

    @Override
    public void paint(List<Sprite> sprites) {
        painter.paint(sprites, canvas.getGraphicsContext2D(), port.window(), port.scale());
        paintRings();
    }

    /// Draws everything so many times as large, for the back of a room.
    void magnify(double times) {
        port.magnify(times);
        redraw(false);
    }

    private void paintRings() {
        painter.clear(rings.getGraphicsContext2D(), rings.getWidth(), rings.getHeight());
        links.allSelectedProperty().get().forEach(id -> ring(id, Highlight.SELECTED));
        links.allHoveredProperty().get().forEach(id -> ring(id, Highlight.HOVERED));
    }

    private void ring(String id, Highlight highlight) {
        org.vmalloscope.picture.Bounds place = places.of(id);
        if (place != null) {
            Set<Highlight> on = EnumSet.of(highlight);
            painter.paintOver(Highlight.rings(place, 3, on), rings.getGraphicsContext2D(), port.window(), port.scale());
        }
    }

    Optional<Picture.Hit> hit(double x, double y) {
        Picture picture = shown;
        return picture == null ? Optional.empty() : picture.hit(port.pictureX(x - INSET), port.pictureY(y - INSET));
    }

    /// The view was moved: draws what is seen now.
    private void moved() {
        redraw(false);
    }

    void moveBy(double dx, double dy) {
        port.moveBy(dx, dy);
        moved();
    }

    void moveTo(double x, double y) {
        port.moveTo(x, y);
        moved();
    }

    /// `times` as large, around a point of this view.
    void zoomBy(double times, double x, double y) {
        zoomTo(port.zoom() * times, x - INSET, y - INSET);
    }

    private void zoomTo(double wanted, double x, double y) {
        port.zoomTo(wanted, diagram.mostZoom(port.width()), x, y);
        zoom.set(port.zoom());
        redraw(false);
    }

    /// Larger, around the middle.
    void zoomIn() {
        zoomTo(port.zoom() * STEP, port.width() / 2, port.height() / 2);
    }

    /// Smaller, around the middle.
    void zoomOut() {
        zoomTo(port.zoom() / STEP, port.width() / 2, port.height() / 2);
    }

    /// As large as it is legible.
    void actualSize() {
        zoomTo(1, 0, 0);
    }

    /// All of the picture, smaller where it must be.
    void fit() {
        actualSize();
        for (int again = 0; again < 4 && port.overflow() > 1.001; again++) {
            zoomTo(port.zoom() / port.overflow(), 0, 0);
        }
    }

    /// How many times larger than laid out for the pane the picture is.
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        double height = Math.max(0, getHeight() - 2 * INSET);
        canvas.relocate(INSET, INSET);
        rings.relocate(INSET, INSET);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            rings.setWidth(width);
            rings.setHeight(height);
            port.resize(width, height);
            redraw(false);
        }
        bars.layout(getWidth(), getHeight());
    }
}
