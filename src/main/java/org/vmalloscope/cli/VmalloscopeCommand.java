package org.vmalloscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.UnreadableScenarioException;
import org.vmalloscope.trace.imported.NotPlayableException;
import org.vmalloscope.trace.imported.UnreadableKernelFileException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `vmalloscope`: opens the window, or runs one of the commands.
@Command(
        name = "vmalloscope",
        description = "Watch Linux's vmalloc think: plays the vmalloc allocator store by store, forward and backward.",
        footer = {
            "",
            "Exit codes: 0 done, 1 it could not be done, 2 bad usage or bad input.",
            "Shell completion: source <(vmalloscope generate-completion)"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = GenerateCompletion.class,
        sortOptions = false)
public final class VmalloscopeCommand implements Callable<Integer> {
    /// Set to `true` to see the stack trace of a failure.
    private static final String STACK_TRACE = "vmalloscope.stacktrace";

    private final Console console;
    private final WindowOpener windows;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "the scenario or lesson to open in the window; without it, a tour")
    private @Nullable String file;

    private VmalloscopeCommand(Console console, WindowOpener windows) {
        this.console = console;
        this.windows = windows;
    }

    /// Carries out a command line and returns the exit code.
    public static int execute(String[] arguments, Console console, WindowOpener windows) {
        CommandLine line = new CommandLine(new VmalloscopeCommand(console, windows));
        line.addSubcommand(new RunCommand(console));
        line.addSubcommand(new CheckCommand(console));
        line.addSubcommand(new DrawCommand(console));
        line.addSubcommand(new ImportCommand(console));
        line.addSubcommand(new PercpuCommand(console));
        line.addSubcommand(new LessonCommand(console));
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(console.out()));
        line.setErr(console.err());
        line.setParameterExceptionHandler((problem, given) -> usage(problem, console));
        line.setExecutionExceptionHandler((problem, command, result) -> failed(problem, console));
        int code = line.execute(arguments);
        try {
            console.out().flush();
        } catch (IOException broken) {
            return code == ExitCode.DONE ? failed(broken, console) : code;
        }
        return code;
    }

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            new ScenarioSource(console).check(file);
        }
        return windows.open(Optional.ofNullable(file));
    }

    private static int usage(ParameterException problem, Console console) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        String text = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
        console.complain(command + ": " + text + " (`" + command + " --help` shows what it takes)");
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Exception problem, Console console) {
        if (problem instanceof UnreadableScenarioException
                || problem instanceof UnreadableKernelFileException
                || problem instanceof NotPlayableException) {
            console.complain(String.valueOf(problem.getMessage()));
            return ExitCode.BAD_INPUT;
        }
        if (isBrokenPipe(problem)) {
            return ExitCode.DONE;
        }
        console.complain("vmalloscope: " + describe(problem));
        if (Boolean.getBoolean(STACK_TRACE)) {
            problem.printStackTrace(console.err());
        }
        return ExitCode.FAILED;
    }

    /// The reader of our output has gone away: nobody is left who wants to hear of it.
    private static boolean isBrokenPipe(Exception problem) {
        return problem instanceof IOException && "Broken pipe".equals(problem.getMessage());
    }

    private static String describe(Exception problem) {
        String text = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
        return problem instanceof IOException
                ? text
                : "internal error, please report it: " + problem.getClass().getSimpleName() + ": " + text;
    }
}
