package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.picture.TextFont.Weight;

class TextWriterTest {
    private static Text text(String string) {
        return new Text(0, 0, Anchor.START, TextFont.sans(12, Weight.REGULAR), Role.TEXT, string);
    }

    @Test
    void everyShapeIsToldOnce() {
        assertEquals("""
                A & B
                Every shape once

                8  pages
                n14: 0xf8b50000, <red>
                """, new TextWriter().write(Samples.everyShape()));
    }

    @Test
    void groupsAreIndentedAndSpeakForTheirTexts() {
        Group page = new Group("p", List.of(text("0")), "page 0: mapped\nand dirty");
        Group unspoken = new Group("", List.of(text("never said"), page));
        Picture picture = new Picture(
                9,
                9,
                "Blocks",
                "",
                List.of(text("alloc_map"), text("Blocks"), new Group("vb", List.of(unspoken), "vb 2")));
        assertEquals("""
                Blocks

                alloc_map
                vb 2
                  page 0: mapped and dirty
                """, new TextWriter().write(picture));
    }

    @Test
    void anEmptyPictureHasNoText() {
        assertEquals("", new TextWriter().write(Samples.of(5, 5)));
    }
}
