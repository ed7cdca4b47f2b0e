package org.vmalloscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.trace.VmtraceWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `vmalloscope run`: plays a scenario and prints its trace.
@Command(
        name = "run",
        description = "Plays a scenario and prints its trace (vmtrace/1), one line of JSON a statement.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the scenario, *.vms; - is standard input")
    private String file = "";

    @Option(names = "--digest", description = "print a SHA-256 of each state instead of the state")
    private boolean digest;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "write to this file instead of standard output")
    private @Nullable String output;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Parsed parsed = ScenarioParser.parse(console.reader().read(file));
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
        Optional<ScenarioError> refused = new VmtraceWriter(scenario, digest, out).write();
        if (refused.isPresent()) {
            out.flush();
            console.complain(refused.get().in(file));
        }
        return refused.isEmpty();
    }
}
