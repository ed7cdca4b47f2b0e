package org.vmalloscope.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmalloscope.lesson.Lesson;
import org.vmalloscope.lesson.LessonErrors;
import org.vmalloscope.lesson.LessonErrors.LessonError;
import org.vmalloscope.lesson.LessonParser;
import org.vmalloscope.lesson.LessonRun;
import org.vmalloscope.lesson.LessonStep;
import org.vmalloscope.lesson.PlayedLesson;
import org.vmalloscope.lesson.Prediction;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.scenario.UnreadableScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `vmalloscope lesson`: says what is wrong with a lesson, or prints its questions with the right answers.
@Command(
        name = "lesson",
        description = "Checks a lesson and prints its questions, with the right answers and the reasons.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class LessonCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "a lesson, *.lesson; - is standard input")
    private String file = "";

    LessonCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String text = console.reader().read(file);
        PlayedLesson played = switch (LessonParser.parse(text, this::beside)) {
            case Lesson lesson -> LessonRun.of(lesson);
            case LessonErrors errors -> errors;
        };
        return switch (played) {
            case LessonRun run -> {
                print(run);
                yield ExitCode.DONE;
            }
            case LessonErrors errors -> {
                for (LessonError error : errors.errors()) {
                    console.complain(error.in(file));
                }
                yield ExitCode.BAD_INPUT;
            }
        };
    }

    /// A scenario in the folder of the lesson.
    private String beside(String name) throws UnreadableScenarioException {
        Path lesson = file.equals(ScenarioReader.STANDARD_INPUT) ? Path.of(".").resolve("-") : Path.of(file);
        return console.reader().read(lesson.resolveSibling(name));
    }

    private void print(LessonRun run) throws IOException {
        Writer out = console.out();
        Lesson lesson = run.lesson();
        out.write(lesson.title() + "\n");
        int number = 1;
        for (int step = 0; step < lesson.steps().size(); step++) {
            LessonStep at = lesson.steps().get(step);
            out.write("\n" + (step + 1) + "  " + at.title() + "\n");
            for (Prediction prediction : run.predictions().get(step)) {
                print(out, number++, run, prediction);
            }
        }
    }

    private static void print(Writer out, int number, LessonRun run, Prediction prediction) throws IOException {
        int statement = prediction.question().statement();
        String words = run.lesson().scenario().lines().get(statement).text();
        out.write("\n   Question " + number + ", before statement " + (statement + 1) + ": " + words + "\n");
        out.write("   " + prediction.asks() + "\n");
        for (int choice = 0; choice < prediction.choices().size(); choice++) {
            String mark = choice == prediction.right() ? " *" : "  ";
            out.write("    " + mark + (choice + 1) + "  "
                    + prediction.choices().get(choice).text() + "\n");
        }
        out.write("      " + prediction.result() + "\n");
        List<String> because = prediction.because();
        for (String sentence : because) {
            out.write("      - " + sentence + "\n");
        }
        for (String remark : prediction.question().remarks()) {
            out.write("      " + remark + "\n");
        }
    }
}
