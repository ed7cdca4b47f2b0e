package org.vmalloscope.ui.view;

import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.CodeModel;
import org.vmalloscope.ui.model.KernelTree;
import org.vmalloscope.ui.model.Workers;

/// The ways from our listing to the real function: its page at the public cross-referencer, and its text in a kernel
/// tree on
/// the user's disk.
final class SourceButtons extends HBox {
    private final CodeModel code;
    private final KernelTree tree;
    private final Workers workers;
    private final Words words;
    private final TextArea text = new TextArea();
    private final ToggleButton real;
    private final Consumer<String> tell;
    private Consumer<String> browser = page -> {};

    /// `tell` shows a line to the user.
    SourceButtons(CodeModel code, KernelTree tree, Workers workers, Words words, Consumer<String> tell) {
        this.code = code;
        this.tree = tree;
        this.workers = workers;
        this.words = words;
        this.tell = tell;
        getStyleClass().add("vm-source-buttons");
        setMinWidth(USE_PREF_SIZE);
        text.setId("real-source");
        text.setEditable(false);
        text.getStyleClass().add("vm-real-source");
        Button page = Tools.button("elixir", Icon.LINK, words.get("code.elixir"), this::showPage);
        real = Tools.toggle("real", Icon.NOTE, words.get("code.tree"), this::toggled);
        getChildren().setAll(real, page);
        code.stateProperty().addListener((property, was, now) -> {
            if (!was.function().equals(now.function())) {
                read();
            }
        });
    }

    /// What opens a page for the user.
    void showPagesWith(Consumer<String> newBrowser) {
        browser = newBrowser;
    }

    private void showPage() {
        code.page().ifPresent(page -> {
            tell.accept(words.get("code.page", page));
            browser.accept(page);
        });
    }

    /// Calls `changed` when the real text comes or goes.
    void follow(Runnable changed) {
        real.selectedProperty().addListener((property, was, now) -> changed.run());
    }

    /// The real text, when it is wanted; else nothing.
    Optional<TextArea> shown() {
        return real.isSelected() ? Optional.of(text) : Optional.empty();
    }

    private void toggled() {
        if (real.isSelected() && tree.folder().isEmpty() && !choose()) {
            real.setSelected(false);
        }
        read();
    }

    /// Asks for the folder of a kernel tree; whether one was chosen.
    boolean choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("code.tree.title"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder == null) {
            return false;
        }
        Optional<String> fault = tree.choose(folder.toPath());
        fault.ifPresent(tell);
        if (fault.isEmpty()) {
            read();
        }
        return fault.isEmpty();
    }

    private void read() {
        if (real.isSelected()) {
            text.setText("");
            code.real(tree, workers, found -> text.setText(found.fault().isEmpty() ? numbered(found) : found.fault()));
        }
    }

    private static String numbered(KernelTree.Found found) {
        StringBuilder numbered = new StringBuilder();
        int number = found.firstLine();
        for (String line : found.text().split("\n", -1)) {
            numbered.append(String.format("%5d  %s%n", number++, line.replace("\t", "    ")));
        }
        return numbered.toString();
    }
}
