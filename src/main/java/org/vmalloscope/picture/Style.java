package org.vmalloscope.picture;

import java.util.List;

/// How a role is painted in one theme: everything a painter needs to know, in colours and px.
///
/// A box or path is painted in this order: fill, pattern, plain rim plate, outline. The outline is centred on the
/// geometry. Lines have butt ends; paths have round ends and joins while they are solid, butt ends when dashed.
///
/// @param fill the ground, or [Colour#NONE]
/// @param stroke the outline, the line, and the main colour of a [Glyph]; or [Colour#NONE]
/// @param lineWidth width of the outline or line
/// @param dash lengths drawn and skipped in turn; empty for a solid line
/// @param pattern the texture over the fill
/// @param patternColour its colour, which may let the fill through
/// @param rim when above 0, the pattern of a box is seen only in a rim this wide, the inside is plain
/// @param ink the colour of text in this role
/// @param headLength length of an arrow head
/// @param headWidth width of an arrow head
public record Style(
        Colour fill,
        Colour stroke,
        double lineWidth,
        List<Double> dash,
        Pattern pattern,
        Colour patternColour,
        double rim,
        Colour ink,
        double headLength,
        double headWidth) {
    /// Refuses negative measures with [IllegalArgumentException].
    public Style {
        dash = List.copyOf(dash);
        if (!(lineWidth >= 0 && rim >= 0 && headLength >= 0 && headWidth >= 0)) {
            throw new IllegalArgumentException("negative measure");
        }
    }

    /// Whether an outline or line is seen.
    public boolean isStroked() {
        return stroke.isVisible() && lineWidth > 0;
    }

    /// Whether the inside is painted, plainly or with a pattern.
    public boolean isFilled() {
        return fill.isVisible() || pattern != Pattern.NONE;
    }
}
