package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// The numbers of events below a timeline, as many as there is room for: every 1, 2, 5, 10, 20, 50 and so on.
record TimelineAxis(TimelineScale scale, double y) {
    private static final double CLOSEST = 84;
    private static final double TICK = 4;
    private static final TextFont FONT = TextFont.mono(11, Weight.REGULAR);

    void addTo(List<Shape> shapes) {
        long step = step();
        long first = Math.max(step, (long) Math.ceil((scale.from() + 0.5) / step) * step);
        for (long event = first; event <= scale.to(); event += step) {
            double x = scale.x(event - 0.5);
            String number = Sizes.number(event);
            shapes.add(new Box(x - 0.5, y, 1, TICK, 0, Role.BASELINE));
            shapes.add(new Text(x, FONT.baseline(y + TimelineRows.AXIS), Anchor.MIDDLE, FONT, Role.TEXT_THIRD, number));
        }
    }

    private long step() {
        double events = CLOSEST / scale.perEvent();
        long power = 1;
        while (power * 10 <= events) {
            power *= 10;
        }
        for (long times : List.of(1L, 2L, 5L, 10L)) {
            if (times * power >= events) {
                return times * power;
            }
        }
        return 10 * power;
    }
}
