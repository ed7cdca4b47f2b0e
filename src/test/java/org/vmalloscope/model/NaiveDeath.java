package org.vmalloscope.model;

/// The model's kernel hit a BUG or an oops; the message is the text a trace ends with.
final class NaiveDeath extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NaiveDeath(String text) {
        super(text, null, false, false);
    }

    static void bugOn(boolean condition, int line) {
        if (condition) {
            throw new NaiveDeath("mm/vmalloc.c:" + line);
        }
    }
}
