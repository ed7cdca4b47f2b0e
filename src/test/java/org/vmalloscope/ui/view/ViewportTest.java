package org.vmalloscope.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vmalloscope.picture.Bounds;

/// A pane looks at a part of a picture.
final class ViewportTest {
    private static Viewport port(double width, double height) {
        Viewport port = new Viewport();
        port.resize(400, 300);
        port.holds(width, height);
        return port;
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        Viewport port = port(400, 300);
        double before = port.pictureX(100);
        port.zoomTo(2, 8, 100, 50);
        port.holds(800, 600);
        assertEquals(before * 2, port.pictureX(100));
        assertEquals(2, port.layoutZoom());
        port.zoomTo(100, 8, 0, 0);
        assertEquals(8, port.zoom());
    }

    @Test
    void belowOneThePictureIsPaintedSmallerAndHasMoreRoom() {
        Viewport port = port(900, 300);
        port.zoomTo(0.5, 8, 0, 0);
        assertEquals(0.5, port.scale());
        assertEquals(1, port.layoutZoom());
        assertEquals(800, port.roomWidth());
        port.holds(900, 600);
        assertEquals(50, port.mostX());
        port.zoomTo(0.001, 8, 0, 0);
        assertEquals(Viewport.LEAST, port.zoom());
    }

    @Test
    void whatIsSeenIsNotMoved() {
        Viewport port = port(1000, 300);
        assertFalse(port.reveal(new Bounds(100, 100, 40, 20)));
        assertEquals(0, port.offsetX());
    }

    @Test
    void whatIsFarComesToTheMiddle() {
        Viewport port = port(1000, 300);
        assertTrue(port.reveal(new Bounds(700, 100, 40, 20)));
        assertEquals(520, port.offsetX());
        assertEquals(0, port.offsetY());
        assertTrue(port.reveal(new Bounds(980, 100, 15, 20)));
        assertEquals(600, port.offsetX());
    }
}
