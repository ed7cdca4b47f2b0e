package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
/// closer than a pixel, columns stand for many. The time it takes depends on the width, not on the length of the run.
public final class TimelineDiagram {
    /// Px left of the events, for the names of the rows.
    public static final double LABELS = 76;

    private static final double RIGHT = 14;
    private static final double MARK = 11;
    /// A run is zoomed when less than this share of it is shown.
    private static final double ZOOMED = 0.7;
    /// Calls that stand so far apart have room for their names.
    private static final double NAMED_CALL = 15;

    private static final double LOW = 112;
    private static final double BOOKMARK_NAME = 180;

    /// More calls than this are drawn by their depth alone.
    private static final int MOST_CALLS = 4_000;

    private static final TextFont ROW = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont WORDS = TextFont.mono(11, Weight.REGULAR);

    private final TimelineScene scene;
    private final TimelineScale scale;
    private final double width;
    private final double height;
    private final TimelineRows rows;
    private final List<Shape> shapes = new ArrayList<>();

    private TimelineDiagram(TimelineScene scene, TimelineScale scale, double width, double height) {
        this.scene = scene;
        this.scale = scale;
        this.width = width;
        this.height = height;
        this.rows = TimelineRows.of(height, hasAxis());
    }

    /// Events are numbered where single ones can be meant.
    private boolean hasAxis() {
        return height >= LOW && scale.to() - scale.from() < ZOOMED * scene.log().events();
    }

    /// The scale of a whole run in a timeline that is `width` px wide.
    public static TimelineScale whole(long length, double width) {
        return new TimelineScale(0, Math.max(1, length), LABELS, Math.max(1, width - LABELS - RIGHT));
    }

    /// Draws the part of the run that the scale shows into `width` by `height` px.
    public static Picture draw(TimelineScene scene, TimelineScale scale, double width, double height) {
        return new TimelineDiagram(scene, scale, width, height).picture(true, true);
    }

    /// The part of [#draw] that is the same wherever in the run somebody stands.
    public static Picture background(TimelineScene scene, TimelineScale scale, double width, double height) {
        return new TimelineDiagram(scene, scale, width, height).picture(true, false);
    }

    /// The part of [#draw] that follows the position, the bookmarks and the search, to be put over the background.
    public static Picture now(TimelineScene scene, TimelineScale scale, double width, double height) {
        return new TimelineDiagram(scene, scale, width, height).picture(false, true);
    }

    private Picture picture(boolean background, boolean now) {
        if (background) {
            label("statements", rows.statements() + TimelineRows.STATEMENT / 2);
            statements(rows.statements());
            if (rows.depth() > 0) {
                label("calls", rows.calls() + rows.call() * rows.depth() / 2);
                calls();
            }
            label("events", rows.events());
            events(rows.events());
            label("stores", rows.stores() - 5);
            stores(rows.stores());
            if (hasAxis()) {
                new TimelineAxis(scale, rows.stores()).addTo(shapes);
            }
        }
        if (now) {
            current(rows.statements());
            openCalls();
            found(rows.stores());
            bookmarks(rows.statements());
        }
        String words = scene.journal().statements() + " statements, "
                + Sizes.number(scene.journal().events()) + " events; now at event " + Sizes.number(scene.position());
        return new Picture(width, height, "Timeline", words, shapes);
    }

    private void label(String words, double middle) {
        shapes.add(new Text(12, ROW.baseline(middle), Anchor.START, ROW, Role.TEXT_SECOND, words));
    }

    private void statements(double y) {
        Journal journal = scene.journal();
        double right = scale.left() + scale.width();
        double drawnTo = Double.NEGATIVE_INFINITY;
        int statement = statementAt(scale.from());
        while (statement < journal.statements() && journal.eventStart(statement) < scale.to()) {
            double x2 = Math.min(right, scale.x((double) journal.eventEnd(statement)));
            if (x2 - drawnTo >= 1) {
                statement(statement, y, Role.HOLE);
                drawnTo = x2;
                statement++;
            } else {
                statement = Math.max(statement + 1, statementAt(scale.position(drawnTo + 1)));
            }
        }
    }

    /// The statement that the event after a position belongs to; as many as there are when there is none.
    private int statementAt(double position) {
        long event = Math.max(1, (long) Math.floor(position) + 1);
        Journal journal = scene.journal();
        return event > journal.events() ? journal.statements() : journal.statementOfEvent(event);
    }

