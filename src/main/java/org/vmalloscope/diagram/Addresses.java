package org.vmalloscope.diagram;

import java.util.Collection;

/// How addresses are written where many stand close together: without the hex digits that all of them share.
///
/// At least 5 digits stay. Where a full address is written the shared digits are dimmed instead, and so are three
/// zeros at the end of any address, as every page begins with them.
///
/// @param digits hex digits of an address, the shared ones included
/// @param prefix the digits that are dropped
public record Addresses(int digits, String prefix) {
    private static final int FEWEST_DIGITS = 5;
    private static final String PAGE_ZEROS = "000";

    /// The way to write these addresses, most often the va_start of every area that is shown.
    public static Addresses of(Collection<Long> shown) {
        return of(shown.stream().mapToLong(Long::longValue).toArray());
    }

    /// The same.
    static Addresses of(long... shown) {
        if (shown.length == 0) {
            return new Addresses(0, "");
        }
        long any = 0;
        long different = 0;
        for (long address : shown) {
            any |= address;
            different |= address ^ shown[0];
        }
        int digits = digits(any);
        int shared = Math.max(0, Math.min(digits - FEWEST_DIGITS, digits - (different == 0 ? 0 : digits(different))));
        return new Addresses(digits, padded(Long.toHexString(shown[0]), digits).substring(0, shared));
    }

    private static int digits(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
    }

    private static String padded(String hex, int digits) {
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    /// The digits of an address that are shown; all of them, with `0x`, for one that has another prefix.
    public String shown(long address) {
        String hex = padded(Long.toHexString(address), digits);
        boolean alike = !prefix.isEmpty() && hex.length() == digits && hex.startsWith(prefix);
        return alike ? hex.substring(prefix.length()) : full(address);
    }

    /// The whole address: `0x` and all its digits, without leading zeros.
    public static String full(long address) {
        return "0x" + Long.toHexString(address);
    }

    /// Characters at the start of a full address that are dimmed: `0x` and what all share.
    public int dimmedBefore(long address) {
        String full = full(address);
        boolean alike = full.length() == digits + 2 && full.startsWith(prefix, 2);
        return alike && !prefix.isEmpty() ? prefix.length() + 2 : 0;
    }

    /// Digits at the end of an address that are dimmed: 3 when it ends in 000, else none.
    public static int dimmedAfter(long address) {
        return full(address).endsWith(PAGE_ZEROS) ? PAGE_ZEROS.length() : 0;
    }
}
