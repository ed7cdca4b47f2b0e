package org.vmalloscope.trace.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class LineSourceTest {
    private static List<String> lines(byte[] bytes) throws IOException {
        return lines(LineSource.of(new ByteArrayInputStream(bytes)));
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(LineSource source) throws IOException {
        List<String> lines = new ArrayList<>();
        while (source.advance()) {
            lines.add(Ascii.text(source.bytes(), source.from(), source.to()));
            assertEquals(lines.size(), source.number());
        }
        assertFalse(source.advance());
        return lines;
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// A stream that gives each time as many bytes as it likes.
    private static InputStream trickle(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(7)));
            }

            @Override
            public boolean markSupported() {
                return true;
            }
        };
    }

    @Test
    void linesEndWithLfOrCrLfAndTheLastNeedsNoEnd() throws IOException {
        assertEquals(List.of("a", "", "bc", "d"), lines("a\r\n\nbc\nd"));
        assertEquals(List.of(), lines(""));
        assertEquals(List.of(""), lines("\n"));
    }

    @Test
    void coloursAndNulBytesAreTakenOutAndCounted() throws IOException {
        LineSource source = LineSource.of(new ByteArrayInputStream(
                "\u001b[1;31mred\u001b[0m\nplain\r\na\0b\0\n\u001b[\n\u001b".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("red", "plain", "ab", "", ""), lines(source));
        assertEquals(4, source.cleanedLines());
    }

    @Test
    void byteOrderMarksAreNoPartOfTheText() throws IOException {
        assertEquals(List.of("a"), lines("\ufeffa\n"));
        assertEquals(List.of("ab", ""), lines("\ufeffab\n".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void aLineOfAHundredMegabytesIsCutAndTheNextIsRead() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 100L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int some = (int) Math.min(left, length);
                Arrays.fill(into, from, from + some, (byte) 'x');
                left -= some;
                return some == 0 ? -1 : some;
            }
        };
        LineSource source = LineSource.of(new SequenceInputStream(
                endless, new ByteArrayInputStream("y\nnext\n".getBytes(StandardCharsets.UTF_8))));
        assertTrue(source.advance());
        assertTrue(source.isCut());
        assertEquals("x".repeat(LineSource.LONGEST), Ascii.text(source.bytes(), source.from(), source.to()));
        assertEquals(List.of("next"), rest(source));
        assertEquals(1, source.cutLines());
    }

    private static List<String> rest(LineSource source) throws IOException {
        List<String> lines = new ArrayList<>();
        while (source.advance()) {
            assertFalse(source.isCut());
            lines.add(Ascii.text(source.bytes(), source.from(), source.to()));
        }
        return lines;
    }

    @Test
    void theLongestLineIsKeptWholeAndOneByteMoreIsNot() throws IOException {
        String longest = "x".repeat(LineSource.LONGEST);
        assertEquals(List.of(longest, "a"), lines(longest + "\na"));
        assertEquals(List.of(longest, "a"), lines(longest + "y\na"));
        assertEquals(List.of(longest), lines(longest + "y"));
    }

    @Test
    void gzippedTextIsUnpackedAndOneThatIsCutIsReadAsFarAsItGoes() throws IOException {
        String text = "line of a log\n".repeat(50_000);
        byte[] whole = zipped(text);
        assertEquals(lines(text), lines(whole));
        LineSource source = LineSource.of(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)));
        List<String> some = lines(source);
        assertTrue(some.size() > 1 && some.size() < 50_000, some.size() + " lines");
        assertEquals(Optional.of("the gzip'd input ends too early"), source.fault());
    }

    @Test
    void howTheBytesArriveMakesNoDifference() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int line = random.nextInt(20); line >= 0; line--) {
                int length = random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(100);
                text.append("z".repeat(length)).append(random.nextBoolean() ? "\n" : "\r\n");
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            List<String> expected = text.toString()
                    .lines()
                    .map(line -> line.substring(0, Math.min(line.length(), LineSource.LONGEST)))
                    .toList();
            assertEquals(expected, lines(bytes), "seed " + seed);
            assertEquals(expected, lines(LineSource.of(trickle(bytes, random))), "seed " + seed);
        }
    }
}
