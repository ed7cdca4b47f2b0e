package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;

/// Answers of a question, drawn where they can be pointed at.
final class OffersTest {
    private static final Frame FRAME = Frame.of(1000, 150);
    private static final long START = 0xffffc90000000000L;

    private static Moment moment() {
        return PlayedRun.of("machine x86_64 cpus=1 ram=16M", "boot", "a = vmalloc 16K", "b = vmalloc 16K")
                .afterStatement(3);
    }

    private static Offer place(int number, long from, long pages, Offer.State state) {
        PageRange range = new PageRange(START + from, START + from + pages * 4096);
        return new Offer(number, "answer " + number, Optional.of(range), 0, state);
    }

    private static Picture space(Offer... offers) {
        return SpaceDiagram.draw(moment(), FRAME.with(ViewOptions.DEFAULT.withOffers(List.of(offers))));
    }

    private static Box body(Picture picture, String id) {
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Group group && group.id().equals(id)) {
                return (Box) group.shapes().getFirst();
            }
        }
        throw new AssertionError("no " + id);
    }

    @Test
    void aPlaceIsFoundUnderThePointer() {
        Picture picture = space(place(1, 0, 5, Offer.State.OPEN), place(2, 0xc000, 5, Offer.State.OPEN));
        for (int number = 1; number <= 2; number++) {
            Box body = body(picture, "offer:" + number);
            Picture.Hit hit = picture.hit(body.bounds().centreX(), body.bounds().centreY())
                    .orElseThrow();
            assertEquals(new Picture.Hit("offer:" + number, "answer " + number), hit);
            assertEquals(number, Offer.number(hit.id()));
        }
    }

    @Test
    void placesThatOverlapDoNotCoverEachOther() {
        Picture picture = space(
                place(1, 0x4000, 5, Offer.State.OPEN),
                place(2, 0x5000, 5, Offer.State.OPEN),
                place(3, 0x6000, 5, Offer.State.PICKED));
        List<Box> bodies = List.of(body(picture, "offer:1"), body(picture, "offer:2"), body(picture, "offer:3"));
        for (int at = 1; at < bodies.size(); at++) {
            assertTrue(
                    bodies.get(at - 1).bounds().bottom()
                            <= bodies.get(at).bounds().y(),
                    bodies.toString());
        }
        assertEquals(Role.OFFER_PICKED, bodies.get(2).role());
    }

    /// A place in the folded 32 TiB above all areas is as large as it is elsewhere.
    @Test
    void aPlaceInAFoldIsOpened() {
        Picture picture = space(place(1, 0, 5, Offer.State.OPEN), place(2, 0x40000000L, 5, Offer.State.OPEN));
        assertEquals(body(picture, "offer:1").width(), body(picture, "offer:2").width(), 1e-6);
    }

    @Test
    void whatWasAnsweredCannotBeChosen() {
        Picture picture = space(place(0, 0, 5, Offer.State.RIGHT), place(0, 0xc000, 5, Offer.State.WRONG));
        assertTrue(picture.shapes().stream().noneMatch(shape -> shape.id().startsWith("offer")));
        assertEquals(0, Offer.number("va:1#2"));
        assertEquals(0, Offer.number("offer:x"));
    }

    @Test
    void aNodeThatIsOfferedHasARing() {
        Moment moment = moment();
        long area = moment.areas().getFirst().address();
        for (Offer.State state : Offer.State.values()) {
            Offer offer = new Offer(1, "a", Optional.empty(), area, state);
            Picture tree =
                    TreeDiagram.draw(moment, Frame.of(700, 300).with(ViewOptions.DEFAULT.withOffers(List.of(offer))));
            Role ring = switch (state) {
                case OPEN -> Role.OFFER_RING;
                case PICKED -> Role.SELECTED_RING;
                case RIGHT -> Role.RIGHT_RING;
                case WRONG -> Role.WRONG_RING;
            };
            assertEquals(
                    1,
                    tree.shapes().stream()
                            .filter(shape -> shape instanceof Box box && box.role() == ring)
                            .count());
        }
    }
}
