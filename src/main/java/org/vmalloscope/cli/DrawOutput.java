package org.vmalloscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.DiagramFigure;
import org.vmalloscope.diagram.Frame;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.PngWriter;
import org.vmalloscope.picture.SvgWriter;
import org.vmalloscope.picture.TextWriter;

/// Writes diagrams in one style, to files or to standard output.
record DrawOutput(Console console, DrawStyle style) {
    private static final double BARE_WIDTH = 1280;
    private static final double BARE_HEIGHT = 720;

    /// Writes one diagram; `-` is standard output.
    void write(DrawPosition position, Diagram diagram, String output) throws IOException {
        byte[] bytes = bytes(picture(position, diagram));
        new Output(console, output).write(out -> {
            out.write(bytes);
            return true;
        });
    }

    /// Writes each diagram into a folder, which is made if it is missing.
    void writeAll(DrawPosition position, List<Diagram> diagrams, String folder) throws IOException {
        Path target = Path.of(folder);
        try {
            Files.createDirectories(target);
        } catch (FileAlreadyExistsException file) {
            throw new IOException(folder + ": this is a file, not a folder", file);
        }
        for (Diagram diagram : diagrams) {
            String name = diagram.label() + "." + style.format().label();
            write(position, diagram, target.resolve(name).toString());
        }
    }

    private Picture picture(DrawPosition position, Diagram diagram) {
        Moment moment = position.moment();
        return style.bare()
                ? diagram.draw(moment, Frame.of(BARE_WIDTH, BARE_HEIGHT).with(style.options()))
                : DiagramFigure.draw(
                        diagram, moment, style.options(), position.title(), position.source(), position.caption());
    }

    private byte[] bytes(Picture picture) throws IOException {
        return switch (style.format()) {
            case SVG ->
                new SvgWriter(style.theme(), style.transparent()).write(picture).getBytes(StandardCharsets.UTF_8);
            case TXT -> new TextWriter().write(picture).getBytes(StandardCharsets.UTF_8);
            case PNG -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                new PngWriter(style.theme(), style.scale(), style.transparent()).write(picture, out);
                yield out.toByteArray();
            }
        };
    }
}
