package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.SpaceContents.Item;
import org.vmalloscope.diagram.SpaceContents.State;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// The address space of vmalloc, to scale with elided gaps: a strip, and below it what the kernel tries in it.
///
/// Where there is height, a line above the strip shows the whole space without folds.
final class SpaceDiagram {
    private static final String TITLE = "Address space";
    private static final double LEFT = 62;
    private static final double RIGHT = 28;
    private static final double LARGE_PAGE = 56;
    private static final double LEAST_ZOOM = 8;
    private static final double WHOLE_FROM = 260;
    /// Room below the strip for a candidate or a flush span.
    private static final double ONE_TRY = 24;
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);

    private final Moment moment;
    private final Frame frame;
    private final SpaceContents contents;
    private final SpaceScale scale;
    private final Pen pen = new Pen();

    private SpaceDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.contents = moment.space();
        this.scale = scale(moment, frame);
    }

    private static SpaceScale scale(Moment moment, Frame frame) {
        return SpaceScale.of(
                moment.space(),
                moment.space().foldableBetween(frame.options().offers()),
                LEFT,
                frame.width() - LEFT - RIGHT,
                frame.zoom(),
                frame.options().highFirst());
    }

    static Picture draw(Moment moment, Frame frame) {
        return new SpaceDiagram(moment, frame).picture();
    }

    /// Until a page is wide enough to be written on.
    static double mostZoom(Moment moment, double width) {
        double page =
                scale(moment, Frame.of(Math.max(width, LEFT + RIGHT + 1), 100)).page();
        return Math.max(LEAST_ZOOM, LARGE_PAGE / page);
    }

    static Diagram.FigureSize size(Moment moment) {
        int rows = Math.min(14, moment.space().search().tried().size());
        return new Diagram.FigureSize(1240, 150 + Math.max(1, rows) * 24.0);
    }

    private Picture picture() {
        boolean whole = frame.height() >= WHOLE_FROM;
        double top = whole ? 44 : 11;
        double tall = Math.clamp(frame.height() - top - SpaceStrip.BELOW - ONE_TRY, 22, 58);
        if (whole) {
            whole();
        }
        pen.text(12, top + tall / 2, SMALL, Role.TEXT_SECOND, "areas");
        pen.text(12, top + tall + 9, SMALL, Role.TEXT_SECOND, "PTEs");
        new SpaceStrip(moment, scale, frame, top, tall).addTo(pen);
        new SpaceOffers(SpaceOffers.places(frame.options().offers()), scale, top, tall).addTo(pen);
        double below = top + tall + SpaceStrip.BELOW;
        if (contents.items().isEmpty()) {
            String empty = moment.view().vmapInitialized()
                    ? "No area yet: vmalloc makes one"
                    : "No area before vmalloc_init (statement boot or start_kernel)";
            pen.fitted(LEFT, below + 6, frame.width() - LEFT - 8, SMALL, Role.TEXT_THIRD, empty);
        }
        double bottom = Math.max(below + ONE_TRY, frame.height() - 4);
        new SpaceTries(moment, scale, below, bottom, frame.roomWidth()).addTo(pen);
        return new Picture(
                frame.roomWidth(), Math.max(frame.height(), below + ONE_TRY), TITLE, description(), pen.shapes());
    }

    /// The whole space in its true proportions: nearly everything is in one pixel.
    private void whole() {
        double left = scale.left();
        double wide = scale.right() - left;
        double span = contents.end() - contents.start();
        pen.text(12, 20, SMALL, Role.TEXT_THIRD, "to scale");
        pen.box(left, 16, wide, 8, 2, Role.GAUGE);
        double drawn = Double.NEGATIVE_INFINITY;
        for (Item item : contents.items()) {
            double share = (item.from() - contents.start()) / span;
            double length = Math.max(1.5, wide * ((item.to() - item.from()) / span));
            double x = frame.options().highFirst() ? left + wide * (1 - share) - length : left + wide * share;
            x = Math.clamp(x, left, left + wide - length);
            if (Math.abs(x - drawn) >= 1) {
                pen.box(x, 16, length, 8, 0, item.kind().mark());
                drawn = x;
            }
        }
        String size = Sizes.bytes(contents.end() - contents.start());
        pen.text(left + wide, 33, Anchor.END, SMALL, Role.TEXT_THIRD, size + " in all");
    }

    private String description() {
        if (contents.items().isEmpty()) {
            return "No area in " + Sizes.bytes(contents.end() - contents.start()) + " of addresses.";
        }
        SpaceStrip strip = new SpaceStrip(moment, scale, frame, 0, 40);
        List<String> parts = new ArrayList<>();
        for (Item item :
                contents.items().subList(0, Math.min(40, contents.items().size()))) {
            parts.add(strip.name(item) + " from " + Addresses.full(item.from()) + ", " + Sizes.pages(item.pages())
                    + (item.guard() ? " with a guard page" : ""));
        }
        int more = contents.items().size() - parts.size();
        String rest = more > 0 ? ", and " + more + " more" : "";
        return "In ascending order: " + String.join("; ", parts) + rest + ".";
    }

    static List<LegendEntry> legend(Moment moment) {
        SpaceContents contents = moment.space();
        List<LegendEntry> entries = new ArrayList<>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean guard = false;
        boolean gap = false;
        boolean padding = false;
        long end = contents.start();
        for (Item item : contents.items()) {
            if (item.state() != State.PENDING) {
                kinds.add(item.kind());
            }
            guard |= item.guard();
            gap |= end != contents.start() && item.from() != end;
            padding |= item.padding() > 0;
            end = item.to();
        }
        kinds.forEach(kind -> entries.add(LegendEntry.of(kind, TreeDiagram.words(kind))));
        if (guard) {
            entries.add(LegendEntry.of(Role.VM_GUARD, "guard page, inside the area"));
        }
        if (gap) {
            entries.add(LegendEntry.of(Role.GAP, "gap page, left below"));
        }
        if (padding) {
            entries.add(LegendEntry.of(Role.PADDING, "alignment padding"));
        }
        if (!contents.mapped().isEmpty()) {
            entries.add(LegendEntry.of(Role.MAPPED, "present in the page table"));
        }
        if (contents.search().tried().stream().anyMatch(hole -> hole.verdict() != Verdict.CHOSEN)) {
            entries.add(LegendEntry.of(Icon.CROSS, Role.HOLE_REJECTED, "rejected"));
        }
        if (contents.search().tried().stream().anyMatch(hole -> hole.verdict() == Verdict.CHOSEN)) {
            entries.add(LegendEntry.of(Icon.TICK, Role.HOLE_CHOSEN, "chosen"));
        }
        return entries;
    }
}
