package org.vmalloscope.cli;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.vmalloscope.scenario.ScenarioReader;

/// The three standard streams of a command, as UTF-8 with LF line ends.
///
/// Standard output is handed out as a plain writer, so that a write that fails is an exception and not forgotten.
public final class Console {
    private final InputStream in;
    private final OutputStream bytes;
    private final Writer out;
    private final PrintWriter err;

    public Console(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.bytes = new BufferedOutputStream(out, 1 << 16);
        this.out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }

    Writer out() {
        return out;
    }

    /// Standard output as bytes; whoever writes text as well flushes in between.
    OutputStream bytes() {
        return bytes;
    }

    PrintWriter err() {
        return err;
    }

    /// Reads scenarios, from files or from standard input.
    ScenarioReader reader() {
        return new ScenarioReader(in);
    }

    /// One line on standard error.
    public void complain(String message) {
        err.print(message + '\n');
        err.flush();
    }
}
