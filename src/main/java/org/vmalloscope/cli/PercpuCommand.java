package org.vmalloscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.kernel.percpu.PercpuRun;
import org.vmalloscope.trace.PercpuReader;
import org.vmalloscope.trace.PercpuReader.BadParametersException;
import org.vmalloscope.trace.PercpuWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `vmalloscope percpu`: makes per-CPU first chunks and prints what came of them.
@Command(
        name = "percpu",
        description = "Makes the per-CPU first chunk for each line of parameters (pcpu/1), and prints what came of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class PercpuCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "parameters, *.jsonl; - is standard input")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "write to this file instead of standard output")
    private @Nullable String output;

    PercpuCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String[] lines = console.reader().read(file).split("\\R", -1);
        boolean good = new Output(console, output).write(out -> made(lines, out));
        return good ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private boolean made(String[] lines, OutputStream out) throws IOException {
        PercpuWriter writer = new PercpuWriter(out);
        for (int index = 0; index < lines.length; index++) {
            if (lines[index].isBlank()) {
                continue;
            }
            try {
                writer.write(PercpuRun.of(PercpuReader.read(lines[index])));
            } catch (BadParametersException bad) {
                out.flush();
                console.complain(file + ":" + (index + 1) + ": error: " + bad.getMessage());
                return false;
            }
        }
        return true;
    }
}
