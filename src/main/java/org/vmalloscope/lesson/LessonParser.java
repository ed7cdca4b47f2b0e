package org.vmalloscope.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.lesson.LessonErrors.LessonError;
import org.vmalloscope.lesson.LessonRow.Token;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.Suggestion;

/// The reader of lessons. Errors of the text are gathered; those of the scenario come first, as all else depends on it.
public final class LessonParser {
    private static final List<String> KEYWORDS = List.of("lesson", "scenario", "step", "at", "ask");

    private final ScenarioSource source;
    private final List<LessonError> errors = new ArrayList<>();
    private final List<LessonStep> steps = new ArrayList<>();
    private @Nullable LessonRow title;
    private @Nullable LessonRow scenarioRow;
    private String scenarioText = "";
    private @Nullable Scenario scenario;
    private @Nullable LessonRow step;
    private @Nullable Spot spot;
    private List<Question> questions = new ArrayList<>();
    private int statement;

    private LessonParser(ScenarioSource source) {
        this.source = source;
    }

    /// The lesson that a text holds, or all that is wrong with it. `source` finds the scenario files beside it.
    public static ParsedLesson parse(String text, ScenarioSource source) {
        return new LessonParser(source).parse(text);
    }

    private ParsedLesson parse(String text) {
        Optional<ScenarioError> binary = notText(text);
        if (binary.isPresent()) {
            return LessonErrors.of(binary.get());
        }
        List<LessonRow> rows = LessonRow.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        rows.stream().filter(row -> row.keyword().equals("scenario")).forEach(this::readScenario);
        if (errors.isEmpty() && scenario == null) {
            add(new Spot.Place(1, 1, 0), "no scenario: a lesson needs a line 'scenario' with one below it");
        }
        if (!errors.isEmpty()) {
            return new LessonErrors(errors);
        }
        rows.forEach(this::read);
        endStep();
        if (title == null) {
            add(new Spot.Place(1, 1, 0), "no title: a lesson begins with e.g. 'lesson Where does it go?'");
        }
        if (steps.isEmpty()) {
            add(new Spot.Place(1, 1, 0), "no step: a lesson needs at least one line 'step TITLE'");
        }
        return errors.isEmpty() ? lesson() : new LessonErrors(errors);
    }

    private Lesson lesson() {
        LessonRow head = required(title);
        return new Lesson(head.rest(), String.join(" ", head.paragraphs()), scenarioText, required(scenario), steps);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a lesson that was found good lacks a part");
        }
        return value;
    }

    private static Optional<ScenarioError> notText(String text) {
        int line = 1;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                begin = at + 1;
            } else if (c != '\t' && c != '\r' && Character.isISOControl(c)) {
                String code = String.format("\\u%04X", (int) c);
                String message = "not a text file: here is a control character, '" + code + "'";
                return Optional.of(new ScenarioError(line, at - begin + 1, 1, message));
            }
        }
        return Optional.empty();
    }

    private void add(Spot.Place place, String message) {
        errors.add(new LessonError("", place.error(message)));
    }

    private void readScenario(LessonRow row) {
        if (scenarioRow != null) {
            add(row.place(), "a second scenario: a lesson plays one, that of line " + scenarioRow.line());
            return;
        }
        scenarioRow = row;
        String file = row.rest();
        if (!file.isEmpty()) {
            scenarioFile(row, file);
            return;
        }
        Indented body = Indented.of(row.body());
        scenarioText = body.text();
        take(
                ScenarioParser.parse(scenarioText),
                "",
                error -> new ScenarioError(
                        row.line() + error.line(),
                        error.column() + body.removed(error.line()),
                        error.length(),
                        error.message()));
    }

    private void scenarioFile(LessonRow row, String file) {
        Spot.Place place = row.words().get(1).place();
        if (file.contains("/") || file.contains("\\")) {
            add(place, "'" + file + "' is a path: the scenario's file lies beside the lesson, say its name only");
            return;
        }
        try {
            scenarioText = source.read(file);
        } catch (IOException unreadable) {
            add(place, String.valueOf(unreadable.getMessage()));
            return;
        }
        take(ScenarioParser.parse(scenarioText), file, error -> error);
    }

    /// Says where an error of the scenario stands.
    private interface Moved {
        ScenarioError where(ScenarioError error);
    }

    private void take(Parsed parsed, String file, Moved moved) {
        switch (parsed) {
            case Scenario good -> scenario = good;
            case ScenarioErrors bad ->
                bad.errors().forEach(error -> errors.add(new LessonError(file, moved.where(error))));
        }
    }

    private void read(LessonRow row) {
        switch (row.keyword()) {
            case "lesson" -> readTitle(row);
            case "scenario" -> {
                // It was read before all else.
            }
            case "step" -> readStep(row);
            case "at" -> readSpot(row);
            case "ask" -> readQuestion(row);
            default -> {
                String hint = Suggestion.of(row.keyword(), KEYWORDS)
                        .map(near -> ", did you mean '" + near + "'?")
                        .orElse("; text that belongs to the line above is indented");
                add(row.words().getFirst().place(), "unknown word '" + row.keyword() + "'" + hint);
            }
        }
    }

    private void readTitle(LessonRow row) {
        if (title != null) {
            add(row.place(), "a second title: the lesson is called so in line " + title.line());
        } else if (row.rest().isEmpty()) {
            add(row.end(), "the lesson needs a title here, e.g. 'lesson Where does it go?'");
        } else {
            title = row;
        }
    }

    private void readStep(LessonRow row) {
        endStep();
        if (row.rest().isEmpty()) {
            add(row.end(), "the step needs a title here");
        }
        step = row;
        spot = null;
        questions = new ArrayList<>();
    }

    private void endStep() {
        LessonRow row = step;
        if (row != null) {
            int first = questions.isEmpty() ? statement : questions.getFirst().statement();
            Spot at = spot == null ? Spot.before(first, row.place()) : spot;
            steps.add(new LessonStep(row.rest(), row.paragraphs(), at, questions));
            step = null;
        }
    }

    private void readSpot(LessonRow row) {
        List<Token> words = row.words().subList(1, row.words().size());
        if (step == null || spot != null || !questions.isEmpty()) {
            add(row.place(), "'at' stands once below a 'step', before its questions");
        } else if (words.isEmpty()) {
            add(row.end(), "say where: 'start', 'end', the number of a statement, or its text in quotes");
        } else {
            SpotReader reader = new SpotReader(required(scenario), statement, this::add);
            reader.spot(words, row.end()).ifPresent(read -> {
                spot = read;
                statement = read.statement();
            });
        }
        noBody(row);
    }

    private void noBody(LessonRow row) {
        for (int index = 0; index < row.body().size(); index++) {
            if (!row.body().get(index).isBlank()) {
                add(
                        new Spot.Place(
                                row.line() + 1 + index, 1, row.body().get(index).length()),
                        "text belongs below a 'step' or an 'ask', not below an 'at'");
                return;
            }
        }
    }

    private void readQuestion(LessonRow row) {
        if (step == null) {
            add(row.place(), "a question belongs below a 'step'");
            return;
        }
        int asked = questions.isEmpty() ? -1 : questions.getLast().statement();
        QuestionReader reader = new QuestionReader(required(scenario), asked, statement, this::add);
        reader.question(row).ifPresent(read -> {
            questions.add(read);
            statement = read.statement() + 1;
        });
    }

    /// Takes what is wrong, and where.
    interface Complaints {
        void add(Spot.Place place, String message);
    }
}
