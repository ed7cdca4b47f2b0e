package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.ui.model.EditorRow.Piece;
import org.vmalloscope.ui.model.EditorScan.Bound;
import org.vmalloscope.ui.model.EditorStatement.Thing;

/// Finds what can be typed at one caret of one text, right or wrong so far. Pure, any thread.
final class EditorCompleter {
    private final String text;
    private final int line;
    private final EditorRow head;
    private final String prefix;
    private final int from;
    private final int to;
    private final List<EditorProposal> proposals = new ArrayList<>();

    /// `row` is line `line` (from 1) of the text; the caret stands before its character `column` (from 0).
    EditorCompleter(String text, int line, String row, int column) {
        this.text = text;
        this.line = line;
        int caret = Math.min(column, row.length());
        int start = caret;
        while (start > 0 && !EditorRow.isBlank(row.charAt(start - 1))) {
            start--;
        }
        int end = caret;
        while (end < row.length() && !EditorRow.isBlank(row.charAt(end)) && row.charAt(end) != '#') {
            end++;
        }
        this.prefix = row.substring(start, caret);
        this.from = start;
        this.to = end;
        this.head = EditorRow.of(row.substring(0, start));
    }

    EditorCompletion complete(boolean inComment) {
        if (inComment) {
            return EditorCompletion.NONE;
        }
        EditorScan scan = EditorScan.before(text, line);
        int words = head.words().size();
        if (head.keyword() == 0 && words == 0) {
            statements(scan, true);
            statements(scan, false);
            return completion(false);
        }
        if (head.keyword() == 2 && words == 2) {
            bindings(scan, "");
            return completion(true);
        }
        Optional<EditorStatement> statement = head.statement();
        if (statement.isPresent()) {
            return arguments(statement.get(), scan);
        }
        if (words == 1 && (prefix.isEmpty() || prefix.equals("="))) {
            bindings(scan, "= ");
        }
        return completion(false);
    }

    /// What was found. It comes unasked once a word was begun, and where one is `due`; not when it is there already.
    private EditorCompletion completion(boolean due) {
        boolean there = proposals.stream().anyMatch(proposal -> proposal.label().equals(prefix));
        return new EditorCompletion(proposals, !there && (due || !prefix.isEmpty()));
    }

    /// The statements that may stand here; those that give something get a fresh name.
    private void statements(EditorScan scan, boolean binding) {
        String fresh = "";
        for (EditorStatement each : EditorStatement.values()) {
            if (scan.allows(each.place()) && each.gives().isPresent() == binding && matches(each.keyword())) {
                fresh = fresh.isEmpty() && binding ? EditorScan.all(text).freshName() : fresh;
                String name = binding ? fresh + " = " : "";
                String blank = each.hasArguments() ? " " : "";
                add(each.keyword(), name.isEmpty() ? "" : name + "…", name + each.keyword() + blank);
            }
        }
    }

    private void bindings(EditorScan scan, String sign) {
        for (EditorStatement each : EditorStatement.values()) {
            boolean wanted = each.gives().isPresent() && scan.allows(each.place());
            if (wanted && (!sign.isEmpty() || matches(each.keyword()))) {
                add(each.keyword(), "", sign + each.keyword() + " ");
            }
        }
    }

    private EditorCompletion arguments(EditorStatement statement, EditorScan scan) {
        List<Piece> given = head.arguments();
        Set<Thing> takes = statement.takes();
        if (!takes.isEmpty()) {
            if (!given.isEmpty()) {
                return EditorCompletion.NONE;
            }
            List<Bound> names = new ArrayList<>(scan.names(takes));
            if (!statement.frees()) {
                names.addAll(scan.freedNames(takes));
            }
            return names(names);
        }
        if (statement == EditorStatement.MACHINE && given.stream().noneMatch(word -> isMachine(word.text()))) {
            for (Machine machine : Machine.values()) {
                offer(machine.label(), machine.label() + " ");
            }
        }
        if (statement == EditorStatement.CPU && given.isEmpty()) {
            for (int cpu = 0; cpu < scan.cpus(); cpu++) {
                offer(Integer.toString(cpu), Integer.toString(cpu));
            }
        }
        if (statement == EditorStatement.KERNEL && given.isEmpty()) {
            offer(PercpuKernel.V2_6_31.series(), PercpuKernel.V2_6_31.series());
            offer(PercpuKernel.V2_6_32.series(), PercpuKernel.V2_6_32.series());
        }
        if (statement == EditorStatement.PERCPU
                && given.stream().allMatch(word -> word.text().contains("="))) {
            scan.ways().forEach(way -> offer(way.label(), way.label() + " "));
        }
        for (String option : statement.options()) {
            if (given.stream().noneMatch(word -> word.text().startsWith(option))) {
                offer(option, option);
            }
        }
        return completion(false);
    }

    private static boolean isMachine(String word) {
        return word.equals(Machine.X86_64.label()) || word.equals(Machine.I386.label());
    }

    private EditorCompletion names(List<Bound> names) {
        for (Bound bound : names) {
            if (matches(bound.name())) {
                add(bound.name(), bound.keyword() + " · " + bound.line(), bound.name());
            }
        }
        return completion(true);
    }

    private void offer(String word, String insert) {
        if (matches(word) && !word.equals(prefix)) {
            add(word, "", insert);
        }
    }

    private boolean matches(String word) {
        return word.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }

    private void add(String label, String detail, String insert) {
        proposals.add(new EditorProposal(label, detail, insert, from, to));
    }
}
