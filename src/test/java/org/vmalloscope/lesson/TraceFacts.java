package org.vmalloscope.lesson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.trace.VmtraceWriter;

/// What a fresh run of a scenario has in its trace: read from the text, so that nothing is shared with lessons.
final class TraceFacts {
    private final Scenario scenario;
    private final List<String> lines;

    TraceFacts(Scenario scenario) {
        this.scenario = scenario;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new VmtraceWriter(scenario, false, out).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        List<String> all = out.toString(StandardCharsets.US_ASCII).lines().toList();
        lines = all.subList(1, all.size());
    }

    /// An area in a state.
    record Area(long start, long end, int flags, boolean black, long parent, boolean vm) {}

    /// A block in a state.
    record Block(long start, int cpu, long dirty) {}

    String line(int statement) {
        return lines.get(statement);
    }

    private static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    static Optional<String> first(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().findFirst().map(hit -> hit.group(1));
    }

    /// The address returned; 0 for null.
    long returned(int statement) {
        return first(line(statement), "\"ret\":\"0x([0-9a-f]+)\"")
                .map(TraceFacts::address)
                .orElse(0L);
    }

    /// The address that a name was given last.
    long named(int statement, String name) {
        for (int index = statement; index >= 0; index--) {
            if (scenario.lines().get(index).statement() instanceof Binding binding
                    && binding.name().equals(name)) {
                return returned(index);
            }
        }
        throw new AssertionError(name);
    }

    long number(int statement, String key) {
        return Long.parseLong(
                first(line(statement), "\"" + key + "\":(-?[0-9]+)").orElseThrow());
    }

    long count(int statement, String event) {
        return Pattern.compile("\"ev\":\"" + event + "\"")
                .matcher(line(statement))
                .results()
                .count();
    }

    List<Area> areas(int statement) {
        Pattern pattern =
                Pattern.compile("\\{\"va_start\":\"0x([0-9a-f]+)\",\"va_end\":\"0x([0-9a-f]+)\",\"flags\":(\\d+),"
                        + "\"color\":\"(.)\",\"parent\":(null|\"0x[0-9a-f]+\"),\"vm\":(true|false)}");
        List<Area> areas = new ArrayList<>();
        for (MatchResult hit : pattern.matcher(line(statement)).results().toList()) {
            String parent = hit.group(5);
            areas.add(new Area(
                    address(hit.group(1)),
                    address(hit.group(2)),
                    Integer.parseInt(hit.group(3)),
                    hit.group(4).equals("b"),
                    parent.equals("null") ? 0 : address(parent.substring(3, parent.length() - 1)),
                    hit.group(6).equals("true")));
        }
        return areas;
    }

    List<Block> blocks(int statement) {
        Pattern pattern = Pattern.compile(
                "\\{\"va_start\":\"0x([0-9a-f]+)\",\"index\":\\d+,\"cpu\":(\\d+),\"free\":\\d+," + "\"dirty\":(\\d+)");
        List<Block> blocks = new ArrayList<>();
        for (MatchResult hit : pattern.matcher(line(statement)).results().toList()) {
            blocks.add(new Block(address(hit.group(1)), Integer.parseInt(hit.group(2)), Long.parseLong(hit.group(3))));
        }
        return blocks;
    }

    boolean isMapped(int statement, long address) {
        String mapped = first(line(statement), "\"mapped\":(\\[.*?]]|\\[])").orElseThrow();
        return Pattern.compile("\\[\"0x([0-9a-f]+)\",\"0x([0-9a-f]+)\"]")
                .matcher(mapped)
                .results()
                .anyMatch(run -> Long.compareUnsigned(address(run.group(1)), address) <= 0
                        && Long.compareUnsigned(address, address(run.group(2))) < 0);
    }
}
