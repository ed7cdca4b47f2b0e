package org.vmalloscope.picture;

/// The checks that numbers of a drawing must pass: each refuses with [IllegalArgumentException].
final class Measures {
    private Measures() {}

    static void finite(double a, double b) {
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("not a place: " + a + ", " + b);
        }
    }

    static void size(double width, double height) {
        if (!(width >= 0 && height >= 0) || Double.isInfinite(width) || Double.isInfinite(height)) {
            throw new IllegalArgumentException("not a size: " + width + " x " + height);
        }
    }
}
