package org.vmalloscope.ui.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A folder of the program in the user's home, where the XDG base directory specification puts it.
enum SettingsFolder {
    CONFIG(Settings.FOLDER_PROPERTY, "XDG_CONFIG_HOME", ".config"),
    STATE("vmalloscope.state", "XDG_STATE_HOME", ".local/state");

    private static final String NAME = "vmalloscope";

    private final String property;
    private final String variable;
    private final String fallback;

    SettingsFolder(String property, String variable, String fallback) {
        this.property = property;
        this.variable = variable;
        this.fallback = fallback;
    }

    Path path() {
        return named(System.getProperty(property, ""))
                .or(() -> named(Optional.ofNullable(System.getenv(variable)).orElse(""))
                        .filter(Path::isAbsolute)
                        .map(base -> base.resolve(NAME)))
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), fallback, NAME));
    }

    private static Optional<Path> named(String folder) {
        try {
            return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
