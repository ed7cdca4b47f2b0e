package org.vmalloscope.trace.imported;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.vmalloscope.trace.input.Ascii;
import org.vmalloscope.trace.input.LineCount;
import org.vmalloscope.trace.input.LineLedger;
import org.vmalloscope.trace.input.LineSource;
import org.vmalloscope.trace.tracepoint.RecordingReader;
import org.vmalloscope.trace.vmallocinfo.SnapshotReader;

/// The reader of files that kernels print, line by line, in memory that grows with what is understood alone.
public final class KernelFileReader {
    /// So many bytes from the beginning of a file tell what it is.
    public static final int SNIFFED = 1 << 16;

    private static final String EXPECTED = "expected lines of /proc/vmallocinfo ('0xffffc90000000000-0xffffc90000005000"
            + "   20480 ...') or of vmalloc's tracepoints ('... alloc_vmap_area: va_start: ...')";

    private final LineLedger ledger = new LineLedger();
    private final SnapshotReader snapshots = new SnapshotReader(ledger);
    private final RecordingReader recording = new RecordingReader(ledger);

    private KernelFileReader() {}

    /// Reads a stream to its end; `name` is what messages call it.
    public static KernelFile read(String name, InputStream in) throws IOException {
        LineSource source;
        try {
            source = LineSource.of(in);
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableKernelFileException(name, "the gzip'd input is damaged");
        }
        KernelFile file = new KernelFileReader().read(name, source);
        if (file.isEmpty()) {
            throw new UnreadableKernelFileException(name, nothing(file.lines()));
        }
        return file;
    }

    private static String nothing(LineCount lines) {
        if (lines.total() == 0) {
            return "it is empty: " + EXPECTED;
        }
        String first = lines.quoted().isEmpty()
                ? ""
                : ", the first not understood is line "
                        + lines.quoted().getFirst().line() + ": '"
                        + lines.quoted().getFirst().text() + "'";
        return "none of its " + lines.total() + " lines is of vmalloc: " + EXPECTED + first;
    }

    /// Whether the beginning of a file, gzip'd or not, is that of a file which a kernel printed.
    ///
    /// `head` has up to [#SNIFFED] bytes.
    public static boolean looksLikeOne(byte[] head) {
        KernelFileReader reader = new KernelFileReader();
        try {
            LineSource source = LineSource.of(new ByteArrayInputStream(head));
            KernelFile file = reader.read("", source);
            return !file.isEmpty() || reader.recording.hasHeading();
        } catch (IOException damaged) {
            return false;
        }
    }

    /// Whether a stream, which can be marked, is at the beginning of a file that a kernel printed; leaves it where it
    /// was.
    public static boolean isAhead(InputStream in) throws IOException {
        in.mark(SNIFFED);
        try {
            byte[] head = in.readNBytes(SNIFFED);
            in.reset();
            return looksLikeOne(head);
        } catch (IOException unreadable) {
            in.reset();
            return false;
        }
    }

    private KernelFile read(String name, LineSource source) throws IOException {
        while (source.advance()) {
            byte[] line = source.bytes();
            int from = source.from();
            int to = source.to();
            if (Ascii.skipBlanks(line, from, to) == to && !source.isCut()) {
                ledger.understand();
            } else if (!understood(line, from, to, source.number())) {
                ledger.skip(source.number(), line, from, to);
            }
        }
        return new KernelFile(
                name,
                snapshots.finish(),
                recording.finish(),
                ledger.count(source),
                snapshots.prefixed(),
                source.fault());
    }

    private boolean understood(byte[] line, int from, int to, long number) {
        if (from < to && line[from] == '#') {
            return snapshots.offerHeading(line, from, to) || recording.offerOther(line, from, to, number);
        }
        return snapshots.offer(line, from, to, number)
                || recording.offerEvent(line, from, to, number)
                || snapshots.offerHeading(line, from, to)
                || snapshots.offerContinuation(line, from, to, number)
                || from < to && recording.offerOther(line, from, to, number);
    }
}
