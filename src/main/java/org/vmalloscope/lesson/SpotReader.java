package org.vmalloscope.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.lesson.LessonParser.Complaints;
import org.vmalloscope.lesson.LessonRow.Token;
import org.vmalloscope.lesson.Spot.Pick;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Suggestion;

/// The reader of moments: `start`, `end`, `3`, `before 3`, `"b = vmalloc 4K" first hole`.
///
/// @param from the statement (from 0) that the lesson has come to
record SpotReader(Scenario scenario, int from, Complaints complaints) {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "last");

    /// The moment that words name; `end` is where a missing word is missing.
    Optional<Spot> spot(List<Token> words, Spot.Place end) {
        Token first = words.getFirst();
        Spot.Place place = first.place();
        if (!first.quoted() && (first.text().equals("start") || first.text().equals("end"))) {
            int at = first.text().equals("start") ? 0 : scenario.lines().size();
            return nothingMore(words, 1) ? Optional.of(Spot.before(at, place)) : Optional.empty();
        }
        boolean before = !first.quoted() && first.text().equals("before");
        if (before && words.size() == 1) {
            complaints.add(end, "before which statement? Say its number, or its text in quotes");
            return Optional.empty();
        }
        int named = before ? 1 : 0;
        OptionalInt statement = statement(words.get(named));
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        int at = statement.getAsInt();
        if (before || words.size() == 1) {
            boolean good = nothingMore(words, named + 1);
            return good ? Optional.of(Spot.before(before ? at : at + 1, place)) : Optional.empty();
        }
        return pick(words.subList(1, words.size()), end).map(pick -> new Spot(at, Optional.of(pick), place));
    }

    /// The statement (from 0) that a word names.
    OptionalInt statement(Token word) {
        List<Line> lines = scenario.lines();
        if (word.quoted()) {
            return quoted(word);
        }
        OptionalInt number = number(word.text());
        if (number.isEmpty()) {
            complaints.add(
                    word.place(), "'" + word.text() + "' is no statement: say its number, or its text in quotes");
        } else if (number.getAsInt() < 1 || number.getAsInt() > lines.size()) {
            complaints.add(word.place(), "there is no statement " + word.text() + ": the scenario has " + lines.size());
        } else {
            return OptionalInt.of(number.getAsInt() - 1);
        }
        return OptionalInt.empty();
    }

    private OptionalInt quoted(Token word) {
        String text = String.join(" ", word.text().strip().split("\\s+"));
        List<String> texts = scenario.lines().stream().map(Line::text).toList();
        int later = texts.subList(Math.min(from, texts.size()), texts.size()).indexOf(text);
        int found = later >= 0 ? later + from : texts.indexOf(text);
        if (found < 0) {
            String near = Suggestion.of(text, texts)
                    .map(each -> ", did you mean \"" + each + "\"?")
                    .orElse(" in the scenario");
            complaints.add(word.place(), "no statement \"" + text + "\"" + near);
            return OptionalInt.empty();
        }
        return OptionalInt.of(found);
    }

    private Optional<Pick> pick(List<Token> words, Spot.Place end) {
        Token first = words.getFirst();
        if (words.size() == 1) {
            String message = first.text().equals("event")
                    ? "which event? Say its number in the statement, from 1"
                    : "the first of what? Events are: " + String.join(", ", EventWord.words());
            complaints.add(end, message);
            return Optional.empty();
        }
        Token second = words.get(1);
        if (!nothingMore(words, 2)) {
            return Optional.empty();
        }
        return first.text().equals("event") ? numbered(second) : ordinal(first, second);
    }

    private Optional<Pick> numbered(Token word) {
        OptionalInt number = number(word.text());
        if (number.isEmpty() || number.getAsInt() < 1) {
            complaints.add(word.place(), "'" + word.text() + "' is no number of an event: they count from 1");
            return Optional.empty();
        }
        return Optional.of(new Pick(EventWord.EVENT, number.getAsInt()));
    }

    private Optional<Pick> ordinal(Token which, Token kind) {
        int ordinal = ORDINALS.indexOf(which.text());
        if (ordinal < 0) {
            complaints.add(
                    which.place(),
                    "'" + which.text() + "': an event is 'first', 'second', 'third', 'last' or 'event N'");
            return Optional.empty();
        }
        Optional<EventWord> word = EventWord.of(kind.text());
        if (word.isEmpty()) {
            complaints.add(
                    kind.place(),
                    "unknown event '" + kind.text() + "': events are " + String.join(", ", EventWord.words()));
            return Optional.empty();
        }
        return word.map(each -> new Pick(each, ordinal == ORDINALS.size() - 1 ? Spot.LAST : ordinal + 1));
    }

    private boolean nothingMore(List<Token> words, int used) {
        if (words.size() > used) {
            complaints.add(words.get(used).place(), "'" + words.get(used).text() + "' is one word too many");
            return false;
        }
        return true;
    }

    static OptionalInt number(String word) {
        boolean digits = !word.isEmpty() && word.length() < 10 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }
}
