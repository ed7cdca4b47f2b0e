package org.vmalloscope.trace.input;

import java.nio.charset.StandardCharsets;

/// Looks at ASCII text in byte arrays, without making strings of it.
public final class Ascii {
    private Ascii() {}

    /// The ASCII bytes of a word.
    public static byte[] of(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /// The text between two indexes; bytes that are no UTF-8 become replacement characters.
    public static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    public static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    public static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The value of a hex digit, or -1.
    public static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /// Whether a word stands at an index.
    public static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
        if (to - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the bytes between two indexes are that word.
    public static boolean equals(byte[] bytes, int from, int to, byte[] word) {
        return to - from == word.length && startsWith(bytes, from, to, word);
    }

    /// Where a word stands first, or -1.
    public static int indexOf(byte[] bytes, int from, int to, byte[] word) {
        byte first = word[0];
        for (int i = from; i <= to - word.length; i++) {
            if (bytes[i] == first && startsWith(bytes, i, to, word)) {
                return i;
            }
        }
        return -1;
    }

    /// The first index from one on at which no blank stands.
    public static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /// The first index from one on at which a blank stands, or `to`.
    public static int wordEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /// The end without the blanks before it.
    public static int trimEnd(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && isBlank(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    /// The decimal number between two indexes, or -1 when it is none or does not fit a long.
    public static long decimal(byte[] bytes, int from, int to) {
        if (from >= to || to - from > 19) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return value < 0 ? -1 : value;
    }
}
