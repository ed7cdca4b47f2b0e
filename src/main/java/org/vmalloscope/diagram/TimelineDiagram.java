package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The run from left to right: statements, the calls in them, a mark for every event, the stores.
///
/// Where events stand closer than a mark is wide, the rarer kind is shown and all keep a tick; where they stand
/// closer than a pixel, columns stand for many.
public final class TimelineDiagram {
    /// Px left of the events, for the names of the rows.
    public static final double LABELS = 76;

    private static final double RIGHT = 14;
    private static final double FLAGS = 14;
    private static final double STATEMENTS = 18;
    private static final double CALL = 7;
    private static final int MOST_DEPTH = 5;
    private static final double MARK = 11;
    private static final TextFont ROW = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont WORDS = TextFont.mono(11, Weight.REGULAR);

    private final TimelineScene scene;
    private final TimelineScale scale;
    private final double width;
    private final double height;
    private final List<Shape> shapes = new ArrayList<>();

    private TimelineDiagram(TimelineScene scene, TimelineScale scale, double width, double height) {
        this.scene = scene;
        this.scale = scale;
        this.width = width;
        this.height = height;
    }

    /// The scale of a whole run in a timeline that is `width` px wide.
    public static TimelineScale whole(long length, double width) {
        return new TimelineScale(0, Math.max(1, length), LABELS, Math.max(1, width - LABELS - RIGHT));
    }

    /// Draws the part of the run that the scale shows into `width` by `height` px.
    public static Picture draw(TimelineScene scene, TimelineScale scale, double width, double height) {
        return new TimelineDiagram(scene, scale, width, height).picture();
    }

    private Picture picture() {
        double y = FLAGS + 4;
        label("statements", y + STATEMENTS / 2);
        statements(y);
        double calls = y + STATEMENTS + 5;
        double room = height - calls - 44;
        int depth = Math.clamp((int) (room / (CALL + 2)), 0, MOST_DEPTH);
        if (depth > 0) {
            label("calls", calls + (CALL + 2) * depth / 2);
            calls(calls, depth);
        }
        double events = calls + depth * (CALL + 2) + 12;
        label("events", events);
        events(events);
        double stores = Math.min(height - 6, events + 28);
        label("stores", stores - 5);
        stores(stores);
        bookmarks(y);
        String words = scene.journal().statements() + " statements, "
                + Sizes.number(scene.journal().events()) + " events; now at event " + Sizes.number(scene.position());
        return new Picture(width, height, "Timeline", words, shapes);
    }

    private void label(String words, double middle) {
        shapes.add(new Text(12, ROW.baseline(middle), Anchor.START, ROW, Role.TEXT_SECOND, words));
    }

    private void statements(double y) {
        Journal journal = scene.journal();
        int current = scene.position() == 0 ? -1 : journal.statementOfEvent(scene.position());
        double drawnTo = Double.NEGATIVE_INFINITY;
        for (int statement = 0; statement < journal.statements(); statement++) {
            if (journal.eventEnd(statement) <= scale.from() || journal.eventStart(statement) >= scale.to()) {
                continue;
            }
            double x1 = Math.max(scale.left(), scale.x((double) journal.eventStart(statement)));
            double x2 = Math.min(scale.left() + scale.width(), scale.x((double) journal.eventEnd(statement)));
            boolean now = statement == current;
            if (x2 - drawnTo < 1 && !now) {
                continue;
            }
            drawnTo = x2;
            Role role = now ? Role.SELECTED_ROW : Role.HOLE;
            List<Shape> parts = new ArrayList<>();
            parts.add(new Box(x1, y, Math.max(0.5, x2 - x1), STATEMENTS, 0, role));
            parts.add(new Box(x1, y, 1, STATEMENTS, 0, Role.BASELINE));
            String words = TextMetrics.fit(scene.statement().apply(statement), WORDS, x2 - x1 - 9);
            if (x2 - x1 > 34 && words.length() > 2) {
                parts.add(new Text(
                        x1 + 5, WORDS.baseline(y + STATEMENTS / 2), Anchor.START, WORDS, Role.TEXT_SECOND, words));
            }
            String tip =
                    "statement " + (statement + 1) + ": " + scene.statement().apply(statement);
            shapes.add(new Group("statement:" + statement, parts, tip));
        }
    }

