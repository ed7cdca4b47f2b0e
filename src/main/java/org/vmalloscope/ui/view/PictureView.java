package org.vmalloscope.ui.view;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.LinkModel;

/// A pane that shows a picture, drawn anew when it changes size; it can be zoomed, moved, and pointed at.
///
/// The picture lies on one canvas and the rings of hover and selection on another, so that pointing repaints
/// little. Says what is under the pointer in a tooltip, and the picture's description to a screen reader.
final class PictureView extends Region {
    private static final double INSET = 2;
    private static final double STEP = 1.25;

    private final Canvas canvas = new Canvas();
    private final Canvas rings = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private final DiagramModel diagram;
    private final LinkModel links;
    private final Motion motion;
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final Map<String, Bounds> places = new HashMap<>();
    private FxPainter painter;
    private @Nullable Picture shown;
    private double magnified = 1;
    private double offsetX;
    private double offsetY;
    private double dragX;
    private double dragY;
    private boolean dragged;

    PictureView(DiagramModel diagram, FxPainter painter, LinkModel links, Motion motion) {
        this.diagram = diagram;
        this.painter = painter;
        this.links = links;
        this.motion = motion;
        canvas.setManaged(false);
        rings.setManaged(false);
        getChildren().addAll(canvas, rings);
        getStyleClass().add("vm-canvas-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 80);
        tooltip.setShowDelay(Duration.millis(300));
        links.hoveredProperty().addListener((property, was, now) -> paintRings());
        links.selectedProperty().addListener((property, was, now) -> paintRings());
        setOnMouseMoved(this::hovered);
        setOnMouseExited(this::left);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
    }

    /// Calls `asked` with the id under the pointer when a context menu is asked for.
    void onMenu(BiConsumer<String, ContextMenuEvent> asked) {
        setOnContextMenuRequested(event -> {
            String id = event.isKeyboardTrigger()
                    ? links.selectedProperty().get()
                    : hit(event.getX(), event.getY()).map(Picture.Hit::id).orElse("");
            asked.accept(id, event);
        });
    }

    /// Paints with another painter from now on.
    void paintWith(FxPainter newPainter) {
        painter = newPainter;
        redraw(false);
    }

    /// Draws again what is to be shown now; with `smooth`, what stands elsewhere moves there.
    void redraw(boolean smooth) {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        Picture before = shown;
        Optional<Picture> picture = diagram.draw(width / magnified, height / magnified, zoom.get(), seen());
        shown = picture.orElse(null);
        moveTo(offsetX, offsetY);
        places.clear();
        picture.ifPresent(drawn -> {
            index(drawn.shapes());
            setAccessibleText(drawn.title() + ": " + drawn.description());
            motion.play(this, smooth && before != null ? before : drawn, drawn, this::paint);
        });
    }

    private void paint(Picture picture) {
        painter.paint(picture, canvas.getGraphicsContext2D(), window(), magnified);
        paintRings();
    }

    private Bounds window() {
        return new Bounds(offsetX, offsetY, canvas.getWidth(), canvas.getHeight());
    }

    /// The part of the picture that is seen, in its own px.
    private Bounds seen() {
        return new Bounds(
                offsetX / magnified,
                offsetY / magnified,
                canvas.getWidth() / magnified,
                canvas.getHeight() / magnified);
    }

    /// Draws everything so many times as large, for the back of a room.
    void magnify(double times) {
        magnified = times;
        redraw(false);
    }

    private void index(List<Shape> shapes) {
        for (Shape shape : shapes) {
            if (!shape.id().isEmpty()) {
                places.put(shape.id(), bodyOf(shape));
            }
            if (shape instanceof Group group) {
                index(group.shapes());
            }
        }
    }

    /// The first shape of a group is its body; the rest may be rings around it.
    private static Bounds bodyOf(Shape shape) {
        return shape instanceof Group group && !group.shapes().isEmpty()
                ? bodyOf(group.shapes().getFirst())
                : shape.bounds();
    }

    private void paintRings() {
        painter.clear(rings.getGraphicsContext2D(), rings.getWidth(), rings.getHeight());
        ring(links.selectedProperty().get(), Highlight.SELECTED);
        ring(links.hoveredProperty().get(), Highlight.HOVERED);
    }

    private void ring(String id, Highlight highlight) {
        Bounds place = places.get(id);
        if (place != null) {
            Set<Highlight> on = EnumSet.of(highlight);
            painter.paintOver(Highlight.rings(place, 3, on), rings.getGraphicsContext2D(), window(), magnified);
        }
    }

    private Optional<Picture.Hit> hit(double x, double y) {
        Picture picture = shown;
        return picture == null
                ? Optional.empty()
                : picture.hit((x - INSET + offsetX) / magnified, (y - INSET + offsetY) / magnified);
    }

    private void hovered(MouseEvent event) {
        Optional<Picture.Hit> hit = hit(event.getX(), event.getY());
        links.hover(hit.map(Picture.Hit::id).orElse(""));
        String tip = hit.map(Picture.Hit::tip).orElse("");
        if (tip.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else if (!tip.equals(tooltip.getText())) {
            tooltip.setText(tip);
            Tooltip.install(this, tooltip);
        }
    }

    private void left(MouseEvent event) {
        links.hover("");
        tooltip.setText("");
        Tooltip.uninstall(this, tooltip);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX() + offsetX;
        dragY = event.getY() + offsetY;
        dragged = false;
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && (mostX() > 0 || mostY() > 0)) {
            dragged = true;
            moveTo(dragX - event.getX(), dragY - event.getY());
            redraw(false);
        }
    }

    private void clicked(MouseEvent event) {
        if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            links.select(hit(event.getX(), event.getY()).map(Picture.Hit::id).orElse(""));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomTo(zoom.get() * (event.getDeltaY() > 0 ? STEP : 1 / STEP), event.getX() - INSET, event.getY() - INSET);
        }
        event.consume();
    }

    private void zoomTo(double wanted, double x, double y) {
        double before = zoom.get();
        double now = Math.clamp(wanted, 1, Math.max(1, diagram.mostZoom(canvas.getWidth() / magnified)));
        zoom.set(now);
        offsetX = Math.max(0, (offsetX + x) * now / before - x);
        offsetY = Math.max(0, (offsetY + y) * now / before - y);
        redraw(false);
    }

    private void moveTo(double x, double y) {
        offsetX = Math.clamp(x, 0, mostX());
        offsetY = Math.clamp(y, 0, mostY());
    }

    private double mostX() {
        Picture picture = shown;
        return picture == null ? 0 : Math.max(0, picture.width() * magnified - canvas.getWidth());
    }

    private double mostY() {
        Picture picture = shown;
        return picture == null ? 0 : Math.max(0, picture.height() * magnified - canvas.getHeight());
    }

    /// Larger, around the middle.
    void zoomIn() {
        zoomTo(zoom.get() * STEP, canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    /// Smaller, around the middle.
    void zoomOut() {
        zoomTo(zoom.get() / STEP, canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    /// All of the picture.
    void fit() {
        zoomTo(1, 0, 0);
    }

    /// How many times larger than fitting the picture is.
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
            moveTo(offsetX, offsetY);
            redraw(false);
        }
    }
}
