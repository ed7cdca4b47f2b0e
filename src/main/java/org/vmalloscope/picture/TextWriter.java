package org.vmalloscope.picture;

import java.util.List;

/// A writer of pictures as plain text, for people who listen to them and for text exports.
///
/// Title and description come first, then, in the order of the picture, one line for every group or shape that has a
/// tip, indented inside its group, and one for every text that no such group speaks for, unless it repeats the
/// title or the description.
public final class TextWriter {
    private static final String INDENT = "  ";

    /// A writer.
    public TextWriter() {}

    /// The picture in words; every line ends with a line feed.
    public String write(Picture picture) {
        StringBuilder out = new StringBuilder();
        line(out, "", picture.title());
        line(out, "", picture.description());
        StringBuilder body = new StringBuilder();
        add(body, picture, picture.shapes(), "", false);
        if (!out.isEmpty() && !body.isEmpty()) {
            out.append('\n');
        }
        return out.append(body).toString();
    }

    private static void add(StringBuilder out, Picture picture, List<Shape> shapes, String indent, boolean spokenFor) {
        for (Shape shape : shapes) {
            line(out, indent, shape.tip());
            boolean speaks = !shape.tip().isEmpty();
            if (shape instanceof Group group) {
                add(out, picture, group.shapes(), speaks ? indent + INDENT : indent, speaks || spokenFor);
            } else if (shape instanceof Text text && !speaks && !spokenFor && !repeats(picture, text)) {
                line(out, indent, text.string());
            }
        }
    }

    private static boolean repeats(Picture picture, Text text) {
        String string = text.string();
        return string.equals(picture.title()) || string.equals(picture.description());
    }

    /// Adds a line, unless there is nothing to say; line feeds and control characters in it become spaces.
    private static void line(StringBuilder out, String indent, String text) {
        if (text.isBlank()) {
            return;
        }
        out.append(indent);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        out.append('\n');
    }
}
