package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.Statement.Boot;
import org.vmalloscope.scenario.Statement.StartKernel;
import org.vmalloscope.ui.model.AllocateOperation.Unit;

/// An allocation that is being put together: what it asks for, the statement that this makes, and what is wrong with
/// it. Used on the FX thread.
public final class AllocateModel {
    private static final long PAGE = 1L << Machine.PAGE_SHIFT;

    private final Opener opener;
    private final EditorModel editor;
    private final ResourceBundle words;
    private final ObjectProperty<AllocateOperation> operation = new SimpleObjectProperty<>(AllocateOperation.VMALLOC);
    private final StringProperty amount = new SimpleStringProperty(Unit.BYTES.first());
    private final StringProperty alignment = new SimpleStringProperty("64K");
    private final IntegerProperty cpu = new SimpleIntegerProperty();
    private final ReadOnlyStringWrapper statement = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final Map<Unit, String> amounts = new EnumMap<>(Unit.class);
    private String name = "a";
    private boolean amountWrong;

    /// `words` is the bundle of what the window says.
    public AllocateModel(Opener opener, ResourceBundle words) {
        this.opener = opener;
        this.editor = opener.editor();
        this.words = words;
        operation.addListener((property, was, now) -> choose(was.unit(), now.unit()));
        amount.addListener((property, was, now) -> describe());
        alignment.addListener((property, was, now) -> describe());
        cpu.addListener((property, was, now) -> describe());
        editor.judgedProperty().addListener((property, was, now) -> {
            if (now) {
                follow();
            }
        });
        follow();
    }

    /// The text is another one: so is the first free name, and perhaps the CPU at its end.
    private void follow() {
        EditorScan scan = EditorScan.all(editor.text());
        name = scan.freshName();
        if (editor.errors().isEmpty()) {
            cpu.set(scan.cpu());
        }
        describe();
    }

    /// Each unit keeps the amount that was asked for in it.
    private void choose(Unit was, Unit now) {
        if (was != now) {
            amounts.put(was, amount.get());
            amount.set(amounts.getOrDefault(now, now.first()));
        }
        describe();
    }

    private void describe() {
        String asked = amount.getValueSafe().strip();
        statement.set(name + " = " + operation.get().keyword() + " " + arguments(asked));
        fault.set(fault(asked));
    }

    private String arguments(String asked) {
        if (operation.get().unit() != Unit.GROUP) {
            return asked;
        }
        List<String> sizes = List.of(asked.split("[\\s,]+", -1));
        String align = alignment.getValueSafe().strip();
        return "offsets=" + offsets(sizes, align) + " sizes=" + String.join(",", sizes) + " align=" + align;
    }

    /// Offsets that put the areas of a group one behind the other, each aligned.
    private static String offsets(List<String> sizes, String align) {
        long step = Math.max(bytes(align).orElse(PAGE), PAGE);
        List<String> offsets = new ArrayList<>();
        long at = 0;
        for (String size : sizes) {
            offsets.add(at % 1024 == 0 && at > 0 ? at / 1024 + "K" : Long.toString(at));
            at += (bytes(size).orElse(0L) + step - 1) / step * step;
        }
        return String.join(",", offsets);
    }

    /// The bytes that a plain SIZE says; nothing where the parser will complain anyway.
    private static Optional<Long> bytes(String size) {
        if (!size.matches("[0-9]{1,6}[KkMm]?")) {
            return Optional.empty();
        }
        char last = Character.toUpperCase(size.charAt(size.length() - 1));
        int shift = last == 'K' ? 10 : last == 'M' ? 20 : 0;
        String digits = shift == 0 ? size : size.substring(0, size.length() - 1);
        return Optional.of(Long.parseLong(digits) << shift);
    }

    private static boolean boots(Line line) {
        return line.statement() instanceof Boot || line.statement() instanceof StartKernel;
    }

    private String fault(String asked) {
        amountWrong = false;
        if (!editor.errors().isEmpty()) {
            return words.getString("allocate.errors");
        }
        Optional<Scenario> scenario = editor.scenarioProperty().get();
        if (scenario.isEmpty()) {
            return words.getString("allocate.none");
        }
        if (scenario.get().lines().stream().noneMatch(AllocateModel::boots)) {
            return words.getString("allocate.boot");
        }
        amountWrong = true;
        if (asked.isEmpty()) {
            return words.getString("allocate.empty." + operation.get().unit());
        }
        return complaint(scenario.get());
    }

    /// What the parser says of the statement, on a machine like the scenario's.
    private String complaint(Scenario scenario) {
        var machine = scenario.machine();
        String least = "machine " + machine.machine().label() + " cpus=" + machine.cpus() + " ram=1M\nboot\n";
        return ScenarioParser.parse(least + statement.get() + "\n") instanceof ScenarioErrors errors
                ? errors.first().message()
                : "";
    }

    /// Whether what is wrong is what was asked for.
    public boolean blamesAmount() {
        return amountWrong && !fault.get().isEmpty();
    }

    /// Adds the statement at the end of the scenario, plays it and goes there; nothing when something is wrong.
    public void allocate() {
        if (fault.get().isEmpty()) {
            opener.append(editor.onCpu(statement.get(), cpu.get()));
        }
    }

    /// CPUs of the machine.
    public int cpus() {
        return editor.scenarioProperty()
                .get()
                .map(scenario -> scenario.machine().cpus())
                .orElse(1);
    }

    public ObjectProperty<AllocateOperation> operationProperty() {
        return operation;
    }

    /// The size, the count or the sizes, as they are written in a scenario.
    public StringProperty amountProperty() {
        return amount;
    }

    /// The alignment of a group.
    public StringProperty alignmentProperty() {
        return alignment;
    }

    public IntegerProperty cpuProperty() {
        return cpu;
    }

    /// The statement that will be added.
    public ReadOnlyStringProperty statementProperty() {
        return statement.getReadOnlyProperty();
    }

    /// Why it cannot be added; empty when it can.
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
