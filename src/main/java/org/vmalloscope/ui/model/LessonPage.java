package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;

/// What the lesson pane shows: all of it, so that the pane holds no logic.
///
/// @param number of the lesson among those that are shipped, from 1; 0 for another one
/// @param count of the shipped lessons
/// @param paragraphs of the step; none while an answer is shown
/// @param machine the statement that is on the machine
/// @param steps all steps
/// @param diagram the label of the diagram that the question is about
/// @param progress how many predictions were right
public record LessonPage(
        String title,
        int number,
        int count,
        String step,
        List<String> paragraphs,
        Optional<Machine> machine,
        Optional<Asked> asked,
        Optional<Answered> answered,
        List<Step> steps,
        String diagram,
        Progress progress,
        boolean finished) {
    public LessonPage {
        paragraphs = List.copyOf(paragraphs);
        steps = List.copyOf(steps);
    }

    /// The statement that is on the machine.
    ///
    /// @param note whether it was played
    public record Machine(int number, String statement, String note) {}

    /// A question that waits for an answer.
    ///
    /// @param entry what may be typed, as a prompt; empty when nothing may
    /// @param away whether the run stands elsewhere than right before the statement
    /// @param peeked whether somebody has looked ahead
    public record Asked(
            String question, String hint, List<String> choices, String entry, boolean away, boolean peeked) {
        public Asked {
            choices = List.copyOf(choices);
        }
    }

    /// A question that was answered.
    public record Answered(
            Verdict verdict, String headline, String detail, List<String> because, List<String> remarks) {
        public Answered {
            because = List.copyOf(because);
            remarks = List.copyOf(remarks);
        }
    }

    /// What became of an answer.
    public enum Verdict {
        RIGHT,
        WRONG,
        /// There was none: it was shown.
        SHOWN
    }

    /// A step in the list of steps.
    public record Step(String title, State state, boolean current) {}

    /// How far a step is.
    public enum State {
        OPEN,
        /// All of its questions were answered, at the first try or later; or it has none and was read.
        DONE
    }

    /// Predictions that were right at the first try.
    public record Progress(int right, int answered, int questions) {}
}
