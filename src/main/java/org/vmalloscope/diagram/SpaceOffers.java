package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// Places in the address space that a question offers, with the numbers of the answers; after the answer, the right
/// place
/// and the one that was chosen.
///
/// Places that overlap share the height of the strip.
///
/// @param top of the strip's areas
/// @param tall height of them
record SpaceOffers(List<Offer> offers, SpaceScale scale, double top, double tall) {
    private static final double BADGE = 8.5;
    private static final TextFont NUMBER = TextFont.sans(11, Weight.BOLD);
    private static final TextFont WORDS = TextFont.sans(11.5, Weight.SEMIBOLD);
    private static final String YOURS = "your answer";

    /// The offers that are places.
    static List<Offer> places(List<Offer> offers) {
        return offers.stream().filter(offer -> offer.place().isPresent()).toList();
    }

    void addTo(Pen pen) {
        List<Integer> lanes = lanes();
        int count = lanes.stream().mapToInt(lane -> lane + 1).max().orElse(0);
        for (int index = 0; index < offers.size(); index++) {
            double high = (tall - 2) / count;
            draw(pen, offers.get(index), top + 1 + lanes.get(index) * high, high - (count > 1 ? 2 : 0), count);
        }
    }

    /// Px that a place takes: a little more than a badge at least.
    private double left(PageRange place) {
        double x = Math.min(scale.x(place.start()), scale.x(place.end()));
        return Math.min(x, scale.right() - wide(place));
    }

    private double wide(PageRange place) {
        return Math.max(2 * BADGE + 2, Math.abs(scale.x(place.end()) - scale.x(place.start())));
    }

    /// For each offer the first lane in which it covers no other.
    private List<Integer> lanes() {
        List<Integer> lanes = new ArrayList<>();
        for (Offer offer : offers) {
            int lane = 0;
            while (isTaken(lanes, lane, offer)) {
                lane++;
            }
            lanes.add(lane);
        }
        return lanes;
    }

    private boolean isTaken(List<Integer> lanes, int lane, Offer offer) {
        PageRange place = offer.place().orElseThrow();
        for (int index = 0; index < lanes.size(); index++) {
            PageRange other = offers.get(index).place().orElseThrow();
            boolean apart = left(place) >= left(other) + wide(other) || left(other) >= left(place) + wide(place);
            if (lanes.get(index) == lane && !apart) {
                return true;
            }
        }
        return false;
    }

    private void draw(Pen pen, Offer offer, double y, double high, int lanes) {
        PageRange place = offer.place().orElseThrow();
        double x = left(place);
        double wide = wide(place);
        Pen parts = new Pen();
        switch (offer.state()) {
            case OPEN -> parts.box(x + 1, y, wide - 2, high, 3, Role.OFFER);
            case PICKED -> parts.box(x + 1, y, wide - 2, high, 3, Role.OFFER_PICKED);
            case RIGHT -> parts.box(x, top, wide, tall, 3, Role.RIGHT_RING);
            case WRONG -> parts.box(x + 1, y, wide - 2, high, 3, Role.HOLE_REJECTED);
        }
        switch (offer.state()) {
            case OPEN, PICKED -> number(parts, offer.number(), lanes == 1 ? x + wide / 2 : x + BADGE + 2, y + high / 2);
            case RIGHT -> {
                parts.add(Box.disc(x + wide, top + 1, BADGE, Role.RIGHT_BADGE));
                parts.glyph(Icon.TICK, x + wide, top + 1, 9, Role.RIGHT_BADGE);
            }
            case WRONG -> wrong(parts, x, wide, y + high / 2);
        }
        pen.thing(offer.id(), offer.text(), parts);
    }

    private static void number(Pen parts, int number, double x, double y) {
        parts.add(Box.disc(x, y, BADGE, Role.BADGE));
        parts.text(x, y, Anchor.MIDDLE, NUMBER, Role.BADGE, Integer.toString(number));
    }

    private static void wrong(Pen parts, double x, double wide, double y) {
        double text = TextMetrics.width(YOURS, WORDS);
        boolean fits = text + 30 < wide;
        double middle = x + wide / 2;
        if (fits) {
            parts.text(middle - 8, y, Anchor.MIDDLE, WORDS, Role.TEXT_REJECTED, YOURS);
        }
        parts.glyph(Icon.CROSS, fits ? middle + text / 2 + 2 : middle, y, 10, Role.HOLE_REJECTED);
    }
}
