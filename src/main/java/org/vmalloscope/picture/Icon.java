package org.vmalloscope.picture;

import java.util.List;

/// A small symbol, drawn in a square of 12 x 12 px.
public enum Icon {
    /// An area with a vm_struct.
    WINDOW(line(1.5, "M1.4 2.6H10.6V9.4H1.4Z"), line(1.2, "M1.4 5.6H10.6")),
    /// A busy area without one.
    DOT(solid(Discs.DOT)),
    /// A vm_map_ram block.
    CELLS(solid(
            "M1.1 1.1H3.7V3.7H1.1ZM1.1 4.7H3.7V7.3H1.1ZM1.1 8.3H3.7V10.9H1.1ZM4.7 1.1H7.3V3.7H4.7ZM4.7 4.7H7.3V7.3H4.7Z"
                    + "M4.7 8.3H7.3V10.9H4.7ZM8.3 1.1H10.9V3.7H8.3ZM8.3 4.7H10.9V7.3H8.3ZM8.3 8.3H10.9V10.9H8.3Z")),
    /// Imported at boot.
    PIN(line(1.42, "M3 1H9M4.2 1V5.2M7.8 1V5.2M2 5.4H10M6 5.4V11.2")),
    /// Waiting: lazily freed, an RCU grace period.
    HOURGLASS(line(1.5, "M2.4 1H9.6L2.4 11H9.6Z"), solid("M4 10.6H8L6 8Z")),
    /// Being purged, rejected, freed.
    CROSS(line(1.8, "M2.6 2.6L9.4 9.4M9.4 2.6L2.6 9.4")),
    /// Chosen, valid.
    TICK(line(1.8, "M2 6.3L4.8 9.2L10.2 2.6")),
    /// NULL where a link is expected.
    NULL(paper(Discs.RING), line(1.5, Discs.RING), line(1.5, "M2.9 9.1L9.1 2.9")),

    /// A store.
    STORE(line(1.95, "M6 1V11")),
    /// A function is entered.
    ENTER(line(1.65, "M3.4 1.6L9.4 6L3.4 10.4")),
    /// A function is left.
    LEAVE(line(1.65, "M8.6 1.6L2.6 6L8.6 10.4")),
    /// A rotation of the tree.
    ROTATION(
            line(
                    1.5,
                    "M2.9 8.9C1.34 7.24 1.35 4.66 2.9 3.01C4.46 1.35 7.04 1.2 8.79 2.65C10.53 4.11 10.84 6.67 9.5 8.5"),
            solid("M11.6 7L10 11.4L6.9 8.2Z")),
    /// A node changes between red and black.
    RECOLOUR(
            paper(Discs.RING),
            solid("M6 1.6C8.43 1.6 10.4 3.57 10.4 6C10.4 8.43 8.43 10.4 6 10.4Z"),
            line(1.5, Discs.RING)),
    /// Pages are mapped.
    MAP(solid(
            "M2.8 1.8H9.2C9.75 1.8 10.2 2.25 10.2 2.8V9.2C10.2 9.75 9.75 10.2 9.2 10.2H2.8C2.25 10.2 1.8 9.75 1.8 9.2V2.8"
                    + "C1.8 2.25 2.25 1.8 2.8 1.8Z")),
    /// Pages are unmapped.
    UNMAP(
            line(1.5, "M3 2H9C9.55 2 10 2.45 10 3V9C10 9.55 9.55 10 9 10H3C2.45 10 2 9.55 2 9V3C2 2.45 2.45 2 3 2Z"),
            line(1.5, "M2.4 9.6L9.6 2.4")),
    /// The TLB is flushed.
    BOLT(solid("M7.4 0.4L2 7H5.6L4.6 11.6L10 4.8H6.4Z")),
    /// The caches are flushed.
    DIAMOND(line(1.5, "M6 1L11 6L6 11L1 6Z")),
    /// A lock is taken or held.
    LOCK(
            line(1.5, "M3.3 5.4V3.6C3.3 2.11 4.51 0.9 6 0.9C7.49 0.9 8.7 2.11 8.7 3.6V5.4"),
            solid("M3 5.2H9C9.66 5.2 10.2 5.74 10.2 6.4V10C10.2 10.66 9.66 11.2 9 11.2H3C2.34 11.2 1.8 10.66 1.8 10V6.4"
                    + "C1.8 5.74 2.34 5.2 3 5.2Z")),
    /// A lock is released or free.
    UNLOCKED(
            line(1.4, "M3.3 5.4V3.4C3.3 1.91 4.51 0.7 6 0.7C7.18 0.7 8.18 1.45 8.55 2.5"),
            line(
                    1.4,
                    "M3.4 5.6H8.6C9.15 5.6 9.6 6.05 9.6 6.6V9.8C9.6 10.35 9.15 10.8 8.6 10.8H3.4C2.85 10.8 2.4 10.35 2.4 9.8V6.6"
                            + "C2.4 6.05 2.85 5.6 3.4 5.6Z")),
    /// printk writes a line.
    PROMPT(line(1.65, "M1.4 2.6L5 6L1.4 9.4M6 10H10.8")),
    /// A remark of the engine.
    NOTE(line(1.5, "M2 3.4H10M2 6H10M2 8.6H7")),
    /// WARN, and what deserves a warning.
    WARNING(
            paper("M6 0.8L11.6 10.6H0.4Z"),
            line(1.35, "M6 0.8L11.6 10.6H0.4Z"),
            line(1.5, "M6 4.2V7.2"),
            solid(
                    "M6.85 9C6.85 9.47 6.47 9.85 6 9.85C5.53 9.85 5.15 9.47 5.15 9C5.15 8.53 5.53 8.15 6 8.15C6.47 8.15 6.85 8.53 6.85 9Z")),
    /// BUG or an oops: the end.
    BUG(
            solid("M3.7 0.6H8.3L11.4 3.7V8.3L8.3 11.4H3.7L0.6 8.3V3.7Z"),
            new Part(true, 1.65, "M6 3.2V6.8"),
            paper(
                    "M6.95 8.8C6.95 9.32 6.52 9.75 6 9.75C5.48 9.75 5.05 9.32 5.05 8.8C5.05 8.28 5.48 7.85 6 7.85C6.52 7.85 6.95 8.28 6.95 8.8Z")),

