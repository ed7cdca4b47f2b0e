package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    /// Lines that may be fainter: free cells, borders and what only leads the eye.
    private static final Set<Role> FAINT =
            EnumSet.of(Role.PANEL, Role.REMARK, Role.HAIRLINE, Role.BIT_FREE, Role.EDGE_DENSE);

    private static final Set<Role> TEXTS = EnumSet.of(
            Role.TEXT,
            Role.TEXT_SECOND,
            Role.TEXT_THIRD,
            Role.DIM,
            Role.TEXT_ACCENT,
            Role.TEXT_MISSING,
            Role.TEXT_REJECTED,
            Role.TEXT_CHOSEN,
            Role.TEXT_WARNING,
            Role.BUG,
            Role.KEYWORD,
            Role.NUMBER,
            Role.COMMENT);

    /// Solid shapes that say something by being seen.
    private static final Set<Role> MARKS = EnumSet.of(
            Role.RED_MARK,
            Role.BLACK_MARK,
            Role.VM_MARK,
            Role.BUSY_MARK,
            Role.BLOCK_MARK,
            Role.EARLY_MARK,
            Role.LAZY_MARK,
            Role.PURGING_MARK,
            Role.MAPPED,
            Role.BIT_ALLOCATED,
            Role.BIT_DIRTY_SOLID,
            Role.BIT_NEXT_DOT,
            Role.CHANGED_FLAG,
            Role.SELECTED_BAR,
            Role.THRESHOLD,
            Role.HOLE_BASE,
            Role.BASELINE);

    @ParameterizedTest
    @EnumSource
    void textOnItsOwnFillIsLegible(Theme theme) {
        for (Role role : Role.values()) {
            Style style = theme.style(role);
            if (style.fill().isVisible() && !MARKS.contains(role) && role != Role.BUG) {
                atLeast(4.5, style.ink(), style.fill(), theme, role);
            }
        }
        atLeast(4.5, theme.style(Role.MAPPED).ink(), theme.style(Role.MAPPED).fill(), theme, Role.MAPPED);
    }

    @ParameterizedTest
    @EnumSource
    void textOnCanvasAndPanelsIsLegible(Theme theme) {
        for (Role role : TEXTS) {
            for (Token ground : List.of(Token.CANVAS, Token.PANEL, Token.HEAD)) {
                atLeast(4.5, theme.style(role).ink(), theme.colour(ground), theme, role);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesStandOutFromTheCanvas(Theme theme) {
        for (Role role : Role.values()) {
            Style style = theme.style(role);
            if (style.isStroked() && !FAINT.contains(role) && role != Role.BADGE && role != Role.TICK_ON_BADGE) {
                boolean filledDark = style.fill().isVisible() && style.fill().contrast(theme.canvas()) >= 3;
                if (!filledDark) {
                    atLeast(3, style.stroke().over(theme.canvas()), theme.canvas(), theme, role);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void iconsStandOutFromTheirPlates(Theme theme) {
        for (Kind kind : Kind.values()) {
            atLeast(
                    3,
                    theme.style(kind.area()).stroke(),
                    theme.style(kind.plate()).fill(),
                    theme,
                    kind.area());
        }
        atLeast(3, theme.style(Role.BUG).fill(), theme.style(Role.BUG).stroke(), theme, Role.BUG);
    }

    @ParameterizedTest
    @EnumSource
    void marksStandOutFromTheCanvas(Theme theme) {
        for (Role role : MARKS) {
            atLeast(3, theme.style(role).fill(), theme.canvas(), theme, role);
        }
    }

    private static void atLeast(double wanted, Colour above, Colour ground, Theme theme, Role role) {
        double contrast = above.contrast(ground);
        assertTrue(contrast >= wanted, () -> theme + " " + role + ": " + contrast);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoKindsOfAreaShareBothPatternAndIcon(Theme theme) {
        Set<List<Object>> looks = new java.util.HashSet<>();
        for (Kind kind : Kind.values()) {
            Style style = theme.style(kind.area());
            assertTrue(looks.add(List.of(style.pattern(), style.dash(), kind.icon())), kind::name);
        }
    }

    @Test
    void aStyleSaysEverythingAboutARole() {
        assertEquals(
                new Style(
                        Colour.parse("#FFEFCB"),
                        Colour.parse("#A86200"),
                        1.25,
                        List.of(5.0, 3.0),
                        Pattern.HATCH,
                        Colour.parse("#A86200").withOpacity(0.5),
                        0,
                        Colour.parse("#6A3D00"),
                        7,
                        5),
                Theme.LIGHT.style(Role.LAZY_AREA));
    }

    @Test
    void onlyInPrintHasARedNodeAPatternedRim() {
        assertEquals(Pattern.NONE, Theme.LIGHT.style(Role.RED_NODE).pattern());
        assertEquals(Pattern.NONE, Theme.DARK.style(Role.RED_NODE).pattern());
        assertEquals(Pattern.RIM_HATCH, Theme.PRINT.style(Role.RED_NODE).pattern());
        assertEquals(5, Theme.PRINT.style(Role.RED_NODE).rim());
    }

    @Test
    void dimmingIsByColourOnTheCanvasAndByWeightOnFills() {
        assertEquals(Role.DIM, Role.TEXT.dimmed());
        assertEquals(Role.BLACK_NODE_DIM, Role.BLACK_NODE.dimmed());
        assertEquals(Role.RED_NODE, Role.RED_NODE.dimmed());
        assertEquals(Role.LAZY_PLATE, Role.LAZY_PLATE.dimmed());
    }

    @Test
    void contrastIsThatOfWcag() {
        Colour black = Colour.parse("#000000");
        Colour white = Colour.parse("#FFFFFF");
        assertEquals(21, black.contrast(white), 1e-9);
        assertEquals(1, white.contrast(white), 1e-9);
        assertEquals(4.54, Colour.parse("#767676").contrast(white), 0.005);
    }

    @Test
    void aColourOverAnotherIsMixed() {
        assertEquals(
                Colour.parse("#808080"),
                Colour.parse("#000000").withOpacity(0.5).over(Colour.parse("#FFFFFF")));
        assertEquals("#0F766E", Colour.parse("#0f766e").hex());
    }
}
