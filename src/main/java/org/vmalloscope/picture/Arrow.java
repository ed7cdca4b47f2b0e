package org.vmalloscope.picture;

/// The head of an arrow: a filled triangle from the tip to its two barbs, in px.
public record Arrow(double tipX, double tipY, double leftX, double leftY, double rightX, double rightY) {
    /// The share of its head by which a line ends before the tip, so that it does not show beside it.
    private static final double SHORTENING = 0.75;

    /// The head at `tip` of a line that comes from the direction of `from`.
    static Arrow at(double tipX, double tipY, double fromX, double fromY, double length, double width) {
        double dx = tipX - fromX;
        double dy = tipY - fromY;
        double distance = Math.hypot(dx, dy);
        double ux = distance == 0 ? 1 : dx / distance;
        double uy = distance == 0 ? 0 : dy / distance;
        double baseX = tipX - ux * length;
        double baseY = tipY - uy * length;
        double half = width / 2;
        return new Arrow(tipX, tipY, baseX + uy * half, baseY - ux * half, baseX - uy * half, baseY + ux * half);
    }

    /// How far in x or y a line must end before its tip: `delta` is its way to the tip on that axis.
    static double retreat(double delta, double distance, double headLength) {
        return distance == 0 ? 0 : delta / distance * Math.min(distance, headLength * SHORTENING);
    }
}
