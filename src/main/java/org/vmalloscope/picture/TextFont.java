package org.vmalloscope.picture;

/// A font: family, weight and size in px.
public record TextFont(Family family, Weight weight, double size) {
    /// Who is speaking.
    public enum Family {
        /// Inter, for everything we say.
        SANS("Inter"),
        /// JetBrains Mono without ligatures, for everything the kernel says.
        MONO("JetBrains Mono NL");

        private final String fontName;

        Family(String fontName) {
            this.fontName = fontName;
        }

        /// The name of the font family.
        public String fontName() {
            return fontName;
        }
    }

    /// How heavy the strokes are.
    public enum Weight {
        REGULAR(400),
        MEDIUM(500),
        SEMIBOLD(600),
        BOLD(700);

        private final int number;

        Weight(int number) {
            this.number = number;
        }

        /// The weight as style sheets count it, 400 to 700.
        public int number() {
            return number;
        }
    }

    /// Half the height of a capital letter, as a share of the size; both families agree within a hundredth.
    private static final double HALF_CAPITAL = 0.36;

    /// Refuses sizes that are not above 0 with [IllegalArgumentException].
    public TextFont {
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("not a font size: " + size);
        }
    }

    /// Inter.
    public static TextFont sans(double size, Weight weight) {
        return new TextFont(Family.SANS, weight, size);
    }

    /// JetBrains Mono.
    public static TextFont mono(double size, Weight weight) {
        return new TextFont(Family.MONO, weight, size);
    }

    /// This font in another weight.
    public TextFont withWeight(Weight newWeight) {
        return new TextFont(family, newWeight, size);
    }

    /// The baseline at which capitals and figures are centred around a y.
    public double baseline(double centreY) {
        return centreY + HALF_CAPITAL * size;
    }
}
