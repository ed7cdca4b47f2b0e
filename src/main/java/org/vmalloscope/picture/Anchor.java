package org.vmalloscope.picture;

/// Which point of a text stands at its x.
public enum Anchor {
    START,
    MIDDLE,
    END;

    /// Where a text of some width begins, in px from its x.
    public double offset(double width) {
        return switch (this) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
    }
}
