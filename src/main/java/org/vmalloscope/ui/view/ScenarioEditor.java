package org.vmalloscope.ui.view;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.EditorCompletion;
import org.vmalloscope.ui.model.EditorError;
import org.vmalloscope.ui.model.EditorModel;
import org.vmalloscope.ui.model.EditorProposal;
import org.vmalloscope.ui.model.MarginModel;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;

/// The text of the scenario, to be read along and to be written in.
///
/// A pause in writing plays it anew. While nobody writes, the caret follows the current statement. Tab leaves, as
/// everywhere in the window; Escape gives the window its keys back.
final class ScenarioEditor extends StackPane {
    private static final Duration PAUSE = Duration.millis(400);
    private static final double DIGIT = 6.6;
    private static final double GUTTER = 27;
    private static final double TIP = 420;

    private final CodeArea area = QuietIncubator.codeArea();
    private final EditorModel editor;
    private final SessionModel session;
    private final MarginModel margin;
    private final EditorArea place;
    private final SyntaxColours colours;
    private final MarginCells gutter;
    private final ChipLayer chips;
    private final CompletionPopup popup = new CompletionPopup(this::take);
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Tooltip tip = new Tooltip();
    private FxPainter painter;
    private int digits;
    private int current;
    private int linked;
    private boolean typed;
    private boolean shown;

    ScenarioEditor(Opener opener, SessionModel session, MarginModel margin, FxPainter painter, Words words) {
        this.editor = opener.editor();
        this.session = session;
        this.margin = margin;
        this.painter = painter;
        this.colours = new SyntaxColours(margin, painter.theme());
        this.chips = new ChipLayer(line -> new ChipCell(line, margin, session.links(), () -> this.painter));
        this.gutter = new MarginCells(GUTTER, line -> new GutterCell(line, margin), chips);
        area.setId("editor");
        area.getStyleClass().addAll("vm-code", "vm-writes");
        area.setAccessibleText(words.get("editor.name"));
        area.setAccessibleHelp(words.get("editor.help"));
        area.setWrapText(false);
        area.setContentPadding(new Insets(4, 4, 4, 0));
        area.setSyntaxDecorator(colours);
        area.setLeftDecorator(gutter);
        this.place = new EditorArea(area, editor);
        getChildren().addAll(area, chips);
        pause.setOnFinished(paused -> {
            if (NodeInWindow.isShowing(this)) {
                opener.replay();
            }
        });
        tip.setShowDelay(Duration.millis(300));
        tip.setWrapText(true);
        tip.setMaxWidth(TIP);
        popup.dress(painter.theme());
        listen();
        keys();
        widen();
    }

