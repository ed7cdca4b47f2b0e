package org.vmalloscope.trace.imported;

import java.io.IOException;

/// A file that nothing can be made of; the message says which one and why.
public final class UnreadableKernelFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableKernelFileException(String file, String reason) {
        super(file.replaceAll("\\p{Cntrl}", "?") + ": " + reason);
    }
}
