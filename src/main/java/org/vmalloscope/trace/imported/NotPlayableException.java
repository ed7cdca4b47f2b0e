package org.vmalloscope.trace.imported;

import java.io.IOException;

/// A kernel's file that no scenario can be made of without inventing something; the message says what is missing.
public final class NotPlayableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NotPlayableException(String file, String reason) {
        this(file, reason, "");
    }

    /// `advice` is for the command line alone.
    NotPlayableException(String file, String reason, String advice) {
        super(file.replaceAll("\\p{Cntrl}", "?") + ": " + reason + advice);
        this.reason = reason;
    }

    /// The message without the file and the advice.
    public String reason() {
        return reason;
    }
}