    /// Into a function.
    INTO(line(1.6, "M6 0.8V7.2M3.2 4.4L6 7.2L8.8 4.4"), solid("M4.4 9.2H7.6V11.6H4.4Z")),
    /// Over a call.
    OVER(
            line(1.6, "M1.2 7.6C1.4 4.6 3.6 2.6 6 2.6C7.9 2.6 9.5 3.8 10.3 5.6M10.8 2.2V5.8H7.2"),
            solid("M4.4 9.2H7.6V11.6H4.4Z")),
    /// Out of a function.
    OUT(line(1.6, "M6 7.4V1M3.2 3.8L6 1L8.8 3.8"), solid("M4.4 9.2H7.6V11.6H4.4Z")),
    /// To the start of the run.
    START(line(1.6, "M2 1.8V10.2"), solid("M10.6 1.2V10.8L3.6 6Z")),
    /// One statement back.
    PREVIOUS(solid("M6 1.4V10.6L0.6 6ZM11.6 1.4V10.6L6.2 6Z")),
    /// One event back.
    BACK(solid("M9.2 1V11L2.2 6Z")),
    /// One event forward; play.
    FORWARD(solid("M2.8 1V11L9.8 6Z")),
    /// One statement forward.
    NEXT(solid("M6 1.4V10.6L11.4 6ZM0.4 1.4V10.6L5.8 6Z")),
    /// To the end of the run.
    END(line(1.6, "M10 1.8V10.2"), solid("M1.4 1.2V10.8L8.4 6Z")),
    PAUSE(solid("M2.2 1.2H5V10.8H2.2ZM7 1.2H9.8V10.8H7Z")),
    FIND(
            line(
                    1.5,
                    "M8.4 4.9C8.4 6.83 6.83 8.4 4.9 8.4C2.97 8.4 1.4 6.83 1.4 4.9C1.4 2.97 2.97 1.4 4.9 1.4C6.83 1.4 8.4 2.97 8.4 4.9ZM7.5 7.5L11 11")),
    /// What is watched.
    EYE(
            line(1.3, "M0.8 6C2.2 3.6 4 2.4 6 2.4C8 2.4 9.8 3.6 11.2 6C9.8 8.4 8 9.6 6 9.6C4 9.6 2.2 8.4 0.8 6Z"),
            solid("M7.8 6C7.8 7 7 7.8 6 7.8C5 7.8 4.2 7 4.2 6C4.2 5 5 4.2 6 4.2C7 4.2 7.8 5 7.8 6Z")),
    /// Switch between the light and the dark theme.
    THEME(
            line(
                    1.3,
                    "M8.6 6C8.6 7.44 7.44 8.6 6 8.6C4.56 8.6 3.4 7.44 3.4 6C3.4 4.56 4.56 3.4 6 3.4C7.44 3.4 8.6 4.56 8.6 6Z"),
            line(
                    1.3,
                    "M6 0.8V1.6M6 10.4V11.2M0.8 6H1.6M10.4 6H11.2M2.3 2.3L2.9 2.9M9.1 9.1L9.7 9.7M2.3 9.7L2.9 9.1M9.1 2.9L9.7 2.3")),
    /// All of it into the room there is.
    FIT(line(1.4, "M1.4 4V1.4H4M8 1.4H10.6V4M10.6 8V10.6H8M4 10.6H1.4V8")),
    /// More room.
    ENLARGE(line(1.4, "M7.2 1.4H10.6V4.8M10.6 1.4L7 5M4.8 10.6H1.4V7.2M1.4 10.6L5 7")),
    /// Back to where it was.
    SHRINK(line(1.4, "M11 1L7.2 4.8M7.2 1.8V4.8H10.2M1 11L4.8 7.2M4.8 10.2V7.2H1.8")),
    /// For the back of the room.
    PRESENT(line(1.4, "M1.2 1.8H10.8V8.2H1.2ZM6 8.2V10.8M3.4 10.8H8.6")),
    LESSON(line(1.4, "M6 3L1.2 1.8V9.4L6 10.6L10.8 9.4V1.8ZM6 3V10.6")),
    EXPORT(line(1.5, "M6 1V7.4M3.2 4.8L6 7.6L8.8 4.8M1.4 8.4V10.8H10.6V8.4")),
    /// To a page outside the program.
    LINK(line(1.4, "M4.8 2.2H1.8V10.2H9.8V7.2M7 1.4H10.6V5M10.4 1.6L5.6 6.4")),
    MORE(line(1.5, "M6 2V10M2 6H10")),
    LESS(line(1.5, "M2 6H10")),
    /// The other way round.
    SWAP(line(1.4, "M1.2 3.8H10M7.6 1.4L10.2 3.8L7.6 6.2M10.8 8.6H2M4.4 6.4L1.8 8.6L4.4 11")),
    /// Several things in one.
    MERGE(line(1.4, "M1.4 1.4H7.4V7.4H1.4ZM4.6 7.4V10.6H10.6V4.6H7.4")),
    BOOKMARK(solid("M2.8 0.8H9.2V11.2L6 8.6L2.8 11.2Z")),
    /// A light on what changed.
    SPOTLIGHT(
            line(1.3, "M11 6C11 8.76 8.76 11 6 11C3.24 11 1 8.76 1 6C1 3.24 3.24 1 6 1C8.76 1 11 3.24 11 6Z"),
            solid(
                    "M8.2 6C8.2 7.21 7.21 8.2 6 8.2C4.79 8.2 3.8 7.21 3.8 6C3.8 4.79 4.79 3.8 6 3.8C7.21 3.8 8.2 4.79 8.2 6Z")),
    COPY(line(1.4, "M4.2 4.2H10.8V10.8H4.2ZM4.2 7.8H1.2V1.2H7.8V4.2"));

