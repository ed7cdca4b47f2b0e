package org.vmalloscope.trace;

/// Writes canonical JSON: no blanks, keys in the order they are given, addresses as hex strings.
///
/// The caller is trusted to nest properly; a value after another is separated by a comma by itself.
final class CanonicalJson {
    private final StringBuilder out;
    private boolean separate;

    CanonicalJson(StringBuilder out) {
        this.out = out;
    }

    private void next() {
        if (separate) {
            out.append(',');
        }
        separate = true;
    }

    CanonicalJson begin(char bracket) {
        next();
        out.append(bracket);
        separate = false;
        return this;
    }

    CanonicalJson end(char bracket) {
        out.append(bracket);
        separate = true;
        return this;
    }

    CanonicalJson key(String key) {
        next();
        out.append('"').append(key).append("\":");
        separate = false;
        return this;
    }

    CanonicalJson number(long value) {
        next();
        out.append(value);
        return this;
    }

    /// An unsigned long.
    CanonicalJson unsigned(long value) {
        next();
        out.append(Long.toUnsignedString(value));
        return this;
    }

    CanonicalJson bool(boolean value) {
        next();
        out.append(value);
        return this;
    }

    CanonicalJson nothing() {
        next();
        out.append("null");
        return this;
    }

    CanonicalJson address(long value) {
        next();
        out.append("\"0x").append(Long.toHexString(value)).append('"');
        return this;
    }

    CanonicalJson text(String value) {
        next();
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
        return this;
    }
}
