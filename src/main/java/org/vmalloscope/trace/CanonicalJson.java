package org.vmalloscope.trace;

import java.nio.charset.StandardCharsets;

/// Writes canonical JSON: no blanks, keys in the order they are given, addresses as hex strings.
///
/// The caller is trusted to nest properly; a value after another is separated by a comma by itself.
final class CanonicalJson {
    private final AsciiBuffer out;
    private boolean separate;

    CanonicalJson(AsciiBuffer out) {
        this.out = out;
    }

    private void next() {
        if (separate) {
            out.put(',');
        }
        separate = true;
    }

    CanonicalJson begin(char bracket) {
        next();
        out.put(bracket);
        separate = false;
        return this;
    }

    CanonicalJson end(char bracket) {
        out.put(bracket);
        separate = true;
        return this;
    }

    CanonicalJson key(String key) {
        next();
        out.put('"');
        out.put(key);
        out.put("\":");
        separate = false;
        return this;
    }

    CanonicalJson number(long value) {
        next();
        out.decimal(value);
        return this;
    }

    /// An unsigned long.
    CanonicalJson unsigned(long value) {
        next();
        out.put(Long.toUnsignedString(value));
        return this;
    }

    CanonicalJson bool(boolean value) {
        next();
        out.put(value ? "true" : "false");
        return this;
    }

    CanonicalJson nothing() {
        next();
        out.put("null");
        return this;
    }

    CanonicalJson address(long value) {
        next();
        out.put("\"0x");
        out.hex(value);
        out.put('"');
        return this;
    }

    CanonicalJson text(String value) {
        next();
        out.put('"');
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        out.put(escaped.getBytes(StandardCharsets.UTF_8));
        out.put('"');
        return this;
    }
}
