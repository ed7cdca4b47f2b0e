package org.vmalloscope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Note;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;

/// Plays a scenario and writes what happens as vmtrace/1: a header, then one line of canonical JSON a statement.
///
/// The digest form replaces each state by its SHA-256, and shows the state itself at every 50th and at the last step.
public final class VmtraceWriter {
    private static final int STATE_EVERY = 50;

    private final Scenario scenario;
    private final boolean digest;
    private final OutputStream out;
    private final List<Note> shown = new ArrayList<>();
    private final AsciiBuffer line = new AsciiBuffer();
    private final AsciiBuffer state = new AsciiBuffer();
    private boolean held;

    /// Writes to `out`, in the digest form if asked for.
    public VmtraceWriter(Scenario scenario, boolean digest, OutputStream out) {
        this.scenario = scenario;
        this.digest = digest;
        this.out = out;
    }

    /// Plays and writes everything; the error of a step that could not be played, if there was one, after the
    /// lines of the steps before it.
    public Optional<ScenarioError> write() throws IOException {
        Run run = new Run(scenario, note -> {
            if (EventWriter.shows(note)) {
                shown.add(note);
            }
        });
        header(run.config());
        while (run.hasNext()) {
            Line step = scenario.lines().get(run.played());
            shown.clear();
            Outcome outcome = run.next();
            boolean normal = !(outcome instanceof Outcome.Refused || outcome instanceof Outcome.Died);
            release(run.played() - 1, !normal);
            if (outcome instanceof Outcome.Refused(ScenarioError error)) {
                return Optional.of(error);
            }
            if (outcome instanceof Outcome.Died(String text)) {
                died(run, step, text);
            } else {
                returned(run, step, outcome);
            }
        }
        release(run.played(), true);
        return Optional.empty();
    }

    private void header(KernelConfig config) throws IOException {
        Machine machine = config.machine();
        CanonicalJson json = new CanonicalJson(line).begin('{');
        json.key("format")
                .text("vmtrace/1")
                .key("kernel")
                .text(scenario.kernel().series());
        json.key("machine").text(machine.label()).key("page_size").number(Machine.PAGE_SIZE);
        json.key("vmalloc_start").address(machine.vmallocStart());
        json.key("vmalloc_end").address(machine.vmallocEnd());
        json.key("cpus").number(config.cpus());
        json.key("vmap_bbmap_bits").number(machine.vmapBbmapBits());
        json.key("lazy_max_pages").number(config.lazyMaxPages());
        json.key("ram_pages").number(config.ramPages()).end('}');
        flush();
    }

    private void step(CanonicalJson json, Run run, Line step) {
        json.key("step").number(run.played()).key("line").number(step.line());
        json.key("op").text(step.text());
        json.key("cpu").number(run.view(run.memory()).ground().control().currentCpu());
    }

    private void events(CanonicalJson json) {
        json.key("events").begin('[');
        shown.forEach(note -> EventWriter.write(note, json));
        json.end(']');
    }

    private void died(Run run, Line step, String text) throws IOException {
        CanonicalJson json = new CanonicalJson(line).begin('{').key("bug").text(text);
        step(json, run, step);
        events(json);
        json.end('}');
        flush();
    }

    private void returned(Run run, Line step, Outcome outcome) throws IOException {
        CanonicalJson json = new CanonicalJson(line).begin('{');
        step(json, run, step);
        result(json.key("ret"), outcome);
        events(json);
        if (digest) {
            new StateWriter(run.view(run.memory()), new CanonicalJson(state)).write();
            json.key("sha256").text(sha256());
            held = true;
        } else {
            new StateWriter(run.view(run.memory()), json.key("state")).write();
            json.end('}');
            flush();
        }
    }

    /// Writes the digest line that was held back until it was known whether its step is the last normal one.
    private void release(int step, boolean last) throws IOException {
        if (!held) {
            return;
        }
        if (last || step % STATE_EVERY == 0) {
            line.put(",\"state\":");
            line.append(state);
        }
        line.put('}');
        flush();
        state.clear();
        held = false;
    }

    private static void result(CanonicalJson json, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> json.nothing();
            case Outcome.Address(long address) when address == 0 -> json.nothing();
            case Outcome.Address(long address) -> json.address(address);
            case Outcome.Addresses(List<Long> addresses) -> {
                json.begin('[');
                addresses.forEach(json::address);
                json.end(']');
            }
            case Outcome.Count(long value) -> json.number(value);
            case Outcome.Touched touched -> json.text(touched.outcome().label());
            case Outcome.Died died -> throw new IllegalArgumentException("a death has no result");
            case Outcome.Refused refused -> throw new IllegalArgumentException("a refused step has no result");
        }
    }

    private String sha256() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            state.hashInto(sha);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private void flush() throws IOException {
        line.put('\n');
        line.writeTo(out);
        line.clear();
    }
}
