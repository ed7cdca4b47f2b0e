package org.vmalloscope.lesson;

import java.util.List;
import org.vmalloscope.scenario.Scenario;

/// A lesson without errors in its text: a scenario, and steps through it with text and questions.
///
/// Whether each question has an answer is known when the scenario is played: see [LessonRun].
///
/// @param title what it is about
/// @param about one sentence for a list of lessons; empty when it has none
/// @param scenarioText the text of the scenario, as one would write it in a file of its own
/// @param steps at least one
public record Lesson(String title, String about, String scenarioText, Scenario scenario, List<LessonStep> steps)
        implements ParsedLesson {
    public Lesson {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a lesson without steps");
        }
    }

    /// All questions, in their order.
    public List<Question> questions() {
        return steps.stream().flatMap(step -> step.questions().stream()).toList();
    }
}
