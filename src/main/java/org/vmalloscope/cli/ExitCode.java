package org.vmalloscope.cli;

/// What a command's exit code says.
public final class ExitCode {
    /// It was done.
    public static final int DONE = 0;

    /// It could not be done.
    public static final int FAILED = 1;

    /// The command line or the input is wrong.
    public static final int BAD_INPUT = 2;

    private ExitCode() {}
}
