package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Listing.Line;

/// The form of a listing.
final class ListingTest {
    private static final String TEXT = """
            source mm/none.c
            f(n)
            go    | while n:
            less  |   n -= 1
                  | otherwise:
            back  | return n | 1
            """;

    @Test
    void aListingIsASourceAHeadAndLines() {
        assertEquals(
                new Listing(
                        "f",
                        "mm/none.c",
                        List.of(
                                new Line("", "f(n)"),
                                new Line("go", "while n:"),
                                new Line("less", "  n -= 1"),
                                new Line("", "otherwise:"),
                                new Line("back", "return n | 1"))),
                Listing.parse("f", TEXT));
    }

    @Test
    void aLineIsFoundByItsLabel() {
        Listing listing = Listing.parse("f", TEXT);
        assertEquals(
                List.of(Optional.of(2), Optional.empty(), Optional.empty()),
                List.of(listing.indexOf("less"), listing.indexOf("more"), listing.indexOf("")));
    }

    @Test
    void whatIsNoListingIsRefusedWithItsLine() {
        assertEquals(
                "f: a listing begins with 'source FILE' and a head",
                refused("f(n)\nsource mm/none.c\ngo | while n:\n"));
        assertEquals("f: a listing begins with 'source FILE' and a head", refused("source mm/none.c\nf(n)\n"));
        assertEquals("f:7: no line with a label of its own", refused(TEXT + "go | again\n"));
        assertEquals("f:7: no line with a label of its own", refused(TEXT + "no bar\n"));
    }

    private static String refused(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Listing.parse("f", text))
                .getMessage());
    }

    @Test
    void aFunctionWithoutListingHasNone() {
        assertEquals(Optional.empty(), Listing.of("schedule"));
        assertEquals(Optional.of("lib/rbtree.c"), Listing.of("rb_erase").map(Listing::source));
    }
}
