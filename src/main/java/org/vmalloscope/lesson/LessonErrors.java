package org.vmalloscope.lesson;

import java.util.Comparator;
import java.util.List;
import org.vmalloscope.scenario.ScenarioError;

/// All that is wrong with a lesson, in the order of its text.
public record LessonErrors(List<LessonError> errors) implements ParsedLesson, PlayedLesson {
    public LessonErrors {
        errors = errors.stream()
                .sorted(Comparator.comparing(
                                (LessonError error) -> !error.file().isEmpty())
                        .thenComparingInt(error -> error.error().line())
                        .thenComparingInt(error -> error.error().column()))
                .toList();
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("no error");
        }
    }

    /// One error.
    ///
    /// @param file the scenario file beside the lesson that has it; empty for the lesson itself
    public record LessonError(String file, ScenarioError error) {
        /// The error as compilers print it; `lesson` is the name of the lesson's file.
        public String in(String lesson) {
            return error.in(file.isEmpty() ? lesson : file);
        }
    }

    static LessonErrors of(ScenarioError error) {
        return new LessonErrors(List.of(new LessonError("", error)));
    }
}
