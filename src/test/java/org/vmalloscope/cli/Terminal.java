package org.vmalloscope.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A command line with streams in memory, and what came of it.
final class Terminal {
    /// What a command left behind.
    record Result(int code, String out, String err) {}

    private final InputStream in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal(byte[] input) {
        in = new ByteArrayInputStream(input);
    }

    /// Carries out a command line with nothing on standard input.
    static Result run(String... arguments) {
        return fed(new byte[0], arguments);
    }

    /// Carries out a command line with a text on standard input.
    static Result fed(String input, String... arguments) {
        return fed(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Result fed(byte[] input, String... arguments) {
        Terminal terminal = new Terminal(input);
        return terminal.execute(terminal.out, arguments);
    }

    /// Carries out a command line that writes to a stream of the caller's.
    static Result into(OutputStream broken, String... arguments) {
        return new Terminal(new byte[0]).execute(broken, arguments);
    }

    private Result execute(OutputStream standardOutput, String... arguments) {
        Console console = new Console(in, standardOutput, err);
        int code = VmalloscopeCommand.execute(arguments, console, Terminal::window);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Stands for the window: a file it was asked to open gives exit code 10, none gives 11.
    private static int window(Optional<String> file) {
        return file.isPresent() ? 10 : 11;
    }
}
