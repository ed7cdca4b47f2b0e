package org.vmalloscope.app;

import java.util.Optional;
import javafx.application.Application;
import org.vmalloscope.cli.Console;
import org.vmalloscope.cli.ExitCode;
import org.vmalloscope.cli.WindowOpener;

/// Opens the window, or says why there is none.
record WindowStarter(Console console) implements WindowOpener {
    private static final String NO_DISPLAY = "vmalloscope: there is no display to open a window on;"
            + " `vmalloscope run`, `check` and `draw` need none";

    @Override
    public int open(Optional<String> file) {
        if (!hasDisplay()) {
            console.complain(NO_DISPLAY);
            return ExitCode.FAILED;
        }
        Application.launch(
                WindowApplication.class, file.map(name -> new String[] {name}).orElse(new String[0]));
        return ExitCode.DONE;
    }

    private static boolean hasDisplay() {
        boolean needsOne = System.getProperty("os.name", "").startsWith("Linux")
                && !"Headless".equals(System.getProperty("glass.platform"));
        return !needsOne || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