    private void statement(int statement, double y, Role role) {
        Journal journal = scene.journal();
        double x1 = Math.max(scale.left(), scale.x((double) journal.eventStart(statement)));
        double x2 = Math.min(scale.left() + scale.width(), scale.x((double) journal.eventEnd(statement)));
        List<Shape> parts = new ArrayList<>();
        parts.add(new Box(x1, y, Math.max(0.5, x2 - x1), TimelineRows.STATEMENT, 0, role));
        if (x2 - x1 >= 3) {
            parts.add(new Box(x1, y, 1, TimelineRows.STATEMENT, 0, Role.BASELINE));
        }
        String text = scene.statement().apply(statement);
        if (x2 - x1 > 34) {
            String words = TextMetrics.fit(text, WORDS, x2 - x1 - 9);
            if (words.length() > 2) {
                parts.add(new Text(
                        x1 + 5,
                        WORDS.baseline(y + TimelineRows.STATEMENT / 2),
                        Anchor.START,
                        WORDS,
                        Role.TEXT_SECOND,
                        words));
            }
        }
        String id = role == Role.HOLE ? "statement:" : "statement-now:";
        shapes.add(new Group(id + statement, parts, "statement " + (statement + 1) + ": " + text));
    }

    /// The statement under the cursor.
    private void current(double y) {
        if (scene.position() > 0) {
            int statement = scene.journal().statementOfEvent(scene.position());
            if (scene.journal().eventEnd(statement) > scale.from()
                    && scene.journal().eventStart(statement) < scale.to()) {
                statement(statement, y, Role.SELECTED_ROW);
            }
        }
    }

    private long firstEvent() {
        return Math.max(1, (long) Math.floor(scale.from()) + 1);
    }

    private long lastEvent() {
        return Math.min(scene.log().events(), (long) Math.ceil(scale.to()));
    }

    private void calls() {
        if (scene.log().countCalls(firstEvent(), lastEvent()) > MOST_CALLS
                || lastEvent() > scene.log().callsKnownTo()) {
            depths();
            return;
        }
        double[] drawnTo = new double[rows.depth()];
        for (EventLog.Call call : scene.log().calls(firstEvent(), lastEvent())) {
            if (call.depth() < rows.depth() && scale.x((double) call.last()) > drawnTo[call.depth()] + 0.7) {
                drawnTo[call.depth()] = call(call, Role.SELECTED_ROW);
            }
        }
    }

    private double call(EventLog.Call call, Role role) {
        double x1 = Math.max(scale.left(), scale.x((double) (call.first() - 1)));
        double x2 = Math.min(scale.left() + scale.width(), scale.x((double) call.last()));
        double top = rows.calls() + call.depth() * rows.call();
        double high = rows.call() - TimelineRows.GAP;
        shapes.add(new Box("", x1, top, Math.max(0.7, x2 - x1 - 0.5), high, 1, role, call.function()));
        if (rows.call() >= NAMED_CALL && x2 - x1 > 40) {
            String name = TextMetrics.fit(call.function(), WORDS, x2 - x1 - 9);
            Role ink = role == Role.SELECTED_BAR ? Role.BADGE : Role.TEXT;
            shapes.add(new Text(x1 + 5, WORDS.baseline(top + high / 2), Anchor.START, WORDS, ink, name));
        }
        return x2;
    }

    /// Where there are too many calls to be told apart, or their names are not known: how deep they are in each px.
    private void depths() {
        int columns = (int) Math.ceil(scale.width());
        int[] deepest = new int[columns];
        for (int column = 0; column < columns; column++) {
            deepest[column] = sum(column, 1).deepest;
        }
        for (int level = 0; level < rows.depth(); level++) {
            for (int column = 0; column < columns; column++) {
                int start = column;
                while (column < columns && deepest[column] > level) {
                    column++;
                }
                if (column > start) {
                    double top = rows.calls() + level * rows.call();
                    double high = rows.call() - TimelineRows.GAP;
                    shapes.add(new Box(scale.left() + start, top, column - start, high, 1, Role.SELECTED_ROW));
                }
            }
        }
    }

    /// What happens in a column of `wide` px.
    private EventPyramid.Sum sum(int column, double wide) {
        return scene.log().sum(first(column, wide), last(column, wide));
    }

    private long first(int column, double wide) {
        return Math.max(firstEvent(), eventAt(scale.left() + column * wide));
    }

    private long last(int column, double wide) {
        return Math.min(lastEvent(), eventAt(scale.left() + (column + 1) * wide) - 1);
    }

    /// The first event whose middle is at `x` or right of it.
    private long eventAt(double x) {
        return (long) Math.ceil(scale.position(x) + 0.5);
    }

