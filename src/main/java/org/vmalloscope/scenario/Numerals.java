package org.vmalloscope.scenario;

import java.math.BigInteger;
import java.util.Optional;

/// The exact values of numerals, however large; empty for what is none.
final class Numerals {
    private static final String PREFIX = "0x";

    private Numerals() {}

    /// Decimal digits alone.
    static Optional<BigInteger> decimal(String word) {
        boolean digits = !word.isEmpty() && Checks.all(word, 0, Checks::isDigit);
        return digits ? Optional.of(new BigInteger(word)) : Optional.empty();
    }

    /// Decimal digits, and perhaps one of K M G k m g.
    static Optional<BigInteger> scaled(String word) {
        int shift = word.isEmpty() ? 0 : shift(word.charAt(word.length() - 1));
        String digits = shift == 0 ? word : word.substring(0, word.length() - 1);
        return decimal(digits).map(value -> value.shiftLeft(shift));
    }

    /// `0x` and hex digits of either case.
    static Optional<BigInteger> hexadecimal(String word) {
        if (!isHexadecimal(word) || word.length() == PREFIX.length()) {
            return Optional.empty();
        }
        boolean digits = Checks.all(word, PREFIX.length(), Numerals::isHexDigit);
        return digits ? Optional.of(new BigInteger(word.substring(PREFIX.length()), 16)) : Optional.empty();
    }

    /// True for what can only be meant as a hexadecimal numeral.
    static boolean isHexadecimal(String word) {
        return word.startsWith(PREFIX);
    }

    private static boolean isHexDigit(int c) {
        return Checks.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static int shift(char suffix) {
        return switch (suffix) {
            case 'K', 'k' -> 10;
            case 'M', 'm' -> 20;
            case 'G', 'g' -> 30;
            default -> 0;
        };
    }
}