    private void listen() {
        editor.textProperty().addListener((property, was, now) -> changed());
        editor.judgedProperty().addListener((property, was, now) -> refresh());
        editor.errors().addListener((ListChangeListener<EditorError>) change -> refresh());
        session.momentProperty().addListener((property, was, now) -> moved());
        InvalidationListener pointed = hovered -> link();
        session.links().hoveredProperty().addListener(pointed);
        session.links().selectedProperty().addListener(pointed);
        area.caretPositionProperty().addListener((property, was, now) -> caretMoved());
        area.focusedProperty().addListener((property, was, now) -> popup.hide());
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        area.addEventHandler(MouseEvent.MOUSE_EXITED, left -> left());
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void keys() {
        area.getInputMap().registerKey(KeyBinding.of(KeyCode.TAB), RichTextArea.Tag.FOCUS_NEXT);
        area.getInputMap().registerKey(KeyBinding.shift(KeyCode.TAB), RichTextArea.Tag.FOCUS_PREVIOUS);
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (popup.pressed(key) || pressed(key)) {
                key.consume();
            }
        });
        area.addEventFilter(KeyEvent.KEY_TYPED, key -> typed = !key.isShortcutDown() && !key.isAltDown());
    }

    /// Whether a key was one of ours.
    private boolean pressed(KeyEvent key) {
        typed = key.getCode() == KeyCode.BACK_SPACE && popup.isShowing();
        boolean ctrl = key.isShortcutDown() && !key.isAltDown();
        return switch (key.getCode()) {
            case Z -> ctrl && run(key.isShiftDown() ? editor::redo : editor::undo);
            case Y -> ctrl && run(editor::redo);
            case SPACE -> key.isControlDown() && run(() -> propose(true));
            case ENTER -> key.isAltDown() && run(() -> margin.go(place.caretLine()));
            case F8 -> run(() -> nextError(!key.isShiftDown()));
            case ESCAPE -> run(this::leave);
            default -> false;
        };
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }

    private void leave() {
        Node canvas = getScene().getRoot().lookup(".vm-canvas-pane");
        if (canvas != null) {
            canvas.requestFocus();
        }
    }

    private void changed() {
        widen();
        gutter.update();
        chips.update();
        if (!editor.judgedProperty().get()) {
            pause.playFromStart();
        }
    }

    /// Makes room for the digits of the last line's number.
    private void widen() {
        int now = Math.max(2, Integer.toString(area.getParagraphCount()).length());
        if (now != digits) {
            digits = now;
            gutter.setWidth(GUTTER + now * DIGIT);
            area.setLeftDecorator(null);
            area.setLeftDecorator(gutter);
        }
    }

    /// Looks of lines may have changed anywhere.
    private void refresh() {
        gutter.update();
        chips.update();
        current = margin.currentLine().orElse(0);
        restyle();
        String errors = editor.errors().stream()
                .map(error -> error.line() + ": " + error.message())
                .collect(Collectors.joining("\n"));
        area.setAccessibleRoleDescription(errors.isEmpty() ? null : errors);
    }

    /// Lets all lines that are seen be made again. For one alone the area would not keep its ground as wide as it is.
    private void restyle() {
        area.getModel().fireStyleChangeEvent(TextPos.ZERO, area.getDocumentEnd());
    }

    /// The session stands elsewhere.
    private void moved() {
        chips.update();
        int now = margin.currentLine().orElse(0);
        if (now == current) {
            return;
        }
        gutter.update();
        current = now;
        restyle();
        follow();
    }

    /// Shows the current statement with a little of what stands around it; not while somebody writes, and not before
    /// the area has its looks, because it would make its lines without them.
    private void follow() {
        if (current > 0 && shown && !area.isFocused()) {
            place.go(current + 2, 0);
            place.go(current - 2, 0);
            place.go(current, 0);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!shown) {
            shown = true;
            follow();
        }
    }

    /// Something is pointed at or selected: the line that made it lights up.
    private void link() {
        var links = session.links();
        int now = margin.lineOf(links.hoveredProperty().get())
                .orElseGet(() -> margin.lineOf(links.selectedProperty().get()).orElse(0));
        if (now != linked) {
            linked = now;
            colours.link(now);
            restyle();
        }
        chips.update();
    }

    private void caretMoved() {
        if (typed && area.isFocused()) {
            typed = false;
            propose(false);
        } else {
            popup.hide();
        }
    }

    /// Shows what can be typed here; unasked only where a word was begun or a name is due.
    private void propose(boolean asked) {
        EditorCompletion completion = editor.complete(place.caretLine(), place.caretColumn());
        List<EditorProposal> proposals = completion.proposals();
        popup.show(area, asked || completion.eager() ? proposals : List.of(), place.caretOnScreen());
    }

    private void take(EditorProposal proposal) {
        place.replaceInLine(proposal.from(), proposal.to(), proposal.text());
        editor.seal();
        propose(false);
    }

    private void hovered(MouseEvent move) {
        OptionalInt line = place.lineAt(move.getScreenX(), move.getScreenY());
        String id = line.isPresent()
                ? margin.chip(line.getAsInt()).map(MarginModel.Chip::id).orElse("")
                : "";
        session.links().hover(id);
        String errors = line.isPresent()
                ? margin.errors(line.getAsInt()).stream()
                        .map(EditorError::message)
                        .collect(Collectors.joining("\n"))
                : "";
        if (!errors.equals(tip.getText())) {
            tip.setText(errors);
            area.setTooltip(errors.isEmpty() ? null : tip);
        }
    }

    private void left() {
        session.links().hover("");
        tip.setText("");
        area.setTooltip(null);
    }

    private void clicked(MouseEvent click) {
        if (click.getButton() == MouseButton.PRIMARY && click.isShortcutDown()) {
            place.lineAt(click.getScreenX(), click.getScreenY()).ifPresent(margin::go);
        }
    }

    /// To the next error after the caret, or the one before; from the start again after the last.
    void nextError(boolean forward) {
        List<EditorError> errors = editor.errors();
        if (errors.isEmpty()) {
            return;
        }
        int line = place.caretLine();
        int column = place.caretColumn() + 1;
        EditorError next = forward ? errors.getFirst() : errors.getLast();
        for (EditorError error : forward ? errors : errors.reversed()) {
            int order = error.line() == line
                    ? Integer.compare(error.column(), column)
                    : Integer.compare(error.line(), line);
            if (forward ? order > 0 : order < 0) {
                next = error;
                break;
            }
        }
        show(next);
    }

    /// Puts the caret where an error is.
    void show(EditorError error) {
        place.go(error.line(), error.column() - 1);
        area.requestFocus();
    }

    /// The error that the caret's line has, or the first of all.
    EditorError nearestError() {
        return margin.errors(place.caretLine()).stream()
                .findFirst()
                .orElseGet(() -> editor.errors().getFirst());
    }

    /// Paints in another theme from now on.
    void paintWith(FxPainter newPainter) {
        painter = newPainter;
        colours.setTheme(newPainter.theme());
        popup.dress(newPainter.theme());
        refresh();
    }

    Theme theme() {
        return painter.theme();
    }

    void setMenu(ContextMenu menu) {
        area.setContextMenu(menu);
    }

    CodeArea area() {
        return area;
    }

    /// What can be typed at the caret.
    void complete() {
        area.requestFocus();
        propose(true);
    }
}
