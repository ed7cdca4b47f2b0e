package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.trace.input.LineCount;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// Lines of real files, damaged at random: nothing is thrown, and each line is accounted for.
final class MutatedLinesTest {
    private static final int FILES = 200;
    private static final int LINES = 500;
    private static final int ODDS_OF_DAMAGE = 3;

    private final List<String> lines = new ArrayList<>();

    MutatedLinesTest() throws IOException {
        for (String name : Samples.names()) {
            Samples.text(name).lines().limit(300).forEach(lines::add);
        }
    }

    @Test
    void aHundredThousandDamagedLinesAreAllAccountedFor() throws IOException {
        long total = 0;
        long skipped = 0;
        for (long seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] text = damaged(random);
            KernelFile file;
            try {
                file = Samples.read(text);
            } catch (UnreadableKernelFileException nothing) {
                continue;
            }
            LineCount count = file.lines();
            assertEquals(newlines(text), count.total(), "seed " + seed);
            assertEquals(count.total(), count.understood() + count.skipped(), "seed " + seed);
            assertEquals(Math.min(5, count.skipped()), count.quoted().size(), "seed " + seed);
            assertTrue(Summary.of(file).size() > 3, "seed " + seed);
            total += count.total();
            skipped += count.skipped();
        }
        assertTrue(total >= FILES * LINES * 9L / 10, total + " lines");
        assertTrue(skipped > total / 20 && skipped < total / 2, skipped + " of " + total + " were skipped");
    }

    @Test
    void whatIsLeftOfDamagedFilesCanBePlayed() throws IOException {
        for (long seed = 0; seed < 40; seed++) {
            KernelFile file = Samples.read(damaged(new Random(seed)));
            for (Snapshot snapshot : file.snapshots()) {
                String text = ImportedScenario.of(file, Optional.of(snapshot));
                Scenario scenario = Samples.scenario(text);
                Run run = Run.toEnd(scenario);
                assertEquals(scenario.lines().size(), run.played(), "seed " + seed + " ended early");
            }
        }
    }

    private static long newlines(byte[] text) {
        long count = 0;
        for (byte b : text) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    private byte[] damaged(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = random.nextInt(lines.size());
        for (int i = 0; i < LINES; i++) {
            byte[] line = lines.get((from + i) % lines.size()).getBytes(StandardCharsets.UTF_8);
            byte[] put = random.nextInt(ODDS_OF_DAMAGE) == 0 ? mutated(line, random) : line;
            out.writeBytes(put);
            out.write('\n');
        }
        return out.toByteArray();
    }

    private byte[] mutated(byte[] line, Random random) {
        if (line.length == 0) {
            return new byte[] {0};
        }
        byte[] copy = line.clone();
        int at = random.nextInt(line.length);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(copy, at);
            case 1 -> Arrays.copyOfRange(copy, at, copy.length);
            case 2 -> {
                copy[at] = noNewline((byte) random.nextInt(256));
                yield copy;
            }
            case 3 -> {
                copy[at] = (byte) (' ' + random.nextInt(95));
                yield copy;
            }
            case 4 -> {
                byte[] garbage = new byte[random.nextInt(80)];
                random.nextBytes(garbage);
                for (int i = 0; i < garbage.length; i++) {
                    garbage[i] = noNewline(garbage[i]);
                }
                yield garbage;
            }
            case 5 -> spliced(copy, at, lines.get(random.nextInt(lines.size())).getBytes(StandardCharsets.UTF_8));
            case 6 ->
                ("\u001b[3" + random.nextInt(8) + "m" + new String(line, StandardCharsets.UTF_8) + "\u001b[0m\r")
                        .getBytes(StandardCharsets.UTF_8);
            default ->
                new String(line, StandardCharsets.UTF_8)
                        .replaceFirst("\\d+", Long.toUnsignedString(random.nextLong()))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte noNewline(byte b) {
        return b == '\n' ? (byte) '?' : b;
    }

    private static byte[] spliced(byte[] line, int at, byte[] other) {
        byte[] both = Arrays.copyOf(line, at + other.length);
        System.arraycopy(other, 0, both, at, other.length);
        return both;
    }
}
