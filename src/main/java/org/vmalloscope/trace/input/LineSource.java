package org.vmalloscope.trace.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The lines of a text, one after the other, as bytes in a buffer that is used again for the next.
///
/// Input that is gzip'd is unpacked. Lines end with LF or CR LF. Escape sequences of terminals and NUL bytes are taken
/// out and counted; of a line that is longer than [#LONGEST] only the beginning is kept. So a text of any size takes
/// the same memory.
public final class LineSource {
    /// The most bytes of a line that are kept.
    public static final int LONGEST = 1 << 16;

    private static final int BUFFER = 1 << 18;
    private static final int FIRST_PRINTABLE = 0x20;

    private final InputStream in;
    private byte[] bytes = new byte[BUFFER];
    private int next;
    private int filled;
    private boolean ended;
    private int from;
    private int to;
    private long number;
    private boolean cut;
    private long cutLines;
    private long cleanedLines;
    private @Nullable String fault;

    private LineSource(InputStream in) {
        this.in = in;
    }

    /// The lines of a stream; it is for the caller to close the stream.
    public static LineSource of(InputStream stream) throws IOException {
        InputStream in = unpacked(stream);
        LineSource source = new LineSource(in);
        source.skipMark();
        return source;
    }

    /// The stream, unpacked if it is gzip'd.
    public static InputStream unpacked(InputStream stream) throws IOException {
        InputStream in = stream.markSupported() ? stream : new BufferedInputStream(stream, BUFFER);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, BUFFER) : in;
    }

    /// A byte order mark is no part of the first line.
    private void skipMark() throws IOException {
        fill();
        if (filled >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            next = 3;
        } else if (filled >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            next = 2;
        }
    }

    /// Goes to the next line; false when there is none.
    public boolean advance() throws IOException {
        cut = false;
        int scan = next;
        boolean dirty = false;
        while (true) {
            while (scan < filled) {
                byte b = bytes[scan];
                if (b == '\n' && scan - next <= LONGEST) {
                    take(scan, scan + 1, dirty);
                    return true;
                }
                if (scan - next > LONGEST) {
                    return takeCut(dirty);
                }
                dirty |= b < FIRST_PRINTABLE && b != '\t';
                scan++;
            }
            int before = next;
            if (!fill()) {
                boolean any = filled > next;
                if (filled - next > LONGEST) {
                    return takeCut(dirty);
                }
                if (any) {
                    take(filled, filled, dirty);
                }
                return any;
            }
            scan -= before - next;
        }
    }

    private void take(int end, int following, boolean dirty) {
        from = next;
        to = end;
        next = following;
        number++;
        if (dirty) {
            clean();
        }
    }

    /// Keeps the beginning of a line that goes on and on, and reads over the rest.
    private boolean takeCut(boolean dirty) throws IOException {
        compact();
        int scan = LONGEST;
        while (scan == filled || bytes[scan] != '\n') {
            if (scan < filled) {
                scan++;
                continue;
            }
            scan = LONGEST;
            filled = LONGEST;
            if (!fill()) {
                break;
            }
        }
        take(LONGEST, Math.min(scan + 1, filled), dirty);
        cut = true;
        cutLines++;
        return true;
    }

    /// Takes out what terminals and serial lines add.
    private void clean() {
        int out = from;
        boolean changed = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == 0x1b) {
                i = escapeEnd(i);
                changed = true;
            } else if (b == 0) {
                changed = true;
            } else if (b != '\r') {
                bytes[out++] = b;
            }
        }
        to = out;
        cleanedLines += changed ? 1 : 0;
    }

    /// The last byte of the escape sequence that begins at an index.
    private int escapeEnd(int escape) {
        int i = escape + 1;
        if (i >= to || bytes[i] != '[') {
            return Math.min(i, to - 1);
        }
        i++;
        while (i < to && (bytes[i] < '@' || bytes[i] > '~')) {
            i++;
        }
        return Math.min(i, to - 1);
    }

    /// Moves what is left to the front.
    private void compact() {
        System.arraycopy(bytes, next, bytes, 0, filled - next);
        filled -= next;
        next = 0;
    }

    /// Reads more behind what is left; false at the end.
    private boolean fill() throws IOException {
        compact();
        if (ended) {
            return false;
        }
        int got = read();
        if (got <= 0) {
            ended = true;
            return false;
        }
        filled += got;
        return true;
    }

    private int read() throws IOException {
        try {
            return in.read(bytes, filled, bytes.length - filled);
        } catch (EOFException early) {
            fault = "the gzip'd input ends too early";
            return -1;
        } catch (ZipException broken) {
            fault = "the gzip'd input is damaged after line " + number;
            return -1;
        }
    }

    /// Holds the current line from [#from] to [#to]; it may be changed by the next [#advance].
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /// The number of the current line, from 1; at the end that of the last.
    public long number() {
        return number;
    }

    /// Whether the current line was longer than what is kept of it.
    public boolean isCut() {
        return cut;
    }

    /// Lines that were longer than what was kept of them, so far.
    public long cutLines() {
        return cutLines;
    }

    /// Lines out of which escape sequences or NUL bytes were taken, so far.
    public long cleanedLines() {
        return cleanedLines;
    }

    /// Why the input ended before its end, when it did.
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }
}
