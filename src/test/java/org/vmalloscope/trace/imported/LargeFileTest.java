package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// A million lines, in a Java machine of their own that has little memory.
final class LargeFileTest {
    private static final int LINES = 1_000_000;
    private static final String HEAP = "-Xmx192m";

    /// Reads a million lines and says what is in them.
    public static void main(String[] arguments) throws IOException {
        KernelFile file = KernelFileReader.read("large", new Million());
        Snapshot snapshot = file.last().orElseThrow();
        System.out.print(file.lines().understood() + " " + snapshot.areas().size() + " " + snapshot.bytes() + " "
                + snapshot.areas().get(LINES - 1).caller());
    }

    /// The text of so many areas, made while it is read.
    private static final class Million extends InputStream {
        private byte[] line = new byte[0];
        private int at;
        private int number;
        private long address = 0xffffc90000000000L;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == line.length) {
                if (number == LINES) {
                    return -1;
                }
                long end = address + 0x3000;
                line = String.format(
                                Locale.ROOT,
                                "0x%016x-0x%016x   12288 function_%d+0x%x/0x400 [module_%d] pages=2 vmalloc N0=1 N1=1\n",
                                address,
                                end,
                                number % 4000,
                                number % 700,
                                number % 90)
                        .getBytes(StandardCharsets.US_ASCII);
                address = end;
                number++;
                at = 0;
            }
            int some = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, from, some);
            at += some;
            return some;
        }
    }

    private static String folder(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("classes come from files", impossible);
        }
    }

    @Test
    void aMillionLinesNeedLittleMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        folder(SimulatedMemory.class) + File.pathSeparator + folder(LargeFileTest.class),
                        LargeFileTest.class.getName())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        process.getInputStream().transferTo(said);
        assertEquals(true, process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(
                "1000000 1000000 12288000000 function_3999+0x18f/0x400 [module_9]",
                said.toString(StandardCharsets.UTF_8));
    }
}
