package org.vmalloscope.scenario;

import java.util.Map;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.Keyframes;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.journal.Recorder;
import org.vmalloscope.journal.StatementPlayer;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.BootChain;
import org.vmalloscope.kernel.vmalloc.Vmalloc2632;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.SimulatedMemory;

/// A scenario being played: the live memory and the journal of everything that was stored to it.
///
/// Steps are played one by one and in order. When the simulated kernel died, or a step was refused, no step can
/// follow.
public final class Run implements StatementPlayer {
    private final Scenario scenario;
    private final Map<String, Integer> names;
    private final KernelConfig config;
    private final SimulatedMemory memory;
    private final Journal journal = new Journal();
    private final Keyframes keyframes = new Keyframes();
    private final Recorder recorder;
    private final StepPlayer player;
    private boolean ended;

    /// Switches the scenario's machine on; `listener` is told every note while steps are played.
    public Run(Scenario scenario, NoteSink listener) {
        this(scenario, EventSink.ofNotes(listener));
    }

    /// Switches the scenario's machine on; `listener` is told everything while steps are played.
    public Run(Scenario scenario, EventSink listener) {
        this.scenario = scenario;
        this.names = Bindings.number(scenario.names());
        var machine = scenario.machine();
        this.config = new KernelConfig(
                machine.machine(),
                machine.cpus(),
                Long.divideUnsigned(machine.ramBytes(), Machine.PAGE_SIZE),
                scenario.callers());
        this.memory = Vmalloc2632.powerOn(config);
        this.recorder = new Recorder(journal, listener);
        memory.observe(recorder);
        this.player = playerOn(memory, recorder);
    }

    /// The scenario played to its end, or as far as it goes.
    public static Run toEnd(Scenario scenario) {
        Run run = new Run(scenario, note -> {});
        while (run.hasNext()) {
            run.next();
        }
        return run;
    }

    private StepPlayer playerOn(SimulatedMemory where, NoteSink notes) {
        Vmalloc2632 vmalloc = Vmalloc2632.onto(config, where, notes);
        BootChain boot = new BootChain(vmalloc.kernel(), vmalloc, scenario.kernel(), scenario.bootSetup());
        return new StepPlayer(vmalloc.kernel(), vmalloc, boot, new Bindings(names, config.machine(), where));
    }

    public Scenario scenario() {
        return scenario;
    }

    public KernelConfig config() {
        return config;
    }

    public Journal journal() {
        return journal;
    }

    /// Memories from which long ways through the run begin.
    public Keyframes keyframes() {
        return keyframes;
    }

    /// The live memory, right after the last step played.
    public MemoryReader memory() {
        return memory;
    }

    /// The state of vmalloc in a memory of this run: the live one, or a replica.
    public VmallocView view(MemoryReader where) {
        return Vmalloc2632.view(config, where);
    }

    /// Steps played so far.
    public int played() {
        return journal.statements();
    }

    /// Whether there is a step to play and nothing that forbids it.
    public boolean hasNext() {
        return !ended && played() < scenario.lines().size();
    }

    /// Plays the next step.
    public Outcome next() {
        if (!hasNext()) {
            throw new IllegalStateException("no step can follow");
        }
        int number = played();
        Outcome outcome = player.play(number, scenario.lines().get(number));
        switch (outcome) {
            case Outcome.Refused refused -> ended = true;
            case Outcome.Died died -> {
                endStatement();
                ended = true;
            }
            case Outcome.Done done -> endStatement();
            case Outcome.Address address -> endStatement();
            case Outcome.Addresses addresses -> endStatement();
            case Outcome.Count returned -> endStatement();
            case Outcome.Touched touched -> endStatement();
        }
        return outcome;
    }

    private void endStatement() {
        recorder.endStatement();
        keyframes.statementEnded(journal.stores(), memory);
    }

    /// Plays a step once more, on another memory that stands right before it.
    @Override
    public void play(int statement, SimulatedMemory where, EventSink sink) {
        playerOn(where, sink).play(statement, scenario.lines().get(statement));
    }

    /// A traveller over this run's journal, at position 0.
    public TimeMachine timeMachine() {
        return new TimeMachine(journal, Vmalloc2632.powerOn(config), keyframes, this);
    }
}
