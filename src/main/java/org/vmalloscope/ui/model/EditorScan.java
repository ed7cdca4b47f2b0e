package org.vmalloscope.ui.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuWay;
import org.vmalloscope.ui.model.EditorRow.Piece;
import org.vmalloscope.ui.model.EditorStatement.Place;
import org.vmalloscope.ui.model.EditorStatement.Thing;

/// What a text, right or wrong, has settled up to one of its lines: machine, boot, CPU and names.
final class EditorScan {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int MOST_DIGITS = 3;

    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final Map<String, Bound> gone = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean hasMachine;
    private boolean booted;
    private boolean begun;
    private String kernel = PercpuKernel.V2_6_32.series();
    private int cpus = 1;
    private int cpu;

    /// A name in use: what it stands for, and the line that made it.
    record Bound(String name, Thing thing, int line, String keyword) {}

    /// Reads the lines before that one (from 1).
    static EditorScan before(String text, int line) {
        EditorScan scan = new EditorScan();
        int from = 0;
        for (int row = 1; row < line && from <= text.length(); row++) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            scan.read(EditorRow.of(text.substring(from, to)), row);
            from = to + 1;
        }
        return scan;
    }

    static EditorScan all(String text) {
        return before(text, Integer.MAX_VALUE);
    }

    private void read(EditorRow row, int line) {
        row.words().forEach(word -> used.add(word.text()));
        row.statement().ifPresent(statement -> read(row, statement, line));
    }

    private void read(EditorRow row, EditorStatement statement, int line) {
        List<Piece> arguments = row.arguments();
        statement
                .gives()
                .ifPresent(thing -> row.name()
                        .ifPresent(name ->
                                bound.put(name.text(), new Bound(name.text(), thing, line, statement.keyword()))));
        if (statement.frees() && !arguments.isEmpty()) {
            String name = arguments.getFirst().text();
            Bound freed = bound.remove(name);
            if (freed != null) {
                gone.put(name, freed);
            }
        }
        hasMachine |= statement == EditorStatement.MACHINE;
        booted |= statement == EditorStatement.BOOT || statement == EditorStatement.START_KERNEL;
        begun |= statement.place() != Place.FIRST && statement.place() != Place.HEADER;
        if (statement == EditorStatement.KERNEL) {
            arguments.stream().findFirst().ifPresent(word -> kernel = word.text());
        }
        if (statement == EditorStatement.MACHINE) {
            arguments.forEach(this::readCpus);
        } else if (statement == EditorStatement.CPU) {
            arguments.stream().findFirst().flatMap(word -> number(word.text())).ifPresent(n -> cpu = n);
        }
    }

    private void readCpus(Piece word) {
        if (word.text().startsWith("cpus=")) {
            number(word.text().substring("cpus=".length())).ifPresent(n -> cpus = Math.clamp(n, 1, 64));
        }
    }

    private static Optional<Integer> number(String word) {
        boolean digits =
                !word.isEmpty() && word.length() <= MOST_DIGITS && word.chars().allMatch(EditorScan::isDigit);
        return digits ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// The ways to make the first chunk that the kernel has; none for a kernel that there is not.
    List<PercpuWay> ways() {
        return Stream.of(PercpuWay.values())
                .filter(way -> Stream.of(PercpuKernel.values())
                        .anyMatch(each -> each.series().equals(kernel) && way.isOf(each)))
                .toList();
    }

    /// Whether a statement of that place may come next.
    boolean allows(Place place) {
        return switch (place) {
            case FIRST -> !hasMachine;
            case HEADER -> hasMachine && !begun;
            case BEFORE_BOOT -> hasMachine && !booted;
            case ALWAYS -> hasMachine;
            case AFTER_BOOT -> hasMachine && booted;
        };
    }

    /// The names in use that stand for such a thing, the one made last first.
    List<Bound> names(Set<Thing> things) {
        return bound.values().stream()
                .filter(each -> things.contains(each.thing()))
                .sorted((one, other) -> Integer.compare(other.line(), one.line()))
                .toList();
    }

    /// The names that stood for such a thing, freed and not given again; the one made last first.
    List<Bound> freedNames(Set<Thing> things) {
        return gone.values().stream()
                .filter(each -> things.contains(each.thing()) && !bound.containsKey(each.name()))
                .sorted((one, other) -> Integer.compare(other.line(), one.line()))
                .toList();
    }

    /// CPUs of the machine.
    int cpus() {
        return cpus;
    }

    /// The CPU that the next statement runs on.
    int cpu() {
        return cpu;
    }

    /// The first of a, b, ..., z, a1, b1, ... that is no word of the text.
    String freshName() {
        int tried = 0;
        while (used.contains(name(tried))) {
            tried++;
        }
        return name(tried);
    }

    private static String name(int number) {
        int round = number / LETTERS.length();
        return LETTERS.charAt(number % LETTERS.length()) + (round == 0 ? "" : Integer.toString(round));
    }
}
