package org.vmalloscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.ViewOptions;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `vmalloscope draw`: plays a scenario to a position and writes one of its diagrams, or all of them.
@Command(
        name = "draw",
        description = "Draws a diagram of a scenario at a position as PNG, SVG or text.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class DrawCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the scenario, *.vms, or what a kernel printed; - is standard input")
    private String file = "";

    @Option(
            names = {"-d", "--diagram"},
            paramLabel = "NAME",
            required = true,
            description = "tree, lists, space, blocks, purge, pages, overview; all draws each of them into a folder")
    private String diagram = "";

    @Option(
            names = "--at",
            paramLabel = "STATEMENT",
            description = "after this statement, counted from 1 as in traces; end (default) is the last")
    private String at = DrawPosition.END;

    @Option(
            names = "--event",
            paramLabel = "N",
            description = "after this event: of the whole run, or of the statement that --at names; from 1")
    private @Nullable Long event;

    @Option(names = "--theme", paramLabel = "THEME", description = "light, dark or print; PNG is light, SVG is print")
    private @Nullable String theme;

    @Option(names = "--scale", paramLabel = "S", description = "pixels of a PNG per px, 1 to 8; default 2")
    private double scale = 2;

    @Option(names = "--transparent", description = "no ground behind the diagram")
    private boolean transparent;

    @Option(names = "--bare", description = "the diagram alone, without title, legend and caption")
    private boolean bare;

    @Option(names = "--high-first", description = "the address space begins with its highest addresses")
    private boolean highFirst;

    @Option(names = "--merged", description = "the pages of a block in one matrix, together with the page table")
    private boolean merged;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "png, svg or txt; the file's ending says it otherwise, svg is what folders get")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "the file to write, *.png, *.svg or *.txt; a folder for --diagram all; - is standard output")
    private String output = "";

    DrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Diagram> diagrams = diagrams();
        DrawFormat chosen = format();
        Theme colours = theme(chosen);
        if (!(scale >= 1 && scale <= 8)) {
            throw bad("--scale is from 1 to 8, not " + scale);
        }
        Parsed parsed = ScenarioParser.parse(new ScenarioSource(console).text(file));
        return switch (parsed) {
            case ScenarioErrors errors -> {
                console.complain(errors.first().in(file));
                yield ExitCode.BAD_INPUT;
            }
            case Scenario scenario ->
                draw(scenario, diagrams, new DrawStyle(chosen, colours, scale, transparent, bare, options()));
        };
    }

    private int draw(Scenario scenario, List<Diagram> diagrams, DrawStyle style) throws IOException {
        DrawPosition position;
        try {
            position = DrawPosition.of(scenario, file, at, event);
        } catch (DrawPosition.NoSuchPositionException missing) {
            throw bad(String.valueOf(missing.getMessage()));
        }
        DrawOutput target = new DrawOutput(console, style);
        if (diagram.equals(ALL)) {
            target.writeAll(position, diagrams, output);
        } else {
            target.write(position, diagrams.getFirst(), output);
        }
        return ExitCode.DONE;
    }

    private ViewOptions options() {
        return ViewOptions.DEFAULT.withHighFirst(highFirst).withMerged(merged);
    }

    private List<Diagram> diagrams() {
        if (diagram.equals(ALL)) {
            return new ArrayList<>(List.of(Diagram.values()));
        }
        return List.of(Diagram.named(diagram)
                .orElseThrow(() -> bad("no diagram is called '" + diagram
                        + "': there are tree, lists, space, blocks, purge, pages, overview and all")));
    }

    private DrawFormat format() {
        if (format != null) {
            return DrawFormat.named(format).orElseThrow(() -> bad("--format is png, svg or txt, not '" + format + "'"));
        }
        if (diagram.equals(ALL) || output.equals("-")) {
            return DrawFormat.SVG;
        }
        return DrawFormat.ofFile(output)
                .orElseThrow(() -> bad("the ending of '" + output + "' is none of .png, .svg and .txt: say --format"));
    }

    private Theme theme(DrawFormat chosen) {
        if (theme == null) {
            return chosen == DrawFormat.PNG ? Theme.LIGHT : Theme.PRINT;
        }
        return switch (theme.toLowerCase(Locale.ROOT)) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "print" -> Theme.PRINT;
            default -> throw bad("--theme is light, dark or print, not '" + theme + "'");
        };
    }

    private ParameterException bad(String message) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return new ParameterException(known.commandLine(), message);
    }
}
