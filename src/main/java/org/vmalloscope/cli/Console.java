package org.vmalloscope.cli;

import java.io.BufferedWriter;
import java.io.IOException;
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
        this.bytes = out;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }

    Writer out() {
        return out;
    }

    /// Writes to standard output what is no text.
    void write(byte[] content) throws IOException {
        out.flush();
        bytes.write(content);
        bytes.flush();
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
