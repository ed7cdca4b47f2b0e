package org.vmalloscope.ui.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.PercpuView;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// The few words beside the title of a diagram: how much there is, and where it begins.
record PaneFacts(ResourceBundle words) {
    String of(Diagram diagram, Moment moment) {
        VmallocView view = moment.view();
        return switch (diagram.label()) {
            case "tree" -> tree(moment);
            case "lists" ->
                say("fact.lists", moment.areas().size(), view.vmlist().size());
            case "space" -> space(view);
            case "blocks" -> say("fact.blocks", view.blocks().size());
            case "purge" -> say("fact.purge", Sizes.number(view.vmapLazyNr()));
            case "pages" -> say("fact.pages", flushes(view.ground().control().tlbFlushes()));
            case "first-chunk" -> firstChunk(view);
            default -> "";
        };
    }

    private String tree(Moment moment) {
        long root = moment.view().tree().root();
        int areas = moment.areas().size();
        return root == 0
                ? say("fact.areas", areas)
                : say(
                        "fact.tree",
                        areas,
                        Addresses.full(moment.view().areaOfNode(root).vaStart()));
    }

    private String space(VmallocView view) {
        Machine machine = view.config().machine();
        long size = machine.vmallocEnd() - machine.vmallocStart();
        return say(
                "fact.space",
                Addresses.full(machine.vmallocStart()),
                Addresses.full(machine.vmallocEnd()),
                Sizes.bytes(size));
    }

    private String firstChunk(VmallocView view) {
        PercpuView percpu = PercpuView.of(view);
        return percpu.baseAddr() == 0
                ? ""
                : say("fact.first-chunk", view.config().cpus(), Sizes.bytes(percpu.unitSize()));
    }

    private String flushes(long count) {
        return Sizes.number(count);
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }
}
