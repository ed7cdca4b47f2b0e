package org.vmalloscope.diagram;

import org.vmalloscope.kernel.Control;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// The four steps of a purge in a row: what is done, what goes on, and what is still to come.
///
/// @param areas that are lazily freed or on the purge list
record PurgeSteps(Control control, PurgeProgress progress, int areas, double width) {
    private static final int STEPS = 4;
    private static final double TEXT = 25;
    private static final double NARROW_TEXT = 22;
    private static final double NARROW = 110;
    private static final TextFont BODY = TextFont.sans(12, Weight.REGULAR);
    private static final TextFont BODY_BOLD = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont SMALL_BOLD = TextFont.sans(11, Weight.SEMIBOLD);

    /// Draws them from `x` on; they are 32 px high.
    void addTo(Pen pen, double x, double top) {
        for (int step = 0; step < STEPS; step++) {
            step(pen, step, x + step * column(), top);
        }
    }

    private double column() {
        return width / STEPS;
    }

    private void step(Pen pen, int step, double x, double top) {
        boolean last = step == STEPS - 1;
        boolean done = progress.phase() > step + 1 && !last;
        boolean now = last ? control.rcuPending() > 0 && !progress.isRunning() : progress.phase() == step + 1;
        double y = top + 15;
        pen.add(Box.disc(x + 9, y, 9, now || done ? Role.BADGE : Role.BADGE_OPEN));
        if (done) {
            pen.glyph(Icon.TICK, x + 9, y, 9, Role.TICK_ON_BADGE);
        } else {
            String number = Integer.toString(step + 1);
            pen.text(x + 9, y, Anchor.MIDDLE, SMALL_BOLD, now ? Role.BADGE : Role.BADGE_OPEN, number);
        }
        double indent = column() < NARROW ? NARROW_TEXT : TEXT;
        double room = column() - indent - 8;
        TextFont font = now ? BODY_BOLD : BODY;
        String title = Pen.fitting(room, BODY_BOLD, titles(step));
        pen.text(x + indent, y - 7, font, now ? Role.TEXT : Role.TEXT_SECOND, title);
        pen.text(x + indent, y + 8, SMALL, Role.TEXT_THIRD, Pen.fitting(room, SMALL, details(step)));
    }

    /// What a step is called, the longest wording first.
    private static String[] titles(int step) {
        return switch (step) {
            case 0 -> new String[] {"collect and unmap", "unmap"};
            case 1 -> new String[] {"flush the TLBs", "flush TLBs", "flush"};
            case 2 -> new String[] {"erase"};
            default -> new String[] {"free the structs", "free"};
        };
    }

    /// How far a step has come, or else how it is done.
    private String[] details(int step) {
        return switch (step) {
            case 0 -> collecting();
            case 1 -> flushing();
            case 2 -> erasing();
            default -> freeing();
        };
    }

    private String[] collecting() {
        if (progress.phase() == 0) {
            return new String[] {"in address order", "in order"};
        }
        String share = progress.collected() + " of " + (progress.phase() == 1 ? areas : progress.collected());
        return new String[] {share + " areas", share};
    }

    private String[] flushing() {
        if (progress.flushed() > 0) {
            String pages = Sizes.pages(progress.flushed());
            return new String[] {"once, " + pages, pages};
        }
        if (!progress.isRunning()) {
            return new String[] {"once for all areas", "once for all", "once"};
        }
        long start = control.purgeStart();
        long end = control.purgeEnd();
        if (Long.compareUnsigned(start, end) >= 0) {
            return new String[] {"not yet"};
        }
        String pages = Sizes.pages(end - start >>> Machine.PAGE_SHIFT);
        return new String[] {pages + " so far", pages};
    }

    private String[] erasing() {
        if (progress.phase() < 3) {
            return new String[] {"from tree and list", "tree, list"};
        }
        String share = progress.erased() + " of " + progress.collected();
        return new String[] {share + " areas", share};
    }

    private String[] freeing() {
        if (control.rcuPending() == 0) {
            return new String[] {"after a grace period", "after RCU"};
        }
        String count = Sizes.number(control.rcuPending());
        return new String[] {count + " wait for a grace period", count + " wait"};
    }
}
