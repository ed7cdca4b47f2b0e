package org.vmalloscope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/// A growing buffer of text, most of it ASCII, that is hashed and written as the bytes it is made of.
///
/// States of thousands of areas are written after every statement: this costs no copy and no encoding.
final class AsciiBuffer {
    private static final int MOST_DIGITS = 20;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[1 << 12];
    private int length;

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    void put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    /// Text that is ASCII, as all keys and fixed words are.
    @SuppressWarnings("deprecation") // the one call that copies ASCII without an encoder
    void put(String ascii) {
        int size = ascii.length();
        reserve(size);
        ascii.getBytes(0, size, bytes, length);
        length += size;
    }

    void put(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /// Unsigned, in lower-case hex without leading zeros.
    void hex(long value) {
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
        reserve(digits);
        for (int digit = digits - 1; digit >= 0; digit--) {
            bytes[length++] = HEX[(int) (value >>> digit * 4) & 0xf];
        }
    }

    /// Signed, in decimal.
    void decimal(long value) {
        if (value >= 0 && value < 10) {
            put((char) ('0' + value));
            return;
        }
        reserve(MOST_DIGITS);
        put(Long.toString(value));
    }

    void append(AsciiBuffer other) {
        reserve(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    void clear() {
        length = 0;
    }

    void hashInto(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }
}
