package org.vmalloscope.ui.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.SessionModel;

/// The tool bar: the way through the run, playing, the machine, the search, and how the window looks.
final class TopBar extends HBox {
    private static final double NARROW = 1400;

    TopBar(SessionModel session, Words words, MainWindow window, Node play, Node cpus, Node find, Node lessons) {
        getStyleClass().add("vm-toolbar");
        HBox looks = new HBox(
                lessons,
                Tools.button("theme", Icon.THEME, words.get("tool.theme"), window::switchTheme),
                Tools.button("present", Icon.PRESENT, words.get("tool.present"), window.presentation()::toggle),
                Tools.button("export", Icon.EXPORT, words.get("tool.export"), window.export()::askForCurrent));
        looks.getStyleClass().add("vm-looks");
        looks.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        new Transport(session, words),
                        play,
                        between(),
                        cpus,
                        between(),
                        machine(session),
                        Tools.space(),
                        find,
                        looks);
    }

    private Label machine(SessionModel session) {
        Label machine = new Label();
        machine.setId("machine");
        machine.getStyleClass().add("vm-machine");
        machine.setMinWidth(USE_PREF_SIZE);
        Runnable tell = () -> machine.setText(
                getWidth() < NARROW
                        ? session.shortMachineProperty().get()
                        : session.machineProperty().get());
        session.machineProperty().addListener((property, was, now) -> tell.run());
        widthProperty().addListener((property, was, now) -> tell.run());
        return machine;
    }

    private static Region between() {
        Region line = new Region();
        line.getStyleClass().add("vm-line-between");
        return line;
    }
}
