package org.vmalloscope.scenario;

import java.util.Locale;
import java.util.Optional;

/// A condition at which a debugger stops, kept with the scenario.
public sealed interface Breakpoint {
    /// What stands after `breakpoint` in a scenario.
    String text();

    /// Right after a function was entered.
    record OnFunction(String function) implements Breakpoint {
        @Override
        public String text() {
            return "function " + function;
        }
    }

    /// At a line of a function's listing, before it is done; lines count from 1, the head being line 1.
    record OnLine(String function, int line) implements Breakpoint {
        public OnLine {
            Checks.require(line >= 1, "line", line);
        }

        @Override
        public String text() {
            return "line " + function + ":" + line;
        }
    }

    /// After an event of a kind.
    record OnKind(Kind kind) implements Breakpoint {
        @Override
        public String text() {
            return "on " + kind.word();
        }
    }

    /// After an event that changed a field.
    record Watch(String operand) implements Breakpoint {
        @Override
        public String text() {
            return "watch " + operand;
        }
    }

    /// Where a comparison becomes true.
    ///
    /// @param value compared as an unsigned number of 64 bits, but for a negative one
    record When(String operand, Comparison comparison, long value, String written) implements Breakpoint {
        @Override
        public String text() {
            return "if " + operand + " " + comparison.sign() + " " + written;
        }
    }

    /// Kinds of events.
    enum Kind {
        ROTATION,
        RECOLOUR,
        MAP,
        UNMAP,
        PURGE,
        FLUSH,
        RCU,
        LOCK,
        PRINTK,
        WARNING,
        BUG;

        /// The word for it in a scenario.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind of that word.
        static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /// How a value is compared with a number.
    enum Comparison {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /// The sign of C.
        public String sign() {
            return sign;
        }

        /// The comparison of that sign.
        static Optional<Comparison> of(String sign) {
            for (Comparison comparison : values()) {
                if (comparison.sign.equals(sign)) {
                    return Optional.of(comparison);
                }
            }
            return Optional.empty();
        }

        /// Whether it holds between two unsigned numbers.
        public boolean holds(long left, long right) {
            int order = Long.compareUnsigned(left, right);
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }
}
