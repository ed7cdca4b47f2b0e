package org.vmalloscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.trace.imported.Comparison;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.Summary;
import org.vmalloscope.trace.imported.Table;
import org.vmalloscope.trace.vmallocinfo.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vmalloscope import`: says what a real kernel's file holds, makes a scenario of it, compares and counts.
@Command(
        name = "import",
        description = "Says what a /proc/vmallocinfo or a trace of vmalloc's events holds, and makes a scenario of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    private final ScenarioSource source;
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..2",
            description =
                    "what a kernel printed, perhaps gzip'd; - is standard input. Of two, the second is a recording"
                            + " that began after the first, or the later one for --table diff and leaks")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.vms",
            description = "write a scenario that goes on from there; - is standard output")
    private @Nullable String output;

    @Option(names = "--snapshot", paramLabel = "N", description = "which of several vmallocinfos; default is the last")
    private @Nullable Integer number;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "callers, kinds, holes, largest, guards, order, growth, diff or leaks")
    private @Nullable String table;

    @Option(names = "--compare", description = "where 2.6.32 would have put each recorded allocation")
    private boolean compare;

    @Option(names = "--csv", description = "tables as comma-separated values")
    private boolean csv;

    ImportCommand(Console console) {
        this.console = console;
        this.source = new ScenarioSource(console);
    }

    @Override
    public Integer call() throws IOException {
        KernelFile file = file();
        if (compare) {
            Comparison comparison = Comparison.of(file);
            print(csv ? comparison.all() : comparison.differences());
        } else if (table != null) {
            print(table(table, file));
        } else if (output != null) {
            String text = ImportedScenario.of(file, snapshot(file));
            new Output(console, output).write(out -> written(out, text));
            Summary.of(file).forEach(line -> console.complain(line));
        } else {
            String text = String.join("\n", Summary.of(file)) + "\n";
            new Output(console, null).write(out -> written(out, text));
        }
        return ExitCode.DONE;
    }

    /// The file; of two, the recording of the second behind the vmallocinfo of the first, unless both are compared.
    private KernelFile file() throws IOException {
        KernelFile first = source.kernelFile(files.getFirst());
        if (files.size() == 1 || ImportTable.takesTwo(table)) {
            return first;
        }
        KernelFile second = source.kernelFile(files.get(1));
        if (first.snapshots().isEmpty() || second.recording().events().isEmpty()) {
            throw bad("of two files, the first is a vmallocinfo, and the second a recording that began after it");
        }
        return second.after(first);
    }

    private Table table(String name, KernelFile file) throws IOException {
        Optional<KernelFile> second = files.size() > 1 && ImportTable.takesTwo(name)
                ? Optional.of(source.kernelFile(files.get(1)))
                : Optional.empty();
        try {
            return ImportTable.of(name, file, second, snapshot(file));
        } catch (ImportTable.NoTableException none) {
            throw bad(String.valueOf(none.getMessage()));
        }
    }

    /// The snapshot that was asked for; the last, when none was.
    private Optional<Snapshot> snapshot(KernelFile file) {
        int count = file.snapshots().size();
        if (number == null) {
            return file.last();
        }
        if (number < 1 || number > count) {
            throw bad("--snapshot " + number + ": the file has " + count);
        }
        return Optional.of(file.snapshots().get(number - 1));
    }

    private void print(Table shown) throws IOException {
        String text = csv ? shown.csv() : shown.text();
        new Output(console, output).write(out -> written(out, text));
    }

    private static boolean written(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private ParameterException bad(String message) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return new ParameterException(known.commandLine(), message);
    }
}
