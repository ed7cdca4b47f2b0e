package org.vmalloscope.trace.vmallocinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which kernels print a vmallocinfo so, and by what one sees it.
///
/// @param text `6.9 or later`, `4.19 to 6.8`, ...
/// @param since the oldest kernel that it can be, as in `6.9`; empty when nothing tells
/// @param why the signs, one phrase each
public record KernelGuess(String text, Optional<String> since, List<String> why) {
    /// So many addresses do not ascend by chance.
    private static final int ENOUGH = 16;

    public KernelGuess {
        why = List.copyOf(why);
    }

    /// Whether the lines are in the order of the per-node lists, and areas wait in pools that no file shows.
    public boolean hasNodes() {
        return since.map("6.9"::equals).orElse(false);
    }

    /// What can be seen of a snapshot.
    ///
    /// @param areas how many it has
    /// @param told whether addresses are true
    /// @param ascending whether the addresses of areas that are in use ascend
    /// @param unpurgedLast whether the lines of freed areas all come last
    record Signs(
            int areas,
            boolean told,
            boolean hashed,
            boolean ascending,
            boolean unpurged,
            boolean unpurgedLast,
            boolean sparse,
            boolean vmMapRam,
            boolean physPrefixed,
            boolean physBare,
            boolean requested) {}

    static KernelGuess of(Signs signs) {
        List<String> why = new ArrayList<>();
        String since = since(signs, why);
        if (signs.told && !signs.ascending) {
            why.add("addresses do not ascend: they are printed node by node, as from 6.9 on");
        }
        String until = until(signs, why);
        String text;
        if (since.isEmpty() && until.isEmpty()) {
            text = "any kernel";
            why.add("nothing in the file tells versions apart");
        } else if (until.isEmpty()) {
            text = since + " or later";
        } else {
            text = (since.isEmpty() ? "2.6.28" : since) + " to " + until;
        }
        return new KernelGuess(text, since.isEmpty() ? Optional.empty() : Optional.of(since), why);
    }

    private static String since(Signs signs, List<String> why) {
        String since = "";
        if (signs.vmMapRam) {
            why.add("'vm_map_ram' lines, as from 3.10 on");
            since = "3.10";
        }
        if (signs.hashed) {
            why.add("hashed addresses, as from 4.15 on");
            since = "4.15";
        }
        if (signs.physPrefixed) {
            why.add("'phys=0x', as from 4.19 on");
            since = "4.19";
        }
        if (signs.unpurged) {
            why.add("'unpurged vm_area' lines, as from 4.19 on");
            since = "4.19";
        }
        if (signs.unpurged && signs.unpurgedLast) {
            why.add("those lines come last, as from 5.10 on");
            since = "5.10";
        }
        if (signs.sparse) {
            why.add("the word 'sparse', as from 6.9 on");
        }
        boolean nodes = signs.sparse || signs.requested || signs.told && !signs.ascending;
        return nodes ? "6.9" : since;
    }

    private static String until(Signs signs, List<String> why) {
        if (signs.physBare) {
            why.add("'phys=' without 0x, as up to 4.18");
            return "4.18";
        }
        if (signs.told && signs.unpurged && !signs.unpurgedLast && signs.ascending) {
            why.add("'unpurged vm_area' lines among the others, as before 5.10");
            return "5.9";
        }
        if (signs.told && signs.ascending && !signs.sparse && !signs.requested && signs.areas >= ENOUGH) {
            why.add("addresses ascend, as up to 6.8, and later on a machine with one CPU");
            return "6.8";
        }
        return "";
    }
}
