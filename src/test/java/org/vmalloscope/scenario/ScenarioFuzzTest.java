package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Whatever text the parser is given, it answers with a scenario or with errors inside the text.
class ScenarioFuzzTest {
    private static final int TEXTS = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Comparator<ScenarioError> IN_ORDER =
            Comparator.comparingInt(ScenarioError::line).thenComparingInt(ScenarioError::column);
    private static final String ODD = "\0\t\r\n #=,x0K_-é\uFEFF\u00A0\uD83D'\\\u2028";

    @Test
    void mutatedScenariosGiveScenariosOrErrorsInsideTheText() throws IOException {
        List<String> seeds = shortScenarios();
        AtomicInteger sound = new AtomicInteger();
        long start = cpuTime();
        RandomTexts.assertSound(TEXTS, random -> mutated(seeds, random), text -> {
            Parsed parsed = ScenarioParser.parse(text);
            sound.addAndGet(parsed instanceof Scenario ? 1 : 0);
            return fault(parsed, text);
        });
        Duration used = Duration.ofNanos(cpuTime() - start);
        assertTrue(sound.get() > TEXTS / 100 && sound.get() < TEXTS / 2, sound + " without errors");
        assertTrue(used.compareTo(LIMIT) < 0, "took " + used);
    }

    /// Nanoseconds of this thread alone: how busy the computer is does not count.
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// What is wrong with the answer to a text.
    private static Optional<String> fault(Parsed parsed, String text) {
        return switch (parsed) {
            case Scenario scenario -> {
                boolean kept = scenario.equals(ScenarioParser.parse(ScenarioPrinter.print(scenario)));
                yield kept ? Optional.empty() : Optional.of("changed by printing");
            }
            case ScenarioErrors errors -> {
                String[] rows = text.replaceFirst("^\uFEFF", "").split("\r\n|\r|\n", -1);
                boolean inside = errors.errors().stream().allMatch(error -> isInside(error, rows));
                boolean ordered =
                        errors.errors().stream().sorted(IN_ORDER).toList().equals(errors.errors());
                yield inside && ordered ? Optional.empty() : Optional.of(errors.toString());
            }
        };
    }

    private static boolean isInside(ScenarioError error, String[] rows) {
        String message = error.message();
        return error.line() <= rows.length
                && error.column() - 1 + error.length() <= rows[error.line() - 1].length()
                && !message.isBlank()
                && message.chars().noneMatch(Character::isISOControl);
    }

    private static String mutated(List<String> seeds, Random random) {
        String text = pick(seeds, random);
        for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
            text = mutated(text, pick(seeds, random), random);
        }
        return text;
    }

    private static String mutated(String text, String other, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String head = text.substring(0, from);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(text, random);
            case 1 -> head + text.substring(to);
            case 2 -> head + ODD.charAt(random.nextInt(ODD.length())) + text.substring(from);
            case 3 -> head + other.substring(random.nextInt(other.length()));
            case 4 -> head;
            case 5 -> shuffled(text, "\n", random);
            case 6 -> head + text.substring(from, to).repeat(random.nextInt(9)) + text.substring(to);
            default -> shuffled(text, " ", random);
        };
    }

    private static String flipped(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The text with two of its parts swapped.
    private static String shuffled(String text, String separator, Random random) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(separator, -1)));
        Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
        return String.join(separator, parts);
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static List<String> shortScenarios() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : Scenarios.recorded()) {
            String text = Files.readString(file);
            if (text.length() < 500) {
                texts.add(text);
            }
        }
        for (int i = 0; i < 100; i++) {
            texts.add(RandomScenario.text(new Random(i), 10));
        }
        return texts;
    }
}
