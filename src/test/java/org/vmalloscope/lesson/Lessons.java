package org.vmalloscope.lesson;

import java.io.FileNotFoundException;
import java.util.List;
import org.vmalloscope.lesson.LessonErrors.LessonError;

/// Lessons for tests: what a text holds, what it plays to, what is wrong with it.
final class Lessons {
    static final String FILE = "x.lesson";

    private Lessons() {}

    /// A text around a scenario (of x86_64, without its first two lines) and steps.
    static String text(String scenario, String steps) {
        return "lesson Test\nscenario\n  machine x86_64 cpus=2 ram=16M\n  boot\n" + scenario.indent(2) + steps;
    }

    static ParsedLesson parse(String text) {
        return LessonParser.parse(text, name -> {
            if (name.equals("beside.vms")) {
                return "machine x86_64 cpus=1 ram=16M\nboot\na = vmalloc 4K\n";
            }
            if (name.equals("bad.vms")) {
                return "machine x86_64 cpus=1 ram=16M\nbot\n";
            }
            throw new FileNotFoundException(name + ": no such file");
        });
    }

    static LessonRun play(String text) {
        return switch (result(text)) {
            case LessonRun run -> run;
            case LessonErrors errors -> throw new AssertionError(errors);
        };
    }

    private static PlayedLesson result(String text) {
        return switch (parse(text)) {
            case Lesson lesson -> LessonRun.of(lesson);
            case LessonErrors errors -> errors;
        };
    }

    /// The only question of a lesson with that scenario.
    static Prediction predict(String scenario, String ask) {
        return play(text(scenario, "step s\nask " + ask + "\n"))
                .predictions()
                .getFirst()
                .getFirst();
    }

    /// What is wrong with a text, or with playing it, as it is printed.
    static List<String> errors(String text) {
        return switch (result(text)) {
            case LessonRun run -> List.of();
            case LessonErrors errors ->
                errors.errors().stream()
                        .map((LessonError error) -> error.in(FILE))
                        .toList();
        };
    }
}
