package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;

/// Where a window stands on the screen, in px: its place and size when it is not maximized, and whether it is.
public record SettingsWindow(double x, double y, double width, double height, boolean maximized) {
    private static final double LEAST = 100;
    private static final double MOST = 100_000;

    public SettingsWindow {
        if (!isSane(x, y, width, height)) {
            throw new IllegalArgumentException("window " + x + " " + y + " " + width + " " + height);
        }
    }

    private static boolean isSane(double x, double y, double width, double height) {
        return Math.abs(x) <= MOST
                && Math.abs(y) <= MOST
                && width >= LEAST
                && width <= MOST
                && height >= LEAST
                && height <= MOST;
    }

    static Optional<SettingsWindow> of(List<Double> numbers, boolean maximized) {
        if (numbers.size() != 4 || !isSane(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3))) {
            return Optional.empty();
        }
        return Optional.of(
                new SettingsWindow(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), maximized));
    }

    String numbers() {
        return x + " " + y + " " + width + " " + height;
    }
}
