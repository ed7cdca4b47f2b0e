package org.vmalloscope.scenario;

import java.util.function.IntPredicate;

/// The conditions that the records of the language share.
final class Checks {
    /// The most characters a name can have.
    static final int MAX_NAME = 1000;

    private Checks() {}

    /// True for a letter or `_`, then letters, digits and `_`, all ASCII.
    static boolean isName(String word) {
        if (word.isEmpty() || isDigit(word.charAt(0))) {
            return false;
        }
        return all(word, 0, c -> c == '_' || isLetter(c) || isDigit(c));
    }

    /// True when all characters from that index on are as wanted; a loop, because streams are slow for short words.
    static boolean all(String word, int from, IntPredicate wanted) {
        for (int i = from; i < word.length(); i++) {
            if (!wanted.test(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// True for a name that is not too long.
    static boolean isAllowedName(String word) {
        return word.length() <= MAX_NAME && isName(word);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static void requireName(String name) {
        if (!isAllowedName(name)) {
            throw new IllegalArgumentException("name " + name);
        }
    }

    static void requireCount(long count, long least) {
        require(count >= least && count <= Statement.MAX_COUNT, "count", count);
    }

    static void require(boolean condition, String what, long value) {
        if (!condition) {
            throw new IllegalArgumentException(what + " " + value);
        }
    }
}
