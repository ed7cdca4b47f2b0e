package org.vmalloscope.laws;

import java.util.List;

/// The seeds of a run of the random tests: a fixed one and one from the clock, or the one that
/// `-Dvmalloscope.seed=` gives.
final class Seeds {
    static final String PROPERTY = "vmalloscope.seed";

    /// Where the seeds of the fixed scenarios begin.
    static final long FIXED = 2_632_000L;

    private Seeds() {}

    static List<Long> all() {
        Long given = Long.getLong(PROPERTY);
        return given == null ? List.of(FIXED, fromClock()) : List.of(given);
    }

    /// One seed: the given one, or the clock's.
    static long one() {
        return Long.getLong(PROPERTY, fromClock());
    }

    private static long fromClock() {
        return System.currentTimeMillis() * 1000;
    }

    @SuppressWarnings("SystemOut") // a random test must say what it did
    static void say(String text) {
        System.out.println(text);
    }
}
