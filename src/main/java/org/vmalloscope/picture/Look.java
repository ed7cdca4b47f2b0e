package org.vmalloscope.picture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a role looks like in terms of tokens, before a theme gives the tokens their colours.
record Look(
        @Nullable Token fill,
        @Nullable Line line,
        @Nullable Texture texture,
        Token ink,
        double headLength,
        double headWidth) {
    /// Width in px of the patterned rim that print gives to a red node.
    private static final double RIM = 5;

    private static final double HEAD_LENGTH = 7;
    private static final double HEAD_WIDTH = 5;

    /// An outline or line.
    record Line(Token token, double opacity, double width, List<Double> dash) {}

    /// A pattern over the fill; on the rim only, and only in print, or always and everywhere.
    record Texture(Pattern pattern, Token token, double opacity, boolean rimInPrint) {}

    private static final Look BLANK = new Look(null, null, null, Token.TEXT, HEAD_LENGTH, HEAD_WIDTH);

    static Look fill(Token fill) {
        return new Look(fill, null, null, Token.TEXT, HEAD_LENGTH, HEAD_WIDTH);
    }

    static Look line(Token stroke, double width) {
        return BLANK.outline(stroke, width);
    }

    static Look text(Token ink) {
        return BLANK.ink(ink);
    }

    static Look texture(Pattern pattern, Token token, double opacity) {
        return BLANK.pattern(pattern, token, opacity);
    }

    Look outline(Token token, double width) {
        return with(new Line(token, 1, width, List.of()));
    }

    /// The line so far, letting the ground through.
    Look faint(double opacity) {
        return line == null ? this : with(new Line(line.token, opacity, line.width, line.dash));
    }

    /// The line so far, dashed; lengths in px.
    Look dash(double drawn, double skipped) {
        return line == null ? this : with(new Line(line.token, line.opacity, line.width, List.of(drawn, skipped)));
    }

    private Look with(Line newLine) {
        return new Look(fill, newLine, texture, ink, headLength, headWidth);
    }

    Look pattern(Pattern pattern, Token token, double opacity) {
        return new Look(fill, line, new Texture(pattern, token, opacity, false), ink, headLength, headWidth);
    }

    Look rimInPrint(Pattern pattern, Token token, double opacity) {
        return new Look(fill, line, new Texture(pattern, token, opacity, true), ink, headLength, headWidth);
    }

    Look ink(Token newInk) {
        return new Look(fill, line, texture, newInk, headLength, headWidth);
    }

    Look head(double length, double width) {
        return new Look(fill, line, texture, ink, length, width);
    }

    /// Whether the inside of a shape belongs to it.
    boolean hasInside() {
        return fill != null || texture != null;
    }

    Style resolve(Map<Token, Colour> colours, boolean print) {
        Texture seen = texture == null || texture.rimInPrint && !print ? null : texture;
        return new Style(
                fill == null ? Colour.NONE : colour(colours, fill, 1),
                line == null ? Colour.NONE : colour(colours, line.token, line.opacity),
                line == null ? 0 : line.width,
                line == null ? List.of() : line.dash,
                seen == null ? Pattern.NONE : seen.pattern,
                seen == null ? Colour.NONE : colour(colours, seen.token, seen.opacity),
                seen != null && seen.rimInPrint ? RIM : 0,
                colour(colours, ink, 1),
                headLength,
                headWidth);
    }

    private static Colour colour(Map<Token, Colour> colours, Token token, double opacity) {
        Colour colour = colours.get(token);
        if (colour == null) {
            throw new IllegalStateException("no colour for " + token);
        }
        return colour.withOpacity(opacity);
    }
}
