package org.vmalloscope.diagram;

/// Where the rows of a timeline are, in px from its top.
///
/// @param statements the top of the statements
/// @param calls the top of the calls
/// @param call from one level of calls to the next
/// @param depth levels of calls there is room for
/// @param events the middle of the marks
/// @param stores the base line of the stores
record TimelineRows(double statements, double calls, double call, int depth, double events, double stores) {
    static final double STATEMENT = 18;
    static final double GAP = 2;
    /// From the base line of the stores to the numbers of the axis.
    static final double AXIS = 12;

    private static final double FLAGS = 18;
    private static final int MOST_DEPTH = 5;
    private static final double THIN_CALL = 9;
    private static final double THICK_CALL = 19;
    private static final double MARKS = 12;
    private static final double STORES = 24;
    private static final double BOTTOM = 4;
    private static final double AXIS_BOTTOM = 20;

    static TimelineRows of(double height, boolean axis) {
        double calls = FLAGS + STATEMENT + 5;
        double bottom = axis ? AXIS_BOTTOM : BOTTOM;
        double room = Math.max(0, height - calls - MARKS - STORES - bottom);
        double call = Math.clamp(room / MOST_DEPTH, THIN_CALL, THICK_CALL);
        int depth = Math.clamp((int) (room / call), 0, MOST_DEPTH);
        double events = calls + depth * call + MARKS;
        return new TimelineRows(FLAGS, calls, call, depth, events, Math.min(height - bottom, events + STORES));
    }
}
