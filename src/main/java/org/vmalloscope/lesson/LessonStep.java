package org.vmalloscope.lesson;

import java.util.List;

/// A step of a lesson: a few paragraphs about a moment of the run, and questions about what comes next.
///
/// @param spot the moment that the text is about
public record LessonStep(String title, List<String> paragraphs, Spot spot, List<Question> questions) {
    public LessonStep {
        paragraphs = List.copyOf(paragraphs);
        questions = List.copyOf(questions);
    }
}
