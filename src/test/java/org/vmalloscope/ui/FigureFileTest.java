package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.ExportChoice;
import org.vmalloscope.ui.model.ExportChoice.Format;
import org.vmalloscope.ui.model.FigureFile;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.view.Words;

/// The tree leaves the window as a file.
final class FigureFileTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private static Picture figure() {
        SessionModel session = new SessionModel(Words.in(Locale.ENGLISH).bundle());
        new Opener(session, Runnable::run, Runnable::run)
                .open("one.vms", "# One area.\nmachine i386 cpus=1 ram=16M\nboot\narea_of_mine = vmalloc 4K\n");
        session.end();
        return session.diagrams().getFirst().figure().orElseThrow();
    }

    @Test
    void anSvgHoldsTitlePlaceAndNames(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tree.svg");
        FigureFile.write(figure(), file, new ExportChoice("tree", Format.SVG, Theme.PRINT, 1, false));
        String svg = Files.readString(file);
        assertTrue(svg.startsWith("<svg") || svg.startsWith("<?xml"), svg.substring(0, 60));
        assertTrue(svg.contains("One area."));
        assertTrue(svg.contains("one.vms, statement 2: area_of_mine = vmalloc 4K"));
        assertTrue(svg.contains("area_of_mine"));
    }

    @Test
    void theSameMomentGivesTheSameBytes(@TempDir Path folder) throws IOException {
        ExportChoice png = new ExportChoice("tree", Format.PNG, Theme.LIGHT, 2, false);
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");
        FigureFile.write(figure(), one, png);
        FigureFile.write(figure(), two, png);
        assertArrayEquals(PNG, Arrays.copyOf(Files.readAllBytes(one), PNG.length));
        assertEquals(-1, Files.mismatch(one, two));
    }
}
