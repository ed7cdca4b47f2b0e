package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// A law tried on many random texts; a text that breaks it is shown with its seed, and as few of its lines as do.
final class RandomTexts {
    private RandomTexts() {}

    /// Fails when `fault` finds something, or throws, for one of that many texts.
    static void assertSound(int count, Function<Random, String> maker, Function<String, Optional<String>> fault) {
        long seed = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String text = maker.apply(new Random(seed + i));
            Optional<String> found = attempted(fault, text);
            if (found.isPresent()) {
                String least = shrunk(text, fault);
                fail("seed " + (seed + i) + ": " + attempted(fault, least).orElse("") + " with\n" + least);
            }
        }
    }

    private static Optional<String> attempted(Function<String, Optional<String>> fault, String text) {
        try {
            return fault.apply(text);
        } catch (RuntimeException e) {
            return Optional.of(e + " at " + e.getStackTrace()[0]);
        }
    }

    private static String shrunk(String text, Function<String, Optional<String>> fault) {
        List<String> rows = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        for (int i = rows.size() - 1; i >= 0; i--) {
            String row = rows.remove(i);
            if (attempted(fault, String.join("", rows)).isEmpty()) {
                rows.add(i, row);
            }
        }
        return String.join("", rows);
    }
}