    /// The side in px of the square they are drawn in.
    public static final double SIDE = 12;

    /// A piece of an icon, painted in order.
    ///
    /// @param onPaper whether it has the fill colour of the role; else it has its outline colour
    /// @param lineWidth width of its line in px of the square, with round ends and joins; 0 when it is filled
    /// @param data the path, in SVG's syntax
    /// @param segments the same path, parsed
    public record Part(boolean onPaper, double lineWidth, String data, List<Path.Segment> segments) {
        Part(boolean onPaper, double lineWidth, String data) {
            this(onPaper, lineWidth, data, List.copyOf(Path.parse(data)));
        }

        /// Whether it is filled and not stroked.
        public boolean isSolid() {
            return lineWidth == 0;
        }
    }

    /// Discs that several icons are made of.
    private static final class Discs {
        static final String DOT = "M9 6C9 7.66 7.66 9 6 9C4.34 9 3 7.66 3 6C3 4.34 4.34 3 6 3C7.66 3 9 4.34 9 6Z";
        static final String RING =
                "M10.4 6C10.4 8.43 8.43 10.4 6 10.4C3.57 10.4 1.6 8.43 1.6 6C1.6 3.57 3.57 1.6 6 1.6C8.43 1.6 10.4 3.57 10.4 6Z";
    }

    private final List<Part> parts;

    Icon(Part... parts) {
        this.parts = List.of(parts);
    }

    /// Its pieces, the first at the bottom.
    public List<Part> parts() {
        return parts;
    }

    private static Part line(double width, String data) {
        return new Part(false, width, data);
    }

    private static Part solid(String data) {
        return new Part(false, 0, data);
    }

    private static Part paper(String data) {
        return new Part(true, 0, data);
    }
}
