package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final String SIGNATURE = "Vmalloscope · Linux 2.6.32";

    private static Figure figure(double width, List<LegendEntry> legend, String caption) {
        Group node = new Group("n1", List.of(new Box(0, 0, width, 80, 0, Role.CARD)), "n1: black");
        Picture diagram = new Picture(width, 80, "tree", "A tree of one area.", List.of(node));
        return new Figure("One area", "a.vms, statement 3", diagram, legend, caption, SIGNATURE);
    }

    @Test
    void itIsTheDiagramInAFrame() {
        List<LegendEntry> legend = List.of(
                LegendEntry.of(Role.BLACK_NODE, "black node"),
                LegendEntry.of(Kind.LAZY, "lazily freed"),
                LegendEntry.of(BitCell.NEXT, "next page"),
                LegendEntry.of(Icon.BOLT, Role.EVENT_TLB, "TLB flush"));
        Picture picture = figure(600, legend, "What it says.").draw();
        assertEquals(List.of(696.0, 353.0), List.of(picture.width(), picture.height()));
        assertEquals("""
                One area
                a.vms, statement 3

                A tree of one area.
                  n1: black
                Legend: black node; lazily freed; next page; TLB flush
                What it says.
                Vmalloscope · Linux 2.6.32
                """, new TextWriter().write(picture));
        assertEquals(new Picture.Hit("n1", "n1: black"), picture.hit(50, 114).orElseThrow());
    }

    @Test
    void nothingLeavesTheMargins() {
        List<LegendEntry> legend = new ArrayList<>();
        for (Role role : Role.values()) {
            legend.add(LegendEntry.of(role, role.name()));
        }
        String caption = "A caption that goes on and on. ".repeat(40);
        Picture picture = figure(300, legend, caption).draw();
        Bounds bounds = picture.bounds();
        assertEquals(48, bounds.x(), 1e-9);
        assertTrue(bounds.right() <= picture.width() - 48 + 1e-9, bounds::toString);
        assertTrue(bounds.bottom() <= picture.height(), bounds::toString);
        List<String> captions = new TextWriter()
                .write(picture)
                .lines()
                .filter(line -> line.startsWith("A caption"))
                .toList();
        assertEquals(1, captions.size());
        assertTrue(new TextWriter().write(picture).contains("…\n" + SIGNATURE));
    }

    @Test
    void aLongTitleWidensTheFigureUpToALimit() {
        Picture diagram = new Picture(100, 10, "", "", List.of());
        Picture narrow = new Figure("A title of some length", "", diagram, List.of(), "", SIGNATURE).draw();
        assertTrue(narrow.width() > 300 && narrow.width() < 480, () -> "" + narrow.width());
        Picture wide = new Figure("A title without end ".repeat(20), "", diagram, List.of(), "", SIGNATURE).draw();
        assertEquals(960 + 96, wide.width(), 1e-9);
        assertTrue(wide.bounds().right() <= wide.width() - 48 + 1e-9);
    }

    @Test
    void samplesStandOnTheirLine() {
        for (Role role : Role.values()) {
            LegendEntry entry = LegendEntry.of(role, "x");
            Bounds bounds = entry.sample().bounds();
            assertTrue(bounds.x() >= -0.5 && bounds.right() <= entry.width() + 1.5, () -> role + " " + bounds);
            assertEquals(0, bounds.centreY(), 1.3, role.name());
        }
    }
}
