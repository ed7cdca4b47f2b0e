package org.vmalloscope.picture;

/// A colour in sRGB with an opacity.
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
/// @param opacity 0 (not seen) to 1
public record Colour(int red, int green, int blue, double opacity) {
    /// No colour at all: nothing is painted.
    public static final Colour NONE = new Colour(0, 0, 0, 0);

    /// Refuses components outside their range with [IllegalArgumentException].
    public Colour {
        if (((red | green | blue) & ~0xff) != 0 || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("no colour: " + red + ' ' + green + ' ' + blue + ' ' + opacity);
        }
    }

    /// The opaque colour written `#RRGGBB`; anything else is refused with [IllegalArgumentException].
    public static Colour parse(String text) {
        if (text.length() != 7 || text.charAt(0) != '#') {
            throw new IllegalArgumentException("not of the form #RRGGBB: " + text);
        }
        int rgb = Integer.parseInt(text, 1, 7, 16);
        return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
    }

    /// This colour with another opacity, 0 to 1.
    public Colour withOpacity(double newOpacity) {
        return new Colour(red, green, blue, newOpacity);
    }

    /// Whether painting with it leaves anything.
    public boolean isVisible() {
        return opacity > 0;
    }

    /// The colour that is seen when this one is painted over an opaque ground.
    public Colour over(Colour ground) {
        return new Colour(
                mix(red, ground.red, opacity), mix(green, ground.green, opacity), mix(blue, ground.blue, opacity), 1);
    }

    private static int mix(int above, int below, double opacity) {
        return (int) Math.round(above * opacity + below * (1 - opacity));
    }

    /// The contrast ratio to another colour, 1 to 21, as WCAG 2 defines it; opacity is not looked at.
    public double contrast(Colour other) {
        double here = luminance();
        double there = other.luminance();
        return (Math.max(here, there) + 0.05) / (Math.min(here, there) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /// The three components as `#RRGGBB`.
    public String hex() {
        int rgb = red << 16 | green << 8 | blue;
        char[] text = new char[7];
        text[0] = '#';
        for (int digit = 6; digit > 0; digit--) {
            text[digit] = "0123456789ABCDEF".charAt(rgb & 0xf);
            rgb >>= 4;
        }
        return new String(text);
    }
}
