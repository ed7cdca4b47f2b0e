package org.vmalloscope.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;

/// A machine of 8 words whose statements are written by hand, and its recorded run.
///
/// What is stored depends on what is there, so that a statement played on a wrong memory shows.
final class ToyRun implements StatementPlayer {
    static final long BASE = 0x1000;

    /// What a statement does, one thing after the other.
    sealed interface Act {
        /// Adds to a word, visibly or as a part of the event before.
        record Add(int word, long amount, boolean quiet) implements Act {}

        record Tell(Note note) implements Act {}

        record Reach(String label, List<Argument> values) implements Act {}
    }

    private final List<List<Act>> statements;
    private final Journal journal = new Journal();

    ToyRun(List<List<Act>> statements) {
        this.statements = statements;
        SimulatedMemory live = memory();
        Recorder recorder = new Recorder(journal, EventSink.ofNotes(note -> {}));
        live.observe(recorder);
        for (int statement = 0; statement < statements.size(); statement++) {
            play(statement, live, recorder);
            recorder.endStatement();
        }
    }

    static Act add(int word, long amount) {
        return new Act.Add(word, amount, false);
    }

    static Act quietly(int word, long amount) {
        return new Act.Add(word, amount, true);
    }

    static Act tell(int cpu) {
        return new Act.Tell(new Note.CpuChanged(cpu));
    }

    static Act enter(String function, Argument... arguments) {
        return new Act.Tell(new Note.FunctionEntered(function, List.of(arguments)));
    }

    static Act leave(String function) {
        return new Act.Tell(new Note.FunctionLeft(function, Optional.empty()));
    }

    static Act line(String label, Argument... values) {
        return new Act.Reach(label, List.of(values));
    }

    static long address(int word) {
        return BASE + word * 8L;
    }

    static SimulatedMemory memory() {
        return new SimulatedMemory(Abi.LP64, List.of(new Region("words", BASE, 64, 8)));
    }

    @Override
    public void play(int statement, SimulatedMemory memory, EventSink sink) {
        for (Act act : statements.get(statement)) {
            switch (act) {
                case Act.Add(int word, long amount, boolean quiet) -> {
                    long sum = memory.load(address(word)) + amount;
                    if (quiet) {
                        memory.storeQuietly(address(word), sum);
                    } else {
                        memory.store(address(word), sum);
                    }
                }
                case Act.Tell(Note note) -> sink.note(note);
                case Act.Reach(String label, List<Argument> values) ->
                    sink.line(label, values.toArray(new Argument[0]));
            }
        }
    }

    Journal journal() {
        return journal;
    }

    TimeMachine timeMachine() {
        return timeMachine(this);
    }

    TimeMachine timeMachine(StatementPlayer player) {
        return new TimeMachine(journal, memory(), player);
    }

    /// The words that are not zero at every event position, from 0, found by playing once from the start.
    List<Map<Integer, Long>> states() {
        List<Map<Integer, Long>> states = new ArrayList<>(List.of(Map.of()));
        TreeMap<Integer, Long> words = new TreeMap<>();
        for (List<Act> statement : statements) {
            for (Act act : statement) {
                boolean event = !(act instanceof Act.Reach);
                if (act instanceof Act.Add(int word, long amount, boolean quiet)) {
                    words.merge(word, amount, Long::sum);
                    words.values().remove(0L);
                    event = !quiet;
                }
                if (event) {
                    states.add(Map.copyOf(words));
                } else {
                    states.set(states.size() - 1, Map.copyOf(words));
                }
            }
        }
        return states;
    }

    /// The words of a memory that are not zero.
    static Map<Integer, Long> state(MemoryReader memory) {
        TreeMap<Integer, Long> words = new TreeMap<>();
        for (int word = 0; word < 8; word++) {
            if (memory.load(address(word)) != 0) {
                words.put(word, memory.load(address(word)));
            }
        }
        return words;
    }
}
