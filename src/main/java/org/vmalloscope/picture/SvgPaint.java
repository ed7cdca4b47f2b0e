package org.vmalloscope.picture;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The paint attributes of one SVG file: those of each role, made once, and the patterns they refer to.
final class SvgPaint {
    private final Theme theme;
    private final Map<Role, String> boxes = new EnumMap<>(Role.class);
    private final Map<Role, String> paths = new EnumMap<>(Role.class);
    private final Map<String, String> patterns = new LinkedHashMap<>();

    SvgPaint(Theme theme) {
        this.theme = theme;
    }

    Style style(Role role) {
        return theme.style(role);
    }

    /// Fill and outline of a box, or of a line, with butt ends.
    String box(Role role) {
        return boxes.computeIfAbsent(role, r -> attributes(style(r), false));
    }

    /// Fill and outline of a path, with round ends unless dashed.
    String path(Role role) {
        return paths.computeIfAbsent(
                role, r -> attributes(style(r), style(r).dash().isEmpty()));
    }

    private String attributes(Style style, boolean round) {
        SvgText text = new SvgText(96);
        if (style.pattern() == Pattern.NONE) {
            colour(text, "fill", style.fill());
        } else {
            text.raw(" fill=\"url(#").raw(pattern(style)).raw(")\"");
        }
        if (style.isStroked()) {
            colour(text, "stroke", style.stroke());
            text.attribute("stroke-width", style.lineWidth());
            if (round) {
                text.raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            }
            if (!style.dash().isEmpty()) {
                dashes(text, style);
            }
        }
        return text.source().toString();
    }

    private static void dashes(SvgText text, Style style) {
        text.raw(" stroke-dasharray=\"");
        String separator = "";
        for (double length : style.dash()) {
            text.raw(separator).number(length);
            separator = " ";
        }
        text.raw('"');
    }

    /// Adds a colour as an attribute, with its opacity if it lets something through.
    static void colour(SvgText text, String attribute, Colour colour) {
        if (!colour.isVisible()) {
            text.raw(' ').raw(attribute).raw("=\"none\"");
            return;
        }
        text.raw(' ').raw(attribute).raw("=\"").raw(colour.hex()).raw('"');
        if (colour.opacity() < 1) {
            text.raw(' ')
                    .raw(attribute)
                    .raw("-opacity=\"")
                    .number(colour.opacity())
                    .raw('"');
        }
    }

    /// The id of the pattern of a style, its fill included.
    private String pattern(Style style) {
        String id = "pattern." + (patterns.size() + 1);
        String body = body(style);
        String known = patterns.putIfAbsent(body, id);
        return known == null ? id : known;
    }

    private static String body(Style style) {
        Pattern pattern = style.pattern();
        SvgText text = new SvgText(256);
        text.attribute("width", pattern.tile()).attribute("height", pattern.tile());
        text.raw(" patternUnits=\"userSpaceOnUse\">");
        if (style.fill().isVisible()) {
            text.raw("<rect").attribute("width", pattern.tile()).attribute("height", pattern.tile());
            colour(text, "fill", style.fill());
            text.raw("/>");
        }
        if (pattern.thickness() > 0) {
            text.raw("<path d=\"");
            for (Pattern.Stroke stroke : pattern.strokes()) {
                text.raw('M').number(stroke.x1()).raw(' ').number(stroke.y1());
                text.raw('L').number(stroke.x2()).raw(' ').number(stroke.y2());
            }
            text.raw('"');
            colour(text, "stroke", style.patternColour());
            text.attribute("stroke-width", pattern.thickness()).raw("/>");
        } else {
            dots(text, style);
        }
        return text.source().toString();
    }

    private static void dots(SvgText text, Style style) {
        for (Pattern.Stroke dot : style.pattern().strokes()) {
            text.raw("<circle").attribute("cx", dot.x1()).attribute("cy", dot.y1());
            text.attribute("r", style.pattern().radius());
            colour(text, "fill", style.patternColour());
            text.raw("/>");
        }
    }

    /// The definitions of all patterns in use; empty when there are none.
    String definitions() {
        if (patterns.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<defs>\n");
        patterns.forEach((body, id) -> text.append("<pattern id=\"")
                .append(id)
                .append('"')
                .append(body)
                .append("</pattern>\n"));
        return text.append("</defs>\n").toString();
    }
}
