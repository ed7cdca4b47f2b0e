package org.vmalloscope.kernel;

/// The simulated kernel hit a BUG or an oops: the scenario ends here.
public final class KernelBug extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Carries the text a trace shows, such as `mm/vmalloc.c:336`.
    public KernelBug(String text) {
        super(text, null, false, false);
    }

    /// The text a trace shows.
    public String text() {
        return String.valueOf(getMessage());
    }
}
