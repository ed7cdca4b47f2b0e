package org.vmalloscope.ui.view;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.SearchModel;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.TimelineModel;

/// The timeline with its head, which names the kinds of events, and what pointer and keys do with it.
final class TimelinePane extends BorderPane {
    private static final double STEP = 1.3;
    private static final double LOW = 132;
    private static final Duration REST = Duration.millis(140);

    private final TimelineView view;
    private final TimelineModel model;
    private final SessionModel session;
    private final Words words;
    private final EventPopup card;
    private final BookmarkPopup naming;
    private final PauseTransition rest = new PauseTransition(REST);
    private final HBox head = new HBox();
    private double lastX;
    private boolean scrubbing;

    /// `find` looks for the events of a kind, backwards when it is told so.
    TimelinePane(
            TimelineView view,
            SessionModel session,
            SearchModel search,
            Words words,
            Supplier<Theme> theme,
            BiConsumer<String, Boolean> find) {
        this.view = view;
        this.model = view.model();
        this.session = session;
        this.words = words;
        this.card = new EventPopup(words, theme);
        this.naming = new BookmarkPopup(session.bookmarks(), words, theme);
        getStyleClass().add("vm-pane");
        setMinHeight(90);
        setCenter(view);
        fillHead(find);
        heightProperty().addListener((property, was, now) -> setTop(now.doubleValue() >= LOW ? head : null));
        rest.setOnFinished(over -> tell());
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(released -> scrubbing = false);
        view.setOnMouseMoved(this::moved);
        view.setOnMouseExited(left -> hide());
        view.setOnMouseClicked(this::clicked);
        view.setOnScroll(this::scrolled);
        view.setOnKeyPressed(this::key);
        view.setOnContextMenuRequested(this::menu);
        search.foundProperty().addListener((property, was, now) -> view.paintNow());
        session.bookmarks().all().addListener((MapChangeListener<Long, String>) change -> view.paintNow());
    }

    private void fillHead(BiConsumer<String, Boolean> find) {
        Label title = new Label(words.get("timeline.title"));
        title.getStyleClass().add("vm-head-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label range = new Label();
        range.getStyleClass().add("vm-head-note");
        range.setMinWidth(USE_PREF_SIZE);
        view.onRange(range::setText);
        HBox chips = new HBox(4);
        chips.getStyleClass().add("vm-chips");
        chips.setMinWidth(0);
        model.chips().forEach(chip -> chips.getChildren().add(chip(chip, find)));
        HBox names = new HBox(title, range);
        names.getStyleClass().add("vm-head-names");
        head.getStyleClass().add("vm-head");
        head.getChildren().setAll(names, Tools.space(), chips, Tools.space(), tools());
    }

    private HBox tools() {
        HBox tools = new HBox(
                Tools.button("timeline-out", Icon.LESS, words.get("pane.zoom.out"), () -> zoom(1 / STEP)),
                Tools.button("timeline-in", Icon.MORE, words.get("pane.zoom.in"), () -> zoom(STEP)),
                Tools.button("timeline-fit", Icon.FIT, words.get("timeline.fit"), this::fit),
                Tools.button("bookmark", Icon.BOOKMARK, words.get("timeline.bookmark"), this::bookmark));
        tools.getStyleClass().add("vm-head-tools");
        tools.setMinWidth(USE_PREF_SIZE);
        return tools;
    }

    private static Button chip(TimelineModel.Chip chip, BiConsumer<String, Boolean> find) {
        Button button = new Button(chip.words());
        button.setGraphic(new IconNode(chip.icon(), 10, Theme.LIGHT.style(chip.role())));
        button.getStyleClass().add("vm-chip");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(chip.words()));
        button.setUserData(chip);
        button.setOnAction(pressed -> find.accept(chip.search(), false));
        return button;
    }

    /// Gives the chips the colours of a theme.
    void dress(Theme theme) {
        head.lookupAll(".vm-chip").forEach(node -> {
            if (node instanceof Button button && button.getUserData() instanceof TimelineModel.Chip chip) {
                button.setGraphic(new IconNode(chip.icon(), 10, theme.style(chip.role())));
            }
        });
    }

    private double x(double eventX) {
        return eventX - TimelineView.INSET;
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        hide();
        lastX = event.getX();
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            scrubbing = true;
            model.scrub(x(event.getX()), view.width());
        }
    }

    private void dragged(MouseEvent event) {
        if (event.isShiftDown() || event.getButton() == MouseButton.MIDDLE) {
            model.pan(lastX - event.getX(), view.width());
            lastX = event.getX();
            view.redraw();
        } else if (scrubbing) {
            model.scrub(x(event.getX()), view.width());
        }
    }

    private void moved(MouseEvent event) {
        long event0 = model.eventAt(x(event.getX()), view.width());
        if (event0 != view.hovered()) {
            card.hide();
            view.hover(event0);
            rest.playFromStart();
        }
    }

    private void tell() {
        long event = view.hovered();
        if (event > 0 && view.getScene() != null) {
            model.card(event).ifPresent(shown -> card.show(view, shown, model.middle(event, view.width())));
        }
    }

    /// Takes card and mark of what was pointed at away.
    private void hide() {
        rest.stop();
        card.hide();
        view.hover(0);
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2) {
            model.bookmarkAt(x(event.getX()), view.width()).ifPresentOrElse(this::rename, this::fit);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown() || event.getDeltaX() != 0) {
            double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            model.pan(-2 * delta, view.width());
        } else {
            model.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, x(event.getX()), view.width());
        }
        view.redraw();
        event.consume();
    }

    private void zoom(double factor) {
        model.zoom(factor, view.width());
        view.redraw();
    }

    private void fit() {
        model.fit();
        view.redraw();
    }

    private void key(KeyEvent key) {
        boolean known = true;
        switch (key.getCode()) {
            case PLUS, EQUALS, ADD -> zoom(STEP);
            case MINUS, SUBTRACT -> zoom(1 / STEP);
            case DIGIT0, NUMPAD0, F -> fit();
            case ENTER -> go();
            default -> known = false;
        }
        if (known) {
            key.consume();
        }
    }

    /// Goes to the event that is pointed at, and says whether there is one.
    boolean go() {
        long event = view.hovered();
        if (event > 0) {
            model.go(event);
        }
        return event > 0;
    }

    /// Marks what is pointed at, or else the position, and asks for a name; takes the mark away where there is one.
    void bookmark() {
        long event =
                view.hovered() > 0 ? view.hovered() : session.positionProperty().get();
        String name = model.card(event).map(card -> card.statement()).orElse(words.get("bookmark.start"));
        if (session.bookmarks().toggle(event, name)) {
            rename(event);
        }
    }

    /// To the next bookmark, or to the one before.
    void goToBookmark(int step) {
        long now = session.positionProperty().get();
        Optional<Long> mark =
                step > 0 ? session.bookmarks().after(now) : session.bookmarks().before(now);
        mark.ifPresent(session::seek);
    }

    private void rename(long position) {
        hide();
        if (view.getScene() != null) {
            naming.ask(view, position, Math.clamp(model.middle(position, view.width()), 0, view.width()));
        }
    }

    private void menu(ContextMenuEvent event) {
        model.bookmarkAt(x(event.getX()), view.width()).ifPresent(this::rename);
        event.consume();
    }

    TimelineView view() {
        return view;
    }
}
