package org.vmalloscope.picture;

/// SVG source as it grows: numbers with at most two decimals, text made safe for XML, whatever the locale.
final class SvgText {
    private static final char REPLACEMENT = '\ufffd';

    private final StringBuilder text;

    SvgText(int capacity) {
        text = new StringBuilder(capacity);
    }

    /// Adds source as it is.
    SvgText raw(String source) {
        text.append(source);
        return this;
    }

    SvgText raw(StringBuilder source) {
        text.append(source);
        return this;
    }

    SvgText raw(char source) {
        text.append(source);
        return this;
    }

    /// Adds ` name="number"`.
    SvgText attribute(String name, double value) {
        text.append(' ').append(name).append("=\"");
        number(value);
        text.append('"');
        return this;
    }

    /// Adds ` name="value"`, made safe.
    SvgText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escaped(value);
        text.append('"');
        return this;
    }

    /// Adds a number, rounded to hundredths.
    SvgText number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            text.append('-');
            hundredths = -hundredths;
        }
        text.append(hundredths / 100);
        int rest = (int) (hundredths % 100);
        if (rest != 0) {
            text.append('.').append((char) ('0' + rest / 10));
            if (rest % 10 != 0) {
                text.append((char) ('0' + rest % 10));
            }
        }
        return this;
    }

    /// Adds text: the characters that mean something to XML as entities, those it forbids as U+FFFD.
    SvgText escaped(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append(' ');
                default -> i += appendPlain(string, i, c);
            }
        }
        return this;
    }

    /// Adds one character; returns how many chars beyond the first it took.
    private int appendPlain(String string, int at, char c) {
        if (Character.isHighSurrogate(c)
                && at + 1 < string.length()
                && Character.isLowSurrogate(string.charAt(at + 1))) {
            text.append(c).append(string.charAt(at + 1));
            return 1;
        }
        text.append(c < ' ' || Character.isSurrogate(c) || c >= '\ufffe' ? REPLACEMENT : c);
        return 0;
    }

    StringBuilder source() {
        return text;
    }
}
