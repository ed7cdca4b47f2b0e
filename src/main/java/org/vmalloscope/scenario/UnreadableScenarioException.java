package org.vmalloscope.scenario;

import java.io.IOException;

/// A scenario file that gives no text; the message is one line, `FILE: what is wrong`.
public final class UnreadableScenarioException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableScenarioException(String file, String fault) {
        super(Quoted.escaped(file) + ": " + fault);
    }
}
