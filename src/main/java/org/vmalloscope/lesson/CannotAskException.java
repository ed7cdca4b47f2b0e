package org.vmalloscope.lesson;

/// A question that has no answer where it is asked; the message is one line that says why.
final class CannotAskException extends Exception {
    private static final long serialVersionUID = 1;

    CannotAskException(String message) {
        super(message);
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
