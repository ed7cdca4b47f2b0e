package org.vmalloscope.ui.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.SessionModel;

/// The tool bar: the way through the run, the steps of the debugger, playing, the machine, the search, and how the
/// window looks.
final class TopBar extends HBox {
    private static final double NARROW = 1400;
    private static final double TIGHT = 1180;

    private List<Node> rare = List.of();

    TopBar(
            SessionModel session,
            Words words,
            MainWindow window,
            Node debug,
            PlayBar play,
            Node cpus,
            Node find,
            Node lessons) {
        getStyleClass().add("vm-toolbar");
        HBox looks = new HBox(
                lessons,
                Tools.button("theme", Icon.THEME, words.get("tool.theme"), window::switchTheme),
                Tools.button("present", Icon.PRESENT, words.get("tool.present"), window.presentation()::toggle),
                Tools.button("export", Icon.EXPORT, words.get("tool.export"), window.export()::askForCurrent));
        looks.getStyleClass().add("vm-looks");
        looks.setMinWidth(USE_PREF_SIZE);
        Label machine = machine(session);
        Region before = between();
        rare = List.of(play.speed(), before, machine);
        getChildren()
                .addAll(
                        new Transport(session, words),
                        debug,
                        play,
                        between(),
                        cpus,
                        before,
                        machine,
                        Tools.space(),
                        find,
                        looks);
    }

    private Label machine(SessionModel session) {
        Label machine = new Label();
        machine.setId("machine");
        machine.getStyleClass().add("vm-machine");
        machine.setMinWidth(USE_PREF_SIZE);
        Runnable tell = () -> {
            rare.forEach(each -> {
                each.setManaged(getWidth() >= TIGHT);
                each.setVisible(getWidth() >= TIGHT);
            });
            machine.setText(
                    getWidth() < NARROW
                            ? session.shortMachineProperty().get()
                            : session.machineProperty().get());
        };
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
