package org.vmalloscope.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The scenarios that come with the program: a tour, and a course in which each shows one behaviour.
///
/// They are resources of the module, named by a list beside them, as an image cannot be searched for files.
public final class ShippedScenarios {
    private static final String FOLDER = "/scenarios/";
    private static final String INDEX = "index.txt";
    private static final String DEFAULT = "00-tour.vms";

    private ShippedScenarios() {}

    /// A scenario as it is shipped: its file name, its title (the first comment) and its whole text.
    public record ShippedScenario(String fileName, String title, String text) {}

    /// All of them, in the order of the course. Reads them anew at each call.
    public static List<ShippedScenario> all() {
        return read(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(ShippedScenarios::scenario)
                .toList();
    }

    /// The one for a first look: a little of everything.
    public static ShippedScenario defaultScenario() {
        return scenario(DEFAULT);
    }

    private static ShippedScenario scenario(String fileName) {
        String text = read(fileName);
        String first = text.lines().findFirst().orElse("");
        return new ShippedScenario(fileName, first.replaceFirst("#\\s*", "").strip(), text);
    }

    private static String read(String fileName) {
        try (InputStream in = ShippedScenarios.class.getResourceAsStream(FOLDER + fileName)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FOLDER + fileName + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
