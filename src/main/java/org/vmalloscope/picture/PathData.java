package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// A reader of path data as SVG writes them, of the commands M, L, H, V, C and Z in absolute coordinates.
final class PathData {
    private final String data;
    private int at;
    private double x;
    private double y;

    PathData(String data) {
        this.data = data;
    }

    List<Path.Segment> segments() {
        List<Path.Segment> segments = new ArrayList<>();
        char command = 0;
        for (skipBlanks(); at < data.length(); skipBlanks()) {
            if (Character.isLetter(data.charAt(at))) {
                command = data.charAt(at++);
            }
            segments.add(segment(command));
        }
        return segments;
    }

    private Path.Segment segment(char command) {
        return switch (command) {
            case 'M' -> {
                goTo(number(), number());
                yield new Path.Move(x, y);
            }
            case 'L' -> straight(number(), number());
            case 'H' -> straight(number(), y);
            case 'V' -> straight(x, number());
            case 'C' -> {
                double x1 = number();
                double y1 = number();
                double x2 = number();
                double y2 = number();
                goTo(number(), number());
                yield new Path.Cubic(x1, y1, x2, y2, x, y);
            }
            case 'Z' -> new Path.Close();
            default -> throw new IllegalArgumentException("no such path command: " + command + " in " + data);
        };
    }

    private Path.Segment straight(double toX, double toY) {
        goTo(toX, toY);
        return new Path.Straight(x, y);
    }

    private void goTo(double toX, double toY) {
        x = toX;
        y = toY;
    }

    private double number() {
        skipBlanks();
        int start = at;
        while (at < data.length()
                && (Character.isDigit(data.charAt(at))
                        || data.charAt(at) == '.'
                        || at == start && data.charAt(at) == '-')) {
            at++;
        }
        return Double.parseDouble(data.substring(start, at));
    }

    private void skipBlanks() {
        while (at < data.length() && (data.charAt(at) == ' ' || data.charAt(at) == ',')) {
            at++;
        }
    }
}
