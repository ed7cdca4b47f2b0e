package org.vmalloscope.trace.imported;

import java.io.IOException;

/// A kernel's file that no scenario can be made of without inventing something; the message says what is missing.
public final class NotPlayableException extends IOException {
    private static final long serialVersionUID = 1L;

    NotPlayableException(String file, String reason) {
        super(file.replaceAll("\\p{Cntrl}", "?") + ": " + reason);
    }
}
