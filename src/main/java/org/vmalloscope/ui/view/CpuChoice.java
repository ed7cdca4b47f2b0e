package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.vmalloscope.ui.model.SessionModel;

/// The CPUs of the machine, the one that runs now marked; choosing another lets what is added run there.
final class CpuChoice extends HBox {
    private static final int MOST = 8;

    private final SessionModel session;
    private final IntConsumer chosen;
    private final SegmentedButton segments = new SegmentedButton();
    private final Words words;

    CpuChoice(SessionModel session, Words words, IntConsumer chosen) {
        this.session = session;
        this.words = words;
        this.chosen = chosen;
        setId("cpus");
        getStyleClass().add("vm-cpus");
        segments.setToggleGroup(null);
        Label label = new Label(words.get("cpu.label"));
        label.setMinWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(label, segments);
        session.cpusProperty().addListener((property, was, now) -> fill());
        session.cpuProperty().addListener((property, was, now) -> mark());
        fill();
    }

    private void fill() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (int cpu = 0; cpu < Math.min(MOST, session.cpusProperty().get()); cpu++) {
            buttons.add(button(cpu));
        }
        segments.getButtons().setAll(buttons);
        mark();
    }

    private ToggleButton button(int cpu) {
        ToggleButton button = new ToggleButton(Integer.toString(cpu));
        button.setId("cpu-" + cpu);
        button.setTooltip(new Tooltip(words.get("cpu.tip", cpu)));
        button.setAccessibleText(words.get("cpu.tip", cpu));
        button.setOnAction(pressed -> {
            mark();
            if (cpu != session.cpuProperty().get()) {
                chosen.accept(cpu);
            }
        });
        return button;
    }

    private void mark() {
        for (int cpu = 0; cpu < segments.getButtons().size(); cpu++) {
            segments.getButtons()
                    .get(cpu)
                    .setSelected(cpu == session.cpuProperty().get());
        }
    }
}
