package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// Nodes that a question offers, each with the number of its answer; after the answer, the right one and the one that
/// was
/// chosen.
record TreeOffers(List<Offer> offers, TreeLayout layout) {
    private static final double BADGE = 8.5;
    private static final double AROUND = 4;
    private static final TextFont FONT = TextFont.sans(10.5, Weight.BOLD);

    void addTo(List<Shape> shapes) {
        for (Offer offer : offers) {
            int place = offer.vmapArea() == 0 ? TreeShape.NONE : layout.shape().place(offer.vmapArea());
            if (place != TreeShape.NONE) {
                draw(offer, place, shapes);
            }
        }
    }

    private void draw(Offer offer, int place, List<Shape> shapes) {
        double half = layout.half(place);
        boolean full = layout.detail(place).compareTo(TreeLayout.Detail.ADDRESS) >= 0;
        double wide = (full ? TreeLayout.NODE_WIDTH : 2 * half) + 2 * AROUND;
        double high = 2 * half + 2 * AROUND;
        double x = layout.x(place) - wide / 2;
        double y = layout.y(place) - high / 2;
        Role ring = switch (offer.state()) {
            case OPEN -> Role.OFFER_RING;
            case PICKED -> Role.SELECTED_RING;
            case RIGHT -> Role.RIGHT_RING;
            case WRONG -> Role.WRONG_RING;
        };
        shapes.add(new Box(x, y, wide, high, layout.shape().isBlack(place) ? 6 : high / 2, ring));
        double cx = x + wide;
        Role badge = switch (offer.state()) {
            case OPEN, PICKED -> Role.BADGE;
            case RIGHT -> Role.RIGHT_BADGE;
            case WRONG -> Role.WRONG_BADGE;
        };
        shapes.add(Box.disc(cx, y, BADGE, badge));
        if (offer.isOpen()) {
            String number = Integer.toString(offer.number());
            shapes.add(new Text(cx, FONT.baseline(y), Anchor.MIDDLE, FONT, badge, number));
        } else {
            shapes.add(new Glyph(offer.state() == Offer.State.RIGHT ? Icon.TICK : Icon.CROSS, cx, y, 9, badge));
        }
    }
}
