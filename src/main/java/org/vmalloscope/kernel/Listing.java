package org.vmalloscope.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A played function in pseudo-code, in this project's own words.
///
/// It is a text file named after the function. The first line names the source file of the kernel; the second is the
/// head of
/// the function. Each further line is a label, a bar and the text with its indentation; the engine reports labels.
/// A line without a label leads to others (`otherwise`) and is never stopped at.
///
/// @param function the function's name
/// @param source the file of the kernel it is in, such as `mm/vmalloc.c`
/// @param lines the head, which has no label, and all lines below it
public record Listing(String function, String source, List<Line> lines) {
    private static final String SOURCE = "source ";

    public Listing {
        lines = List.copyOf(lines);
    }

    /// One line. An empty label is that of a line that is never reported.
    public record Line(String label, String text) {}

    /// The listing of a function; none where none was written.
    public static Optional<Listing> of(String function) {
        try (InputStream file = Listing.class.getResourceAsStream("listings/" + function + ".txt")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(parse(function, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a listing; [IllegalArgumentException] says which line is not one.
    static Listing parse(String function, String text) {
        List<String> rows = text.lines().toList();
        if (rows.size() < 3 || !rows.getFirst().startsWith(SOURCE)) {
            throw new IllegalArgumentException(function + ": a listing begins with '" + SOURCE + "FILE' and a head");
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", rows.get(1)));
        Set<String> labels = new HashSet<>();
        for (int row = 2; row < rows.size(); row++) {
            int bar = rows.get(row).indexOf('|');
            String label = bar < 0 ? "" : rows.get(row).substring(0, bar).strip();
            if (bar < 0 || !label.isEmpty() && !labels.add(label)) {
                throw new IllegalArgumentException(function + ":" + (row + 1) + ": no line with a label of its own");
            }
            String rest = rows.get(row).substring(bar + 1);
            lines.add(new Line(label, rest.startsWith(" ") ? rest.substring(1) : rest));
        }
        return new Listing(function, rows.getFirst().substring(SOURCE.length()).strip(), lines);
    }

    /// The index in [#lines] of the line with a label; none when there is no such line.
    public Optional<Integer> indexOf(String label) {
        for (int index = 0; index < lines.size(); index++) {
            if (!label.isEmpty() && lines.get(index).label().equals(label)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }
}
