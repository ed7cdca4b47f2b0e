package org.vmalloscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.trace.VmtraceWriter;
import org.vmalloscope.trace.tracepoint.TracepointWriter;
import org.vmalloscope.trace.vmallocinfo.VmallocinfoWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vmalloscope run`: plays a scenario and prints its trace.
@Command(
        name = "run",
        description = "Plays a scenario and prints its trace (vmtrace/1), one line of JSON a statement.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the scenario, *.vms, or what a kernel printed; - is standard input")
    private String file = "";

    @Option(names = "--digest", description = "print a SHA-256 of each state instead of the state")
    private boolean digest;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "write to this file instead of standard output")
    private @Nullable String output;

    @Option(
            names = "--emit",
            paramLabel = "KIND",
            description = "in place of vmtrace/1: vmallocinfo (as 2.6.32 prints it) or trace (its tracepoints)")
    private @Nullable String emit;

    @Option(
            names = "--at",
            paramLabel = "STATEMENT",
            description = "for --emit vmallocinfo: after this statement, from 1; end (default) is the last")
    private String at = DrawPosition.END;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (emit != null && !List.of("vmallocinfo", "trace").contains(emit)) {
            throw bad("--emit is vmallocinfo or trace, not '" + emit + "'");
        }
        Parsed parsed = ScenarioParser.parse(new ScenarioSource(console).text(file));
        return switch (parsed) {
            case ScenarioErrors errors -> {
                console.complain(first(errors));
                yield ExitCode.BAD_INPUT;
            }
            case Scenario scenario ->
                new Output(console, output).write(out -> played(scenario, out)) ? ExitCode.DONE : ExitCode.BAD_INPUT;
        };
    }

    private String first(ScenarioErrors errors) {
        int more = errors.errors().size() - 1;
        String rest = more == 0 ? "" : " (and " + more + " more: `vmalloscope check` lists them)";
        return errors.first().in(file) + rest;
    }

    private boolean played(Scenario scenario, OutputStream out) throws IOException {
        if ("vmallocinfo".equals(emit)) {
            out.write(vmallocinfo(scenario).getBytes(StandardCharsets.UTF_8));
            return true;
        }
        Optional<ScenarioError> refused = "trace".equals(emit)
                ? TracepointWriter.write(scenario, out)
                : new VmtraceWriter(scenario, digest, out).write();
        if (refused.isPresent()) {
            out.flush();
            console.complain(refused.get().in(file));
        }
        return refused.isEmpty();
    }

    /// The state after a statement, or as far as the scenario can be played.
    private String vmallocinfo(Scenario scenario) {
        Run run = new Run(scenario, note -> {});
        int last = at.equals(DrawPosition.END) ? scenario.lines().size() : statement(scenario);
        while (run.hasNext() && run.played() < last) {
            int line = scenario.lines().get(run.played()).line();
            Outcome outcome = run.next();
            if (outcome instanceof Outcome.Died(String text)) {
                console.complain(file + ":" + line + ": the kernel died here, this is the state then: " + text);
            } else if (outcome instanceof Outcome.Refused(ScenarioError error)) {
                console.complain(error.in(file));
            }
        }
        return VmallocinfoWriter.text(run.view(run.memory()));
    }

    private int statement(Scenario scenario) {
        try {
            int statement = Integer.parseInt(at);
            if (statement >= 1 && statement <= scenario.lines().size()) {
                return statement;
            }
        } catch (NumberFormatException notNumber) {
            throw bad("--at is a statement's number or `end`, not '" + at + "'");
        }
        throw bad("--at " + at + ": the scenario has " + scenario.lines().size() + " statements");
    }

    private ParameterException bad(String message) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return new ParameterException(known.commandLine(), message);
    }
}
