package org.vmalloscope.lesson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vmalloscope.scenario.ShippedScenarios;

/// The lessons that come with the program, in the order in which they build on each other.
public final class ShippedLessons {
    private static final String FOLDER = "/lessons/";

    private ShippedLessons() {}

    /// A lesson as it is shipped.
    public record ShippedLesson(String fileName, String text) {
        /// What the text holds.
        public ParsedLesson parse() {
            return LessonParser.parse(text, ShippedLessons::scenario);
        }
    }

    /// All of them. Reads them anew at each call.
    public static List<ShippedLesson> all() {
        return read("index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(name -> new ShippedLesson(name, read(name)))
                .toList();
    }

    /// The shipped scenario with that file name.
    public static String scenario(String name) throws IOException {
        return ShippedScenarios.all().stream()
                .filter(shipped -> shipped.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException(name + ": no such scenario is shipped"))
                .text();
    }

    private static String read(String name) {
        try (InputStream in = ShippedLessons.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FOLDER + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
