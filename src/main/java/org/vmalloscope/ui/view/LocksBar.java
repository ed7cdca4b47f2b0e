package org.vmalloscope.ui.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.ConsoleModel;
import org.vmalloscope.ui.model.ConsoleModel.LockRow;

/// The locks of the moment, each with a padlock that is open or closed; a closed one says who holds it.
final class LocksBar extends FlowPane {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private final Words words;
    private final boolean holders;

    /// With `holders`, the CPU and the function stand beside a lock that is held; else in its tooltip only.
    LocksBar(ConsoleModel model, Words words, boolean holders) {
        this.words = words;
        this.holders = holders;
        getStyleClass().add("vm-locks");
        setMinHeight(USE_PREF_SIZE);
        model.locksProperty().addListener((property, was, now) -> show(now));
        show(model.locksProperty().get());
    }

    private void show(List<LockRow> locks) {
        getChildren().setAll(locks.stream().map(this::label).toList());
    }

    private Label label(LockRow lock) {
        String holder = lock.held()
                ? lock.function().isEmpty()
                        ? words.get("locks.cpu", lock.cpu())
                        : words.get("locks.holder", lock.cpu(), lock.function())
                : words.get("locks.free");
        Label label = new Label(lock.held() && holders ? lock.name() + "  " + holder : lock.name());
        label.getStyleClass().add("vm-lock");
        label.setGraphic(new IconNode(lock.held() ? Icon.LOCK : Icon.UNLOCKED, 12));
        label.pseudoClassStateChanged(HELD, lock.held());
        label.setTooltip(new Tooltip(lock.name() + ": " + holder));
        label.setAccessibleText(lock.name() + ": " + holder);
        return label;
    }
}
