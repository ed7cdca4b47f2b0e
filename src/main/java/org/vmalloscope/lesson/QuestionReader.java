package org.vmalloscope.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.vmalloscope.lesson.LessonParser.Complaints;
import org.vmalloscope.lesson.LessonRow.Token;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.Touch;
import org.vmalloscope.scenario.Suggestion;

/// The reader of questions: `ask KIND ARGUMENTS`, and perhaps `at STATEMENT`.
///
/// @param asked the statement (from 0) that the question before was about; -1 for the first of a step
/// @param from the statement that the lesson has come to: the question is about it, or about the next one that gives
///     the result which is asked for
record QuestionReader(Scenario scenario, int asked, int from, Complaints complaints) {
    Optional<Question> question(LessonRow row) {
        List<Token> words = row.words();
        if (words.size() == 1) {
            complaints.add(row.end(), "ask what? Questions are: " + String.join(", ", AskWord.words()));
            return Optional.empty();
        }
        Token kind = words.get(1);
        Optional<AskWord> word = AskWord.of(kind.text());
        if (word.isEmpty()) {
            complaints.add(kind.place(), unknown(kind.text()));
            return Optional.empty();
        }
        int wanted = word.get().arguments().size();
        List<Token> rest = words.subList(2, words.size());
        if (rest.size() < wanted) {
            complaints.add(
                    row.end(),
                    "'" + kind.text() + "' needs "
                            + String.join(" and ", word.get().arguments()) + " here");
            return Optional.empty();
        }
        List<Token> arguments = rest.subList(0, wanted);
        if (!areGood(word.get(), arguments)) {
            return Optional.empty();
        }
        Ask ask = word.get().with(arguments.stream().map(Token::text).toList());
        OptionalInt statement = statement(ask, rest.subList(wanted, rest.size()), kind.place());
        return statement.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(ask, statement.getAsInt(), row.paragraphs(), kind.place()));
    }

    private static String unknown(String word) {
        return "unknown question '" + word + "'"
                + Suggestion.of(word, AskWord.words())
                        .map(near -> ", did you mean '" + near + "'?")
                        .orElse("; questions are: " + String.join(", ", AskWord.words()));
    }

    private boolean areGood(AskWord word, List<Token> arguments) {
        boolean good = true;
        for (int index = 0; index < arguments.size(); index++) {
            Token argument = arguments.get(index);
            String fault = switch (word.arguments().get(index)) {
                case "PAGE" ->
                    SpotReader.number(argument.text()).isEmpty()
                            ? "'" + argument.text() + "' is no number of a page: they count from 0"
                            : "";
                case "PART" ->
                    AskWord.parts().contains(argument.text())
                            ? ""
                            : "'" + argument.text() + "': a node is asked for as " + String.join(", ", AskWord.parts());
                default -> "";
            };
            if (!fault.isEmpty()) {
                complaints.add(argument.place(), fault);
                good = false;
            }
        }
        return good;
    }

    private OptionalInt statement(Ask ask, List<Token> words, Spot.Place place) {
        if (words.isEmpty()) {
            return next(ask, place);
        }
        if (!words.getFirst().text().equals("at") || words.size() == 1) {
            complaints.add(
                    words.getFirst().place(),
                    "'" + words.getFirst().text() + "': after a question may stand 'at' and a statement, nothing else");
            return OptionalInt.empty();
        }
        if (words.size() > 2) {
            complaints.add(words.get(2).place(), "'" + words.get(2).text() + "' is one word too many");
            return OptionalInt.empty();
        }
        return new SpotReader(scenario, asked < 0 ? from : asked, complaints).statement(words.get(1));
    }

    private OptionalInt next(Ask ask, Spot.Place place) {
        Predicate<Line> fits = switch (ask) {
            case Ask.OfResult result ->
                line -> line.statement() instanceof Binding binding
                        && binding.name().equals(result.name());
            case Ask.Touched touched -> line -> line.statement() instanceof Touch;
            default -> line -> true;
        };
        List<Line> lines = scenario.lines();
        boolean same = ask instanceof Ask.OfResult && asked >= 0;
        for (int statement = same ? asked : from; statement < lines.size(); statement++) {
            if (fits.test(lines.get(statement))) {
                return OptionalInt.of(statement);
            }
        }
        complaints.add(
                place,
                switch (ask) {
                    case Ask.OfResult result -> "no statement from here on gives '" + result.name() + "'";
                    case Ask.Touched touched -> "no 'touch' from here on";
                    default -> "the scenario has ended: no statement is left to ask about";
                });
        return OptionalInt.empty();
    }
}
