package org.vmalloscope.trace.vmallocinfo;

import java.util.Optional;
import org.vmalloscope.trace.input.Ascii;

/// The parts of one line of /proc/vmallocinfo. It is used again for each line.
///
/// A line is `START-END SIZE`, perhaps a caller with its module, and words. What stands before START is passed over: a
/// time stamp, say. START and END have 8 or 16 hex digits, or are what a kernel prints that cannot hash yet.
final class AreaLineParser {
    /// What a line turned out to be.
    enum Result {
        /// No line of vmallocinfo.
        OTHER,
        /// It begins as one, and goes on as none.
        FAULTY,
        /// All of it was understood.
        UNDERSTOOD,
        /// It has words at its end that no known kernel prints.
        UNKNOWN_WORDS
    }

    private static final byte[] PREFIX = Ascii.of("0x");
    private static final byte[] UNHASHED_64 = Ascii.of("(____ptrval____)");
    private static final byte[] UNHASHED_32 = Ascii.of("(ptrval)");
    private static final byte[][] POINTER_WORDS = {UNHASHED_64, UNHASHED_32, Ascii.of("(null)"), Ascii.of("pK-error")};
    private static final byte[] OFFSET = Ascii.of("+0x");
    private static final byte[] LENGTH = Ascii.of("/0x");
    private static final byte[] PAGES = Ascii.of("pages=");
    private static final byte[] PHYS = Ascii.of("phys=");
    private static final byte[] REQUESTED = Ascii.of("requested=");
    private static final byte[] VM_AREA = Ascii.of("vm_area");
    private static final int LONG_POINTER = 16;
    private static final int SHORT_POINTER = 8;

    private byte[] line = new byte[0];
    private int to;
    private int at;
    private int digits;
    private long value;

    long start;
    long end;
    long size;
    int pointerDigits;
    boolean pointersTold;
    int words;
    long pages;
    boolean hasPhys;
    boolean physPrefixed;
    long phys;
    long requested;
    int prefixTo;
    int prefixFrom;
    int callerFrom;
    int callerTo;
    int numaFrom;
    int numaTo;
    int unknownFrom;
    int unknownTo;

    /// Takes a line apart.
    Result parse(byte[] bytes, int from, int lineEnd) {
        line = bytes;
        to = Ascii.trimEnd(bytes, from, lineEnd);
        clear();
        if (!findRange(from)) {
            return Result.OTHER;
        }
        prefixFrom = from;
        if (!pointer()) {
            return Result.FAULTY;
        }
        end = value;
        pointersTold &= digits > 0;
        if (digits > 0 && pointerDigits > 0 && digits != pointerDigits) {
            return Result.FAULTY;
        }
        return size() ? rest() : Result.FAULTY;
    }

    private void clear() {
        words = 0;
        pages = -1;
        requested = -1;
        hasPhys = false;
        physPrefixed = false;
        phys = 0;
        callerFrom = callerTo = 0;
        numaFrom = numaTo = 0;
        unknownFrom = unknownTo = 0;
    }

