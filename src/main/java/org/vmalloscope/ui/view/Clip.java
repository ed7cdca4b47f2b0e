package org.vmalloscope.ui.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.ui.model.ExportChoice;
import org.vmalloscope.ui.model.ExportChoice.Format;
import org.vmalloscope.ui.model.FigureFile;

/// Puts pictures on the clipboard: as pixels, as SVG and as words at once, each program takes what it can.
final class Clip {
    private static final String SVG_TYPE = "image/svg+xml";

    private Clip() {}

    private static DataFormat svg() {
        DataFormat known = DataFormat.lookupMimeType(SVG_TYPE);
        return known == null ? new DataFormat(SVG_TYPE) : known;
    }

    /// Copies a picture in a choice's theme and scale.
    static void picture(Picture picture, ExportChoice choice) throws IOException {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new Image(new ByteArrayInputStream(FigureFile.bytes(picture, choice.as(Format.PNG)))));
        content.put(svg(), text(picture, choice.as(Format.SVG)));
        content.putString(text(picture, choice.as(Format.TXT)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Copies a picture as the text that a choice's format is.
    static void source(Picture picture, ExportChoice choice) throws IOException {
        String text = text(picture, choice);
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        if (choice.format() == Format.SVG) {
            content.put(svg(), text);
        }
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String text(Picture picture, ExportChoice choice) throws IOException {
        return new String(FigureFile.bytes(picture, choice), StandardCharsets.UTF_8);
    }
}
