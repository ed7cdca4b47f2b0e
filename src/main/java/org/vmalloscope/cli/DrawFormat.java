package org.vmalloscope.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of file a diagram is written as.
enum DrawFormat {
    PNG,
    SVG,
    TXT;

    /// The word on the command line and the ending of files, without the dot.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DrawFormat> named(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// What the ending of a file name says.
    static Optional<DrawFormat> ofFile(String name) {
        return named(name.substring(name.lastIndexOf('.') + 1));
    }
}