    /// Goes behind `START-`, wherever in the line that stands.
    private boolean findRange(int from) {
        for (int i = from; i < to - 2; i++) {
            byte b = line[i];
            boolean candidate = b == '0' || b == '(' || i == from && Ascii.hexDigit(b) >= 0;
            if (candidate && (i == from || isBoundary(line[i - 1]))) {
                at = i;
                if (pointer() && at < to && line[at] == '-') {
                    start = value;
                    pointerDigits = digits;
                    pointersTold = digits > 0;
                    prefixTo = i;
                    at++;
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBoundary(byte b) {
        return Ascii.isBlank(b) || b == ']' || b == ':' || b == '>' || b == '|';
    }

    /// Reads a pointer and goes behind it; `digits` is 0 when it is a word in place of one.
    private boolean pointer() {
        int i = at;
        if (Ascii.startsWith(line, i, to, PREFIX)) {
            i += 2;
        }
        return i < to && (line[i] == '(' || line[i] == 'p') ? wordForPointer(i) : hex(i);
    }

    private boolean wordForPointer(int from) {
        for (byte[] word : POINTER_WORDS) {
            if (Ascii.startsWith(line, from, to, word)) {
                value = 0;
                digits = 0;
                at = from + word.length;
                return true;
            }
        }
        return false;
    }

    private boolean hex(int from) {
        long read = 0;
        int i = from;
        while (i < to && i - from <= LONG_POINTER) {
            int digit = Ascii.hexDigit(line[i]);
            if (digit < 0) {
                break;
            }
            read = read << 4 | digit;
            i++;
        }
        value = read;
        digits = i - from;
        at = i;
        return digits == LONG_POINTER || digits == SHORT_POINTER;
    }

    private boolean size() {
        int from = Ascii.skipBlanks(line, at, to);
        int wordEnd = Ascii.wordEnd(line, from, to);
        size = Ascii.decimal(line, from, wordEnd);
        at = wordEnd;
        return from > prefixTo && size > 0 && from > 0 && Ascii.isBlank(line[from - 1]);
    }

    private Result rest() {
        boolean first = true;
        boolean unknown = false;
        while (true) {
            int from = Ascii.skipBlanks(line, at, to);
            if (from == to) {
                return unknown ? Result.UNKNOWN_WORDS : Result.UNDERSTOOD;
            }
            int wordEnd = Ascii.wordEnd(line, from, to);
            at = wordEnd;
            if (first && isCaller(from, wordEnd)) {
                caller(from, wordEnd);
            } else if (!word(from, wordEnd)) {
                unknownFrom = unknown ? unknownFrom : from;
                unknownTo = unknown ? unknownTo : wordEnd;
                unknown = true;
            }
            first = false;
        }
    }

    private boolean isCaller(int from, int wordEnd) {
        if (Ascii.startsWith(line, from, wordEnd, PREFIX)) {
            return hexEnd(from + PREFIX.length, wordEnd) == wordEnd;
        }
        int offset = Ascii.indexOf(line, from, wordEnd, OFFSET);
        if (offset <= from) {
            return Ascii.equals(line, from, wordEnd, UNHASHED_64);
        }
        int slash = hexEnd(offset + OFFSET.length, wordEnd);
        return slash > 0
                && Ascii.startsWith(line, slash, wordEnd, LENGTH)
                && hexEnd(slash + LENGTH.length, wordEnd) == wordEnd;
    }

    /// The end of the hex digits that begin at an index; -1 when there are none.
    private int hexEnd(int from, int wordEnd) {
        int i = from;
        while (i < wordEnd && Ascii.hexDigit(line[i]) >= 0) {
            i++;
        }
        return i == from ? -1 : i;
    }

    /// The caller, and the module in brackets behind it.
    private void caller(int from, int wordEnd) {
        callerFrom = from;
        callerTo = wordEnd;
        int next = Ascii.skipBlanks(line, wordEnd, to);
        if (next < to && line[next] == '[') {
            int i = next;
            while (i < to && line[i] != ']') {
                i++;
            }
            if (i < to) {
                callerTo = i + 1;
                at = i + 1;
            }
        }
    }

    private boolean word(int from, int wordEnd) {
        Optional<AreaWord> known = AreaWord.at(line, from, wordEnd);
        if (known.isPresent()) {
            words |= known.get().bit();
            return known.get() != AreaWord.UNPURGED || vmAreaFollows();
        }
        if (Ascii.startsWith(line, from, wordEnd, PAGES)) {
            pages = Ascii.decimal(line, from + PAGES.length, wordEnd);
            return pages >= 0;
        }
        if (Ascii.startsWith(line, from, wordEnd, REQUESTED)) {
            requested = Ascii.decimal(line, from + REQUESTED.length, wordEnd);
            return requested >= 0;
        }
        return Ascii.startsWith(line, from, wordEnd, PHYS) ? phys(from + PHYS.length, wordEnd) : node(from, wordEnd);
    }

    private boolean vmAreaFollows() {
        int from = Ascii.skipBlanks(line, at, to);
        int wordEnd = Ascii.wordEnd(line, from, to);
        boolean follows = Ascii.equals(line, from, wordEnd, VM_AREA);
        at = follows ? wordEnd : at;
        return follows;
    }

    private boolean phys(int from, int wordEnd) {
        physPrefixed = Ascii.startsWith(line, from, wordEnd, PREFIX);
        int behind = at;
        hex(physPrefixed ? from + 2 : from);
        boolean whole = at == wordEnd && digits > 0 && digits <= LONG_POINTER;
        at = behind;
        hasPhys = whole;
        phys = value;
        return whole;
    }

    /// `N0=5`: so many pages of a node.
    private boolean node(int from, int wordEnd) {
        int i = from + 1;
        while (i < wordEnd && Ascii.isDigit(line[i])) {
            i++;
        }
        boolean node = line[from] == 'N'
                && i > from + 1
                && i < wordEnd
                && line[i] == '='
                && Ascii.decimal(line, i + 1, wordEnd) >= 0;
        if (node) {
            numaFrom = numaFrom == 0 ? from : numaFrom;
            numaTo = wordEnd;
        }
        return node;
    }
}
