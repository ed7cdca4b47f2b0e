package org.vmalloscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.ui.model.Played;

/// Writes a scenario with many areas, and the tree at its end as graphviz wants it: the same nodes, edges and colours.
///
/// Arguments: a folder, and the number of areas, by default 5000.
public final class WriteTree {
    private WriteTree() {}

    /// Writes `scenario.vms` and `tree.dot`.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int areas = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        String text = BigScenario.areas(areas, 1);
        Files.writeString(folder.resolve("scenario.vms"), text);
        Played played = Travel.played(text);
        Run run = played.run();
        Files.writeString(folder.resolve("tree.dot"), dot(run.view(run.memory())));
    }

    private static String dot(VmallocView view) {
        StringBuilder dot = new StringBuilder("digraph vmap_area {\nnode [style=filled, fontcolor=white];\n");
        RbTree tree = view.tree();
        for (VmapArea va : view.areas()) {
            long node = va.rbNode();
            dot.append("\"%x\" [%s];\n"
                    .formatted(
                            va.vaStart(),
                            tree.isBlack(node) ? "shape=box, fillcolor=\"#1b222c\"" : "fillcolor=\"#c4281f\""));
            edge(dot, view, va, tree.left(node));
            edge(dot, view, va, tree.right(node));
        }
        return dot.append("}\n").toString();
    }

    private static void edge(StringBuilder dot, VmallocView view, VmapArea parent, long child) {
        if (child != 0) {
            dot.append("\"%x\" -> \"%x\";\n"
                    .formatted(parent.vaStart(), view.areaOfNode(child).vaStart()));
        }
    }
}
