package org.vmalloscope.picture;

/// At which ends a line carries an arrow head.
public enum Heads {
    NONE,
    START,
    END,
    BOTH;

    boolean atStart() {
        return this == START || this == BOTH;
    }

    boolean atEnd() {
        return this == END || this == BOTH;
    }
}
