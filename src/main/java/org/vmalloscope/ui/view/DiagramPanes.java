package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.OptionModel;
import org.vmalloscope.ui.model.SessionModel;

/// The panes of all diagrams, in the order of their numbers.
final class DiagramPanes {
    private final SessionModel session;
    private final OptionModel options;
    private final Words words;
    private final Motion motion;
    private final List<DiagramPane> all = new ArrayList<>();

    DiagramPanes(SessionModel session, OptionModel options, Words words, Motion motion) {
        this.session = session;
        this.options = options;
        this.words = words;
        this.motion = motion;
    }

    /// What panes ask for: the export of a diagram by its label, more room, and to be told who has the focus.
    record Wishes(Consumer<String> export, Consumer<DiagramPane> enlarge, Consumer<PictureView> focused) {}

    /// Makes a pane for every diagram.
    void fill(FxPainter painter, AreaMenu menu, Wishes wishes) {
        List<DiagramModel> diagrams = session.diagrams();
        List<String> order =
                Workbench.numbered(diagrams.stream().map(DiagramModel::label).toList());
        for (String label : order) {
            diagrams.stream()
                    .filter(diagram -> diagram.label().equals(label))
                    .forEach(diagram -> add(diagram, painter, menu, wishes));
        }
    }

    private void add(DiagramModel diagram, FxPainter painter, AreaMenu menu, Wishes wishes) {
        PictureView view = new PictureView(diagram, painter, session.links(), motion);
        new PictureKeys(view, session.links(), menu).install();
        int index = all.size();
        DiagramPane pane = new DiagramPane(
                diagram,
                view,
                index + 1,
                words,
                () -> wishes.export().accept(diagram.label()),
                () -> wishes.enlarge().accept(all.get(index)));
        switch (diagram.label()) {
            case "space" -> pane.addTool(toggle("high-first", Icon.SWAP, options.highFirstProperty()));
            case "blocks" -> pane.addTool(toggle("merged", Icon.MERGE, options.mergedProperty()));
            default -> {
                // It has no option.
            }
        }
        view.focusedProperty().addListener((property, was, now) -> {
            if (now) {
                wishes.focused().accept(view);
            }
        });
        all.add(pane);
    }

    private ToggleButton toggle(String id, Icon icon, BooleanProperty option) {
        ToggleButton toggle = Tools.toggle(id, icon, words.get("pane." + id), () -> {});
        toggle.selectedProperty().bindBidirectional(option);
        return toggle;
    }

    List<DiagramPane> all() {
        return List.copyOf(all);
    }

    /// The titles of the diagrams.
    List<String> titles() {
        return all.stream().map(pane -> pane.diagram().title()).toList();
    }

    /// The moment has changed: shows it in all panes that are seen.
    void show(boolean smooth) {
        all.stream().filter(pane -> pane.view().getScene() != null).forEach(pane -> pane.show(smooth));
    }

    void paintWith(FxPainter painter) {
        all.forEach(pane -> pane.view().paintWith(painter));
    }
}
