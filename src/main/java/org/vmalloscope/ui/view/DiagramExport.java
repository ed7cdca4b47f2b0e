package org.vmalloscope.ui.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.FigureFile;
import org.vmalloscope.ui.model.SessionModel;

/// Asks for a file and writes a diagram to it, as PNG or SVG.
final class DiagramExport {
    private final SessionModel session;
    private final Words words;
    private final Notice notice;

    DiagramExport(SessionModel session, Words words, Notice notice) {
        this.session = session;
        this.words = words;
        this.notice = notice;
    }

    /// Asks where to, then writes. PNG takes the theme of the window, SVG that of paper.
    void ask(DiagramModel diagram, FigureFile.Format format, Theme theme, @Nullable Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("export.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(format.label(), "*" + format.extension()));
        chooser.setInitialFileName(
                diagram.label() + "-" + session.positionProperty().get() + format.extension());
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            write(diagram, file.toPath(), format, theme);
        }
    }

    /// Writes the figure of now.
    void write(DiagramModel diagram, Path file, FigureFile.Format format, Theme theme) {
        diagram.figure().ifPresent(figure -> {
            try {
                FigureFile.write(figure, file, format, format == FigureFile.Format.SVG ? Theme.PRINT : theme);
                notice.show(words.get("export.done", file));
            } catch (IOException failed) {
                notice.show(words.get("export.failed", String.valueOf(failed.getMessage())));
            }
        });
    }
}
