package org.vmalloscope.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;

/// A function that runs at a place: what it was called with, the line it is at, and what its variables are.
///
/// @param function its name
/// @param entered the position after the event that entered it
/// @param arguments what it was called with
/// @param line the name of the line reached last; none before the first
/// @param pass how often that line was reached in this call so far, from 1; 0 before the first line
/// @param values arguments and local variables with their values now, in the order in which they came up
public record CallFrame(
        String function,
        long entered,
        List<Argument> arguments,
        Optional<String> line,
        int pass,
        List<Argument> values) {
    public CallFrame {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    /// What a place of a statement looks like to a debugger.
    ///
    /// @param frames the functions that run, outermost first
    /// @param returned the function that was left last and its result, when nothing was entered or reached since
    public record Calls(List<CallFrame> frames, Optional<FunctionLeft> returned) {
        /// Nothing runs.
        public static final Calls NONE = new Calls(List.of(), Optional.empty());

        public Calls {
            frames = List.copyOf(frames);
        }
    }

    /// The functions that run at a place.
    public static Calls at(TimeMachine time, Place place) {
        if (place.position() == 0) {
            return Calls.NONE;
        }
        int statement = time.journal().statementOfEvent(place.position());
        long start = time.journal().eventStart(statement);
        Detail detail = time.detail(statement);
        Builder builder = new Builder();
        int count = (int) (place.position() - start);
        for (int done = 1; done < count; done++) {
            builder.event(detail.events().get(done - 1), start + done);
            detail.linesAfter(done).forEach(builder::line);
        }
        builder.event(detail.events().get(count - 1), start + count);
        detail.linesAfter(count).stream().limit(place.lines()).forEach(builder::line);
        return builder.calls();
    }

    /// Follows a statement.
    private static final class Builder {
        private final List<Open> open = new ArrayList<>();
        private Optional<FunctionLeft> returned = Optional.empty();

        void event(Event event, long position) {
            switch (event) {
                case FunctionEntered entered -> {
                    open.add(new Open(entered, position));
                    returned = Optional.empty();
                }
                case FunctionLeft left -> {
                    open.removeLast();
                    returned = Optional.of(left);
                }
                case Note note -> {}
                case Store store -> {}
            }
        }

        void line(LineReached reached) {
            if (!open.isEmpty()) {
                open.getLast().line(reached);
            }
            returned = Optional.empty();
        }

        Calls calls() {
            return new Calls(open.stream().map(Open::frame).toList(), returned);
        }
    }

    /// A function that has not been left yet.
    private static final class Open {
        private final FunctionEntered entered;
        private final long position;
        private final Map<String, Argument> values = new LinkedHashMap<>();
        private final Map<String, Integer> passes = new LinkedHashMap<>();
        private Optional<String> line = Optional.empty();

        Open(FunctionEntered entered, long position) {
            this.entered = entered;
            this.position = position;
            entered.arguments().forEach(argument -> values.put(argument.name(), argument));
        }

        void line(LineReached reached) {
            line = Optional.of(reached.label());
            passes.merge(reached.label(), 1, Integer::sum);
            reached.values().forEach(value -> values.put(value.name(), value));
        }

        CallFrame frame() {
            return new CallFrame(
                    entered.function(),
                    position,
                    entered.arguments(),
                    line,
                    line.map(label -> passes.getOrDefault(label, 0)).orElse(0),
                    List.copyOf(values.values()));
        }
    }
}
