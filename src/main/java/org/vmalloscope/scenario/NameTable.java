package org.vmalloscope.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each name means at the current place of the text.
final class NameTable {
    private sealed interface Meaning {}

    private record Bound(Result result, String keyword, int line) implements Meaning {}

    private record Freed(int line, boolean group) implements Meaning {}

    /// What a statement with an error gave: anything may be done with it.
    private record Unsure() implements Meaning {}

    private final Map<String, Meaning> meanings = new HashMap<>();

    void bind(String name, Form form, int line) {
        meanings.put(name, new Bound(form.result(), form.keyword(), line));
    }

    void bindUnsure(String name) {
        meanings.put(name, new Unsure());
    }

    /// Frees the name with the statement of that keyword; what stands against it, when something does.
    Optional<String> free(String name, Set<Result> wanted, String keyword, int line) {
        Optional<String> objection = objection(name, meanings.get(name), wanted, keyword);
        if (objection.isEmpty()) {
            meanings.put(name, new Freed(line, wanted.contains(Result.GROUP)));
        }
        return objection;
    }

    /// What stands against reading a page of what the name stands for, or stood for before it was freed.
    Optional<String> touch(String name) {
        return switch (meanings.get(name)) {
            case null -> Optional.of(Quoted.word(name) + " is not known here: no line above gives this name");
            case Bound bound
            when bound.result() == Result.GROUP ->
                Optional.of(Quoted.word(name) + " is a group of areas: write the address of one of its pages");
            case Bound bound -> Optional.empty();
            case Freed freed
            when freed.group() ->
                Optional.of(Quoted.word(name) + " was a group of areas: write the address of one of its pages");
            case Freed freed -> Optional.empty();
            case Unsure unsure -> Optional.empty();
        };
    }

    private static Optional<String> objection(
            String name, @Nullable Meaning meaning, Set<Result> wanted, String keyword) {
        String quoted = Quoted.word(name);
        return switch (meaning) {
            case null -> Optional.of(quoted + " is not known here: no line above gives this name");
            case Freed freed -> Optional.of(quoted + " is not known here: it was freed in line " + freed.line());
            case Unsure unsure -> Optional.empty();
            case Bound bound -> {
                String origin = quoted + " is from '" + bound.keyword() + "' in line " + bound.line() + ": ";
                boolean right = wanted.contains(bound.result());
                yield right ? Optional.empty() : Optional.of(origin + advice(bound.result(), wanted, keyword));
            }
        };
    }

    private static String advice(Result result, Set<Result> wanted, String keyword) {
        return result == Result.GROUP
                ? "only 'pcpu_free_vm_areas' frees a group"
                : "'" + keyword + "' takes only what "
                        + wanted.iterator().next().givers() + " gave";
    }
}
