package org.vmalloscope.trace.imported;

/// A file that nothing can be made of; the message says which one and why.
public final class UnreadableKernelFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableKernelFileException(String file, String reason) {
        super(file + ": " + reason);
    }
}
