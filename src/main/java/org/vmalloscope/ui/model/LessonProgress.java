package org.vmalloscope.ui.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What was answered in which lesson, kept in a file beside the settings, and nowhere else. Used on the FX thread.
///
/// What is broken or missing in the file counts as not answered; loading never throws.
final class LessonProgress {
    private static final String FILE = "lessons.properties";

    private final PropertiesFile file;
    private final Map<String, Mark> marks = new TreeMap<>();

    /// What became of a question, the best first.
    enum Mark {
        /// Right at the first try.
        FIRST,
        /// Right, after a wrong answer or a look ahead.
        LATER,
        /// The answer was shown.
        SHOWN;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Mark> of(String word) {
            return Arrays.stream(values())
                    .filter(mark -> mark.word().equals(word))
                    .findFirst();
        }
    }

    /// Reads what is kept in a folder, which need not exist.
    LessonProgress(Path folder) {
        this.file = new PropertiesFile(folder.resolve(FILE));
        Properties kept = file.read();
        for (String key : kept.stringPropertyNames()) {
            Mark.of(kept.getProperty(key, "")).ifPresent(mark -> marks.put(key, mark));
        }
    }

    /// What became of a question (from 0) of a lesson; none while it is open.
    Optional<Mark> of(String lesson, int question) {
        return Optional.ofNullable(marks.get(key(lesson, question)));
    }

    /// How many of the questions of a lesson have a mark, or the best one.
    int count(String lesson, int questions, boolean firstOnly) {
        return (int) IntStream.range(0, questions)
                .mapToObj(question -> of(lesson, question))
                .flatMap(Optional::stream)
                .filter(mark -> !firstOnly || mark == Mark.FIRST)
                .count();
    }

    /// Puts a mark down, unless there is a better one; gives why not when it could not be kept.
    Optional<String> put(String lesson, int question, Mark mark) {
        Mark before = marks.get(key(lesson, question));
        if (before != null && before.compareTo(mark) <= 0) {
            return Optional.empty();
        }
        marks.put(key(lesson, question), mark);
        return save();
    }

    /// Forgets all about a lesson; gives why not when that could not be kept.
    Optional<String> reset(String lesson) {
        marks.keySet().removeIf(key -> key.startsWith(lesson + "."));
        return save();
    }

    private static String key(String lesson, int question) {
        return lesson + "." + (question + 1);
    }

    private Optional<String> save() {
        Properties properties = new Properties();
        marks.forEach((key, mark) -> properties.setProperty(key, mark.word()));
        return file.write(properties);
    }
}
