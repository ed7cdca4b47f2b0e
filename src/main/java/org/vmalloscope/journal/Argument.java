package org.vmalloscope.journal;

/// A named value handed to a simulated function or returned by it, with the way a reader is shown it.
public record Argument(String name, long value, Form form) {
    /// How the value is written.
    public enum Form {
        /// Hexadecimal, NULL for 0.
        ADDRESS,
        /// Bytes.
        SIZE,
        /// A plain unsigned number.
        COUNT,
        /// A plain signed number, such as an error.
        NUMBER,
        /// Flag bits.
        FLAGS
    }

    public static Argument address(String name, long value) {
        return new Argument(name, value, Form.ADDRESS);
    }

    public static Argument size(String name, long value) {
        return new Argument(name, value, Form.SIZE);
    }

    public static Argument count(String name, long value) {
        return new Argument(name, value, Form.COUNT);
    }

    public static Argument number(String name, long value) {
        return new Argument(name, value, Form.NUMBER);
    }

    public static Argument flags(String name, long value) {
        return new Argument(name, value, Form.FLAGS);
    }
}
