package org.vmalloscope.diagram;

/// Which events a timeline shows and where: event n covers the px from [#x] of n - 1 to that of n.
///
/// `from` and `to` are event positions, `from` below `to`; `left` and `width` are px.
public record TimelineScale(double from, double to, double left, double width) {
    /// Fewest events that fill a timeline.
    public static final double FEWEST = 12;

    public TimelineScale {
        if (!(from < to) || !(width > 0)) {
            throw new IllegalArgumentException("a timeline from " + from + " to " + to + " in " + width + " px");
        }
    }

    /// Where the position after event n is.
    public double x(double position) {
        return left + (position - from) / (to - from) * width;
    }

    /// The position at an x.
    public double position(double x) {
        return from + (x - left) / width * (to - from);
    }

    /// Px for one event.
    public double perEvent() {
        return width / (to - from);
    }

    /// The scale seen through a window of another size, `factor` times as fine around the position at `x`,
    /// within a run of `length` events.
    public TimelineScale zoomed(double factor, double x, double length) {
        double span = Math.clamp((to - from) / factor, Math.min(FEWEST, Math.max(length, 1)), Math.max(length, 1));
        double centre = position(x);
        double share = (x - left) / width;
        return placed(centre - share * span, span, length);
    }

    /// The scale moved by so many events, within a run of `length` events.
    public TimelineScale moved(double events, double length) {
        return placed(from + events, to - from, length);
    }

    private TimelineScale placed(double start, double span, double length) {
        double inside = Math.clamp(start, 0, Math.max(0, length - span));
        return new TimelineScale(inside, inside + span, left, width);
    }
}
