package org.vmalloscope.ui.view;

import java.util.List;
import java.util.function.Consumer;
import org.vmalloscope.ui.model.BreakpointModel;
import org.vmalloscope.ui.model.CodeModel;
import org.vmalloscope.ui.model.ConsoleModel;
import org.vmalloscope.ui.model.InspectorModel;
import org.vmalloscope.ui.model.KernelTree;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.RulesModel;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.Workers;

/// What explains the code and the memory: the listing with its debugger, the inspector, the kernel's messages, the
/// rules, and
/// the breakpoints; wired together.
final class Explanation {
    private final CodeModel code;
    private final BreakpointModel breakpoints;
    private final SourceButtons sources;
    private final InspectorPane inspector;
    private final SideColumn column;

    /// `tell` shows a line to the user.
    Explanation(
            SessionModel session,
            Opener opener,
            Settings settings,
            Workers workers,
            Words words,
            Consumer<String> tell,
            Dividers dividers) {
        this.code = new CodeModel(session, words.bundle());
        this.breakpoints = new BreakpointModel(session, code, opener, workers, words.bundle());
        this.sources = new SourceButtons(code, new KernelTree(settings), workers, words, tell);
        InspectorModel inspecting = new InspectorModel(session, workers);
        ConsoleModel console = new ConsoleModel(session);
        this.inspector = new InspectorPane(inspecting, console, session, words);
        RulesModel rules = new RulesModel(session, inspecting);
        RulesPane rulesPane = new RulesPane(rules, words);
        inspector.sceneProperty().addListener((property, was, now) -> inspecting.setActive(now != null));
        rulesPane.sceneProperty().addListener((property, was, now) -> rules.setActive(now != null));
        this.column = new SideColumn(
                new CodePane(code, breakpoints, session.links(), sources, words),
                List.of(
                        new SidePane("inspector", words.get("side.inspector"), inspector),
                        new SidePane("printk", words.get("side.printk"), new ConsolePane(console, words)),
                        new SidePane("rules", words.get("side.rules"), rulesPane),
                        new SidePane("breakpoints", words.get("break.title"), new BreakpointPane(breakpoints, words))),
                dividers);
    }

    CodeModel code() {
        return code;
    }

    BreakpointModel breakpoints() {
        return breakpoints;
    }

    /// The ways to the real code.
    SourceButtons sources() {
        return sources;
    }

    /// The column at the right of the diagrams.
    SideColumn column() {
        return column;
    }

    /// Shows the inspector and gives it the keys.
    void inspect() {
        column.show("inspector");
        inspector.focusFields();
    }
}
