package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.vmalloscope.ui.model.PlayModel;
import org.vmalloscope.ui.model.SessionModel;

/// The keys of the window that bear no modifier; text that is being written keeps its own.
record WindowKeys(SessionModel session, PlayModel play, Workbench workbench, Runnable keySheet) {
    void pressed(KeyEvent event) {
        if (!isWriting(event) && "?".equals(event.getText())) {
            keySheet.run();
            event.consume();
            return;
        }
        if (isWriting(event) || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        action(event.getCode()).ifPresent(action -> {
            action.run();
            event.consume();
        });
    }

    private static boolean isWriting(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl
                || event.getTarget() instanceof Node node
                        && node.getStyleClass().contains("vm-writes");
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
            case B -> Optional.of(session::toggleBookmark);
            default -> diagram(code);
        };
    }

    private Optional<Runnable> diagram(KeyCode code) {
        boolean digit = code.isDigitKey() && code != KeyCode.DIGIT0;
        return digit ? Optional.of(() -> workbench.focus(code.getName().charAt(0) - '1')) : Optional.empty();
    }
}
