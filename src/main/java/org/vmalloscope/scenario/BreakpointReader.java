package org.vmalloscope.scenario;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.vmalloscope.kernel.Listing;
import org.vmalloscope.scenario.Breakpoint.Comparison;
import org.vmalloscope.scenario.Breakpoint.Kind;
import org.vmalloscope.scenario.Breakpoint.OnFunction;
import org.vmalloscope.scenario.Breakpoint.OnKind;
import org.vmalloscope.scenario.Breakpoint.OnLine;
import org.vmalloscope.scenario.Breakpoint.Watch;
import org.vmalloscope.scenario.Breakpoint.When;

/// Reads what stands after `breakpoint`; each fault is told with the word it is about.
final class BreakpointReader {
    static final String USAGE = "breakpoint function F | line F:N | on KIND | watch FIELD | if FIELD > VALUE";

    private static final int WORD_BITS = 64;

    private final Word keyword;
    private final List<Word> words;
    private final BiConsumer<Word, String> fault;

    /// `keyword` is told to be at fault where a word is missing.
    BreakpointReader(Word keyword, List<Word> words, BiConsumer<Word, String> fault) {
        this.keyword = keyword;
        this.words = words;
        this.fault = fault;
    }

    Optional<Breakpoint> read() {
        if (words.isEmpty()) {
            return wrong(keyword, "'breakpoint' lacks a condition: write '" + USAGE + "'");
        }
        Word kind = words.getFirst();
        return switch (kind.text()) {
            case "function" -> one("a function").flatMap(this::function);
            case "line" -> one("a line, such as alloc_vmap_area:3").flatMap(this::line);
            case "on" -> one("a kind of event").flatMap(this::kind);
            case "watch" -> one("a field, such as vmap_lazy_nr or a.flags").flatMap(this::watch);
            case "if" -> condition();
            default -> wrong(kind, "unknown condition " + Quoted.word(kind.text()) + ": write '" + USAGE + "'");
        };
    }

    private Optional<Breakpoint> wrong(Word word, String message) {
        fault.accept(word, message);
        return Optional.empty();
    }

    /// The only word after the kind.
    private Optional<Word> one(String what) {
        Word kind = words.getFirst();
        if (words.size() < 2) {
            wrong(kind, "'breakpoint " + kind.text() + "' lacks " + what);
            return Optional.empty();
        }
        if (words.size() > 2) {
            wrong(words.get(2), "unexpected " + Quoted.word(words.get(2).text()) + ": write '" + USAGE + "'");
            return Optional.empty();
        }
        return Optional.of(words.get(1));
    }

    private Optional<Breakpoint> function(Word word) {
        return Checks.isAllowedName(word.text())
                ? Optional.of(new OnFunction(word.text()))
                : wrong(word, Quoted.word(word.text()) + " is not the name of a function");
    }

    private Optional<Breakpoint> line(Word word) {
        int colon = word.text().lastIndexOf(':');
        String function = colon < 0 ? "" : word.text().substring(0, colon);
        Optional<BigInteger> number =
                colon < 0 ? Optional.empty() : Numerals.decimal(word.text().substring(colon + 1));
        if (!Checks.isAllowedName(function) || number.isEmpty()) {
            return wrong(word, Quoted.word(word.text()) + " is no line: write FUNCTION:NUMBER");
        }
        Optional<Listing> listing = Listing.of(function);
        if (listing.isEmpty()) {
            return wrong(word, "there is no listing of " + Quoted.word(function));
        }
        int last = listing.get().lines().size();
        boolean inside = number.get().signum() > 0
                && number.get().bitLength() < 31
                && number.get().intValue() <= last;
        return inside
                ? Optional.of(new OnLine(function, number.get().intValue()))
                : wrong(word, function + " has lines 1 to " + last);
    }

    private Optional<Breakpoint> kind(Word word) {
        return Kind.of(word.text())
                .<Breakpoint>map(OnKind::new)
                .or(() -> wrong(
                        word,
                        "unknown kind " + Quoted.word(word.text()) + ": there are "
                                + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))));
    }

    private Optional<Breakpoint> watch(Word word) {
        return operand(word).map(Watch::new);
    }

    private Optional<String> operand(Word word) {
        boolean named = Arrays.stream(word.text().split("\\.", -1)).allMatch(Checks::isAllowedName);
        if (!named) {
            wrong(word, Quoted.word(word.text()) + " is no field: write e.g. vmap_lazy_nr, a.flags or va.va_start");
            return Optional.empty();
        }
        return Optional.of(word.text());
    }

    private Optional<Breakpoint> condition() {
        if (words.size() != 4) {
            return wrong(words.getLast(), "write 'breakpoint if FIELD > VALUE', with blanks between");
        }
        Optional<String> operand = operand(words.get(1));
        Optional<Comparison> comparison = Comparison.of(words.get(2).text());
        Optional<Long> value = value(words.get(3).text());
        if (comparison.isEmpty()) {
            return wrong(
                    words.get(2),
                    "unknown comparison " + Quoted.word(words.get(2).text()) + ": there are ==, !=, <, <=, >, >=");
        }
        if (value.isEmpty()) {
            return wrong(words.get(3), Quoted.word(words.get(3).text()) + " is no number: write 20000, 64K or 0xffc0");
        }
        return operand.map(name ->
                new When(name, comparison.get(), value.get(), words.get(3).text()));
    }

    private static Optional<Long> value(String word) {
        return Numerals.hexadecimal(word)
                .or(() -> Numerals.scaled(word))
                .filter(value -> value.bitLength() <= WORD_BITS)
                .map(BigInteger::longValue);
    }
}
