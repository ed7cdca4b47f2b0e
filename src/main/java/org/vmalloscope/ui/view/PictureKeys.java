package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.vmalloscope.ui.model.LinkModel;

/// The keys of a diagram that has the focus: size, place, and the selection of its objects.
record PictureKeys(PictureView view, LinkModel links, AreaMenu menu) {
    private static final double PAN = 60;

    void install() {
        view.setOnKeyPressed(this::pressed);
        view.setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger()) {
                menu.show(view, links.selectedProperty().get());
            } else {
                String id = view.hit(event.getX(), event.getY())
                        .map(hit -> hit.id())
                        .orElse("");
                menu.show(view, id, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    private void pressed(KeyEvent event) {
        Optional<Runnable> action = event.isAltDown()
                ? select(event.getCode())
                : event.isControlDown() ? pan(event.getCode()) : plain(event);
        action.ifPresent(run -> {
            run.run();
            event.consume();
        });
    }

    private Optional<Runnable> plain(KeyEvent event) {
        return switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> Optional.of(view::zoomIn);
            case MINUS, SUBTRACT -> Optional.of(view::zoomOut);
            case DIGIT0, NUMPAD0 -> Optional.of(view::actualSize);
            case F -> Optional.of(view::fit);
            case ENTER ->
                Optional.of(() -> menu.details(view, links.selectedProperty().get()));
            case ESCAPE ->
                links.selectedProperty().get().isEmpty() ? Optional.empty() : Optional.of(() -> links.select(""));
            case F10 ->
                event.isShiftDown()
                        ? Optional.of(
                                () -> menu.show(view, links.selectedProperty().get()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Runnable> pan(KeyCode code) {
        return switch (code) {
            case LEFT -> Optional.of(() -> view.moveBy(-PAN, 0));
            case RIGHT -> Optional.of(() -> view.moveBy(PAN, 0));
            case UP -> Optional.of(() -> view.moveBy(0, -PAN));
            case DOWN -> Optional.of(() -> view.moveBy(0, PAN));
            default -> Optional.empty();
        };
    }

    private Optional<Runnable> select(KeyCode code) {
        return switch (code) {
            case LEFT -> Optional.of(() -> go(-1, 0));
            case RIGHT -> Optional.of(() -> go(1, 0));
            case UP -> Optional.of(() -> go(0, -1));
            case DOWN -> Optional.of(() -> go(0, 1));
            default -> Optional.empty();
        };
    }

    private void go(int dx, int dy) {
        String from = links.allSelectedProperty().get().stream()
                .filter(id -> view.places().of(id) != null)
                .findFirst()
                .orElse("");
        view.places().beside(from, dx, dy).ifPresent(id -> {
            links.select(id);
            view.reveal(id);
        });
    }
}
