package org.vmalloscope.ui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.trace.tracepoint.TracepointWriter;
import org.vmalloscope.trace.vmallocinfo.VmallocinfoWriter;

/// Writes what a kernel would have printed: /proc/vmallocinfo at the position, or the trace of the run. Used on the FX
/// thread.
public final class KernelWriting {
    private final SessionModel session;
    private final Workers workers;

    public KernelWriting(SessionModel session, Workers workers) {
        this.session = session;
        this.workers = workers;
    }

    /// Whether there is something to write.
    public boolean isPossible() {
        return session.played().isPresent();
    }

    /// Writes /proc/vmallocinfo as it would read at the position; `taker` gets one line on why not, or an empty one.
    public void vmallocinfo(Path file, Consumer<String> taker) {
        session.momentProperty().get().ifPresent(now -> {
            byte[] text = VmallocinfoWriter.text(now.view()).getBytes(StandardCharsets.UTF_8);
            workers.run(() -> written(file, text), taker);
        });
    }

    /// Plays the run again and writes the lines of its tracepoints; `taker` gets one line on why not, or an empty one.
    public void tracepoints(Path file, Consumer<String> taker) {
        session.played()
                .map(played -> played.run().scenario())
                .ifPresent(scenario -> workers.run(() -> traced(file, scenario), taker));
    }

    private static String traced(Path file, Scenario scenario) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            Optional<ScenarioError> refused = TracepointWriter.write(scenario, lines);
            String fault = written(file, lines.toByteArray());
            return fault.isEmpty()
                    ? refused.map(error -> error.in(file.toString())).orElse("")
                    : fault;
        } catch (IOException failed) {
            return file + ": " + EditorFile.fault(failed);
        }
    }

    private static String written(Path file, byte[] text) {
        try {
            EditorFile.write(file, text);
            return "";
        } catch (IOException failed) {
            return file + ": " + EditorFile.fault(failed);
        }
    }
}
