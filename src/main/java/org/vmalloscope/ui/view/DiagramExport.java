package org.vmalloscope.ui.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.vmalloscope.picture.PngWriter;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.ExportChoice;
import org.vmalloscope.ui.model.ExportChoice.Format;
import org.vmalloscope.ui.model.ExportModel;
import org.vmalloscope.ui.model.Exporter;

/// Exports diagrams, and the window as it looks, to files and to the clipboard.
final class DiagramExport {
    private final ExportModel model;
    private final Exporter exporter;
    private final Words words;
    private final Notice notice;
    private final Stage stage;
    private final Supplier<DiagramModel> current;
    private final Supplier<Theme> theme;

    /// `current` is the diagram that is meant when none is named.
    DiagramExport(
            ExportModel model,
            Exporter exporter,
            Words words,
            Notice notice,
            Stage stage,
            Supplier<DiagramModel> current,
            Supplier<Theme> theme) {
        this.model = model;
        this.exporter = exporter;
        this.words = words;
        this.notice = notice;
        this.stage = stage;
        this.current = current;
        this.theme = theme;
        exporter.resultProperty().addListener((property, was, now) -> notice.show(now));
    }

    /// Asks how to write something and where to, then writes.
    void ask(String subject) {
        new ExportDialog(model, words, stage).show(model.remembered().of(subject), theme.get(), this::write);
    }

    void askForCurrent() {
        ask(current.get().label());
    }

    void askForAll() {
        ask(ExportChoice.ALL);
    }

    void askForWindow() {
        ask(ExportChoice.WINDOW);
    }

    private void write(ExportChoice choice, Path target) {
        if (choice.subject().equals(ExportChoice.WINDOW)) {
            snapshot(choice, target);
        } else {
            List<Exporter.Page> pages = model.pages(choice, target);
            if (!pages.isEmpty()) {
                exporter.write(pages);
            }
        }
    }

    private void snapshot(ExportChoice choice, Path target) {
        Scene scene = stage.getScene();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(choice.scale(), choice.scale()));
        WritableImage image;
        try {
            image = scene.getRoot().snapshot(parameters, null);
        } catch (RuntimeException tooLarge) {
            notice.show(words.get("export.failed", target, words.get("export.too-large")));
            return;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        exporter.write(List.of(new Exporter.Page(target, () -> PngWriter.encode(pixels, width))));
    }

    /// Puts the diagram on the clipboard, as pixels, SVG and words at once, or as the source of one of the latter.
    void copy(Format format) {
        DiagramModel diagram = current.get();
        Theme colours = format == Format.SVG ? Theme.PRINT : theme.get();
        ExportChoice choice = new ExportChoice(diagram.label(), format, colours, 2, false);
        diagram.figure().ifPresent(figure -> {
            try {
                if (format == Format.PNG) {
                    Clip.picture(figure, choice);
                } else {
                    Clip.source(figure, choice);
                }
                notice.show(words.get("copy.done", diagram.title()));
            } catch (IOException tooLarge) {
                notice.show(words.get("copy.failed", String.valueOf(tooLarge.getMessage())));
            }
        });
    }
}
