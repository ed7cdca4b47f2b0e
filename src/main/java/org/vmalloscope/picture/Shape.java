package org.vmalloscope.picture;

/// A piece of a picture: immutable, in px of the picture, y downwards.
public sealed interface Shape permits Box, Line, Path, Text, Glyph, Group {
    /// Names what the shape shows, the same in every picture in which it is shown: hits, highlights and
    /// animation go by it. Empty for decoration.
    String id();

    /// What is said about it in a tooltip and to a screen reader; empty when there is nothing to say.
    String tip();

    /// The rectangle it covers, not counting the width of lines.
    Bounds bounds();

    /// The same shape elsewhere: `dx` px to the right, `dy` px down.
    Shape moved(double dx, double dy);
}
