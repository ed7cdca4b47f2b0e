package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.vmalloscope.ui.model.CodeModel;
import org.vmalloscope.ui.model.LessonModel;
import org.vmalloscope.ui.model.PlayModel;
import org.vmalloscope.ui.model.SessionModel;

/// The keys of the window that bear no modifier; text that is being written keeps its own, and so does a control that
/// was reached with the keyboard.
record WindowKeys(SessionModel session, PlayModel play, MainWindow window) {
    void pressed(KeyEvent event) {
        if (isWriting(event)) {
            return;
        }
        if (isForLesson(event)) {
            event.consume();
        } else if ("?".equals(event.getText())) {
            window.showKeys();
            event.consume();
        } else if (event.getCode() == KeyCode.F6) {
            window.cycle(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (!event.isShortcutDown() && !event.isAltDown() && !isTaken(event)) {
            debug(event.getCode(), !event.isShiftDown())
                    .or(() -> event.isShiftDown() ? Optional.empty() : action(event.getCode()))
                    .ifPresent(action -> {
                        action.run();
                        event.consume();
                    });
        }
    }

    /// The steps of the debugger: with shift they go backward, and the arrows step over.
    private Optional<Runnable> debug(KeyCode key, boolean forward) {
        return switch (key) {
            case I -> Optional.of(() -> code().into(forward));
            case O -> Optional.of(() -> code().over(forward));
            case U -> Optional.of(() -> code().out(forward));
            case N -> Optional.of(() -> window.explanation().breakpoints().run(forward));
            case RIGHT -> forward ? Optional.empty() : Optional.of(() -> code().over(true));
            case LEFT -> forward ? Optional.empty() : Optional.of(() -> code().over(false));
            default -> Optional.empty();
        };
    }

    private CodeModel code() {
        return window.explanation().code();
    }

    /// Whether a lesson has done something about a key: a number chooses an answer, Enter checks it or goes on.
    private boolean isForLesson(KeyEvent event) {
        LessonModel lessons = window.lessons();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (!lessons.activeProperty().get() || !plain || window.presentation().isOn()) {
            return false;
        }
        boolean button = event.getTarget() instanceof ButtonBase pressed && pressed.isFocusVisible();
        if (event.getCode() == KeyCode.ENTER && !button) {
            return lessons.proceed();
        }
        return event.getCode().isDigitKey()
                && lessons.choose(event.getCode().getName().charAt(0) - '1');
    }

    private static boolean isWriting(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl
                || event.getTarget() instanceof Node node
                        && node.getStyleClass().contains("vm-writes");
    }

    /// Whether the control that has the focus wants the key for itself.
    private static boolean isTaken(KeyEvent event) {
        boolean arrow = event.getCode().isArrowKey();
        if (event.getTarget() instanceof ListView<?>) {
            return switch (event.getCode()) {
                case UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ENTER -> true;
                default -> false;
            };
        }
        return event.getTarget() instanceof Node node
                && node.isFocusVisible()
                && (node instanceof ComboBoxBase<?> && (arrow || event.getCode() == KeyCode.SPACE)
                        || node instanceof ButtonBase && event.getCode() == KeyCode.SPACE
                        || node instanceof Slider && arrow);
    }

    private Optional<Runnable> action(KeyCode code) {
        return switch (code) {
            case RIGHT -> Optional.of(session::forward);
            case LEFT -> Optional.of(session::back);
            case DOWN -> Optional.of(session::nextStatement);
            case UP -> Optional.of(session::previousStatement);
            case HOME -> Optional.of(session::start);
            case END -> Optional.of(session::end);
            case SPACE -> Optional.of(play::toggle);
            case B -> Optional.of(window.timeline()::bookmark);
            case V -> Optional.of(window.explanation()::inspect);
            case OPEN_BRACKET -> Optional.of(() -> window.timeline().goToBookmark(-1));
            case CLOSE_BRACKET -> Optional.of(() -> window.timeline().goToBookmark(1));
            case ESCAPE -> window.presentation().isOn() ? Optional.of(window.presentation()::toggle) : Optional.empty();
            case S -> window.presentation().isOn() ? Optional.of(presenter()::toggleSpotlight) : Optional.empty();
            default -> diagram(code);
        };
    }

    private Presenter presenter() {
        return window.presentation().presenter();
    }

    private Optional<Runnable> diagram(KeyCode code) {
        boolean digit = code.isDigitKey() && code != KeyCode.DIGIT0;
        return digit ? Optional.of(() -> window.showDiagram(code.getName().charAt(0) - '1')) : Optional.empty();
    }
}