    private void openCalls() {
        long position = scene.position();
        if (position > 0) {
            for (EventLog.Call call : scene.log().calls(position, position)) {
                boolean seen = call.last() > scale.from() && call.first() <= scale.to();
                if (seen && call.depth() < rows.depth() && position < call.last()) {
                    call(call, Role.SELECTED_BAR);
                }
            }
        }
    }

    private void events(double y) {
        int columns = (int) Math.ceil(scale.width());
        for (int column = 0; column < columns; column++) {
            EventKind rarest = rarest(column, 1);
            long event = rarest == null ? 0 : find(rarest, column, 1);
            if (rarest != null && event > 0) {
                double x = scale.x(event - 0.5);
                shapes.add(new Box(x - 0.5, y + 8, 1, 4, 0, EventMark.of(rarest).tick()));
            }
        }
        double right = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < columns / MARK + 1; column++) {
            EventKind rarest = rarest(column, MARK);
            long event = rarest == null ? 0 : find(rarest, column, MARK);
            double x = event == 0 ? 0 : scale.x(event - 0.5);
            if (event > 0 && x - right >= MARK + 1) {
                glyph(event, x, y);
                right = x;
            }
        }
    }

    /// The first event of a kind in a column; sums of long stretches are of whole blocks, so it may lie just before.
    private long find(EventKind kind, int column, double wide) {
        long before = scale.perEvent() * EventPyramid.BLOCK < wide ? EventPyramid.BLOCK : 0;
        return scene.log().find(kind, Math.max(firstEvent(), first(column, wide) - before), last(column, wide));
    }

    /// The rarest kind that has a mark in a column.
    private @Nullable EventKind rarest(int column, double wide) {
        int kinds = sum(column, wide).kinds;
        EventKind best = null;
        int rarity = 0;
        for (EventKind kind : EventKind.values()) {
            if ((kinds & EventLog.bit(kind)) != 0 && EventMark.of(kind).rarity() > rarity) {
                rarity = EventMark.of(kind).rarity();
                best = kind;
            }
        }
        return best;
    }

    private void glyph(long event, double x, double y) {
        EventMark mark = EventMark.of(scene.log().kind(event));
        Icon icon = mark.icon();
        shapes.add(new Glyph("event:" + event, icon, x, y, MARK, mark.role(), "event " + event + ": " + mark.words()));
    }

    private void stores(double y) {
        double column = Math.max(3, Math.min(9, scale.perEvent()));
        int columns = (int) Math.ceil(scale.width() / column);
        long[] counts = new long[columns];
        long most = 1;
        for (int at = 0; at < columns; at++) {
            counts[at] = sum(at, column).stores;
            most = Math.max(most, counts[at]);
        }
        for (int at = 0; at < columns; at++) {
            double wide = Math.min(column - 1, scale.width() - at * column);
            if (counts[at] > 0 && wide > 0) {
                double high = Math.max(2, 11.0 * counts[at] / most);
                shapes.add(new Box(scale.left() + at * column, y - high, wide, high, 0, Role.STORE_BAR));
            }
        }
        shapes.add(new Box(scale.left(), y, scale.width(), 1, 0, Role.RULE));
    }

    private void found(double y) {
        double drawnTo = Double.NEGATIVE_INFINITY;
        for (long found : scene.found()) {
            double x = scale.x(found - 0.5);
            if (x >= scale.left() && x <= scale.left() + scale.width() && x >= drawnTo + 1) {
                shapes.add(new Box(x - 3, y + 2, 6, 2, 1, Role.CHANGED_FLAG));
                drawnTo = x;
            }
        }
    }

    private void bookmarks(double y) {
        double right = scale.left() + scale.width();
        List<Long> marked = scene.bookmarks().keySet().stream().sorted().toList();
        for (int index = 0; index < marked.size(); index++) {
            long position = marked.get(index);
            double x = scale.x((double) position);
            if (x >= scale.left() && x <= right) {
                String name = scene.bookmarks().getOrDefault(position, "");
                shapes.add(new Box("bookmark:" + position, x, y - 13, 8, 9, 1, Role.SELECTED_BAR, "bookmark: " + name));
                shapes.add(new Box(x, y - 13, 1, 13, 0, Role.SELECTED_BAR));
                double next = index + 1 < marked.size() ? scale.x((double) marked.get(index + 1)) : right;
                double room = Math.min(Math.min(next, right) - x - 18, BOOKMARK_NAME);
                if (room > 20) {
                    String words = TextMetrics.fit(name, ROW, room);
                    shapes.add(new Text(x + 12, ROW.baseline(y - 8), Anchor.START, ROW, Role.TEXT_SECOND, words));
                }
            }
        }
    }
}
