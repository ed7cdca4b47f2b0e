package org.vmalloscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `vmalloscope check`: says what is wrong with scenarios, without playing them.
@Command(
        name = "check",
        description = "Parses scenarios and prints what is wrong with them as FILE:LINE:COL: error: text.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "scenarios, *.vms; - is standard input")
    private List<String> files = new ArrayList<>();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean good = true;
        for (String file : files) {
            good &= isGood(file);
        }
        return good ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private boolean isGood(String file) {
        Parsed parsed;
        try {
            parsed = ScenarioParser.parse(new ScenarioSource(console).text(file));
        } catch (IOException unreadable) {
            console.complain(String.valueOf(unreadable.getMessage()));
            return false;
        }
        return switch (parsed) {
            case Scenario scenario -> true;
            case ScenarioErrors errors -> {
                for (ScenarioError error : errors.errors()) {
                    console.complain(error.in(file));
                }
                yield false;
            }
        };
    }
}