    private void calls(double y, int depth) {
        double[] drawnTo = new double[depth];
        for (EventLog.Call call : scene.log().calls((int) scale.from() + 1, (int) Math.ceil(scale.to()))) {
            double x1 = Math.max(scale.left(), scale.x(call.first() - 1));
            double x2 = Math.min(scale.left() + scale.width(), scale.x(call.last()));
            if (call.depth() >= depth || x2 <= drawnTo[call.depth()] + 0.7) {
                continue;
            }
            drawnTo[call.depth()] = x2;
            boolean open = scene.position() >= call.first() && scene.position() < call.last();
            double top = y + call.depth() * (CALL + 2);
            shapes.add(new Box(
                    "",
                    x1,
                    top,
                    Math.max(0.7, x2 - x1 - 0.5),
                    CALL,
                    1,
                    open ? Role.SELECTED_BAR : Role.SELECTED_ROW,
                    call.function()));
        }
    }

    private void events(double y) {
        int first = Math.max(1, (int) Math.floor(scale.from()) + 1);
        int last = (int) Math.min(scene.log().events(), Math.ceil(scale.to()));
        int columns = (int) Math.ceil(scale.width() / MARK);
        int[] best = new int[columns + 1];
        double tick = Double.NEGATIVE_INFINITY;
        for (int event = first; event <= last; event++) {
            EventMark mark = EventMark.of(scene.log().kind(event));
            if (mark.rarity() == 0) {
                continue;
            }
            double x = scale.x(event - 0.5);
            int column = Math.clamp((long) ((x - scale.left()) / MARK), 0, columns);
            if (best[column] == 0
                    || mark.rarity()
                            > EventMark.of(scene.log().kind(best[column])).rarity()) {
                best[column] = event;
            }
            if (x - tick >= 1) {
                shapes.add(new Box(x - 0.5, y + 8, 1, 4, 0, mark.tick()));
                tick = x;
            }
        }
        double right = Double.NEGATIVE_INFINITY;
        for (int event : best) {
            double x = event == 0 ? 0 : scale.x(event - 0.5);
            if (event > 0 && x - right >= MARK + 1) {
                glyph(event, x, y);
                right = x;
            }
        }
    }

    private void glyph(int event, double x, double y) {
        EventMark mark = EventMark.of(scene.log().kind(event));
        Icon icon = mark.icon();
        shapes.add(new Glyph("event:" + event, icon, x, y, MARK, mark.role(), "event " + event + ": " + mark.words()));
    }

    private void stores(double y) {
        int first = Math.max(1, (int) Math.floor(scale.from()) + 1);
        int last = (int) Math.min(scene.log().events(), Math.ceil(scale.to()));
        double column = Math.max(3, Math.min(9, scale.perEvent()));
        int columns = (int) Math.ceil(scale.width() / column) + 1;
        int[] counts = new int[columns];
        int most = 1;
        for (int event = first; event <= last; event++) {
            if (scene.log().kind(event) == EventKind.STORE) {
                int at = Math.clamp((long) ((scale.x(event - 0.5) - scale.left()) / column), 0, columns - 1);
                most = Math.max(most, ++counts[at]);
            }
        }
        for (int at = 0; at < columns; at++) {
            if (counts[at] > 0) {
                double high = Math.max(2, 11.0 * counts[at] / most);
                double wide = Math.min(column - 1, scale.left() + scale.width() - scale.left() - at * column);
                if (wide > 0) {
                    shapes.add(new Box(scale.left() + at * column, y - high, wide, high, 0, Role.STORE_BAR));
                }
            }
        }
        shapes.add(new Box(scale.left(), y, scale.width(), 1, 0, Role.RULE));
        for (long found : scene.found()) {
            double x = scale.x(found - 0.5);
            if (x >= scale.left() && x <= scale.left() + scale.width()) {
                shapes.add(new Box(x - 3, y + 2, 6, 2, 1, Role.CHANGED_FLAG));
            }
        }
    }

    private void bookmarks(double y) {
        scene.bookmarks().forEach((position, name) -> {
            double x = scale.x(position);
            if (x >= scale.left() && x <= scale.left() + scale.width()) {
                shapes.add(new Box("bookmark:" + position, x, y - 11, 7, 9, 1, Role.SELECTED_BAR, "bookmark: " + name));
                shapes.add(new Box(x, y - 11, 1, 11, 0, Role.SELECTED_BAR));
            }
        });
    }
}
