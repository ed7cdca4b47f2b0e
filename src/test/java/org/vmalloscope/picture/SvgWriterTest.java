package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.picture.TextFont.Weight;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgWriterTest {
    @Test
    void everyShapeHasItsElements() {
        assertEquals(GOLDEN, new SvgWriter(Theme.LIGHT, false).write(Samples.everyShape()));
    }

    @Test
    void thePrintedRedNodeIsPlainInsideItsRim() {
        Picture picture = Samples.of(96, 48, new Box("n", 10, 10, 76, 28, 14, Role.RED_NODE));
        String svg = new SvgWriter(Theme.PRINT, true).write(picture);
        String expected = """
                <g id="n">
                <rect x="10" y="10" width="76" height="28" rx="14" fill="url(#pattern.1)" stroke="#B00000" stroke-width="2"/>
                <rect x="15" y="15" width="66" height="18" rx="9" fill="#FFFFFF"/>
                </g>
                </svg>
                """;
        assertTrue(svg.endsWith(expected), svg);
    }

    @Test
    void twoRunsGiveTheSameText() {
        String first = new SvgWriter(Theme.DARK, false).write(Samples.everyShape());
        assertEquals(first, new SvgWriter(Theme.DARK, false).write(Samples.everyShape()));
    }

    @Test
    void theLocaleChangesNothing() {
        String here = new SvgWriter(Theme.LIGHT, false).write(Samples.everyShape());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(here, new SvgWriter(Theme.LIGHT, false).write(Samples.everyShape()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTransparentFileIsTheSameWithoutItsGround() {
        Picture picture = Samples.everyShape();
        String ground = "<rect width=\"200\" height=\"100\" fill=\"#FFFFFF\"/>\n";
        String opaque = new SvgWriter(Theme.LIGHT, false).write(picture);
        assertEquals(opaque.replace(ground, ""), new SvgWriter(Theme.LIGHT, true).write(picture));
        assertTrue(opaque.contains(ground));
    }

    @Test
    void numbersHaveAtMostTwoDecimals() {
        assertEquals("0", number(0));
        assertEquals("0", number(-0.004));
        assertEquals("-0.01", number(-0.006));
        assertEquals("1.5", number(1.5));
        assertEquals("1.05", number(1.05));
        assertEquals("2", number(1.999));
        assertEquals("-12.34", number(-12.344));
        assertEquals("1234567.89", number(1234567.891));
    }

    private static String number(double value) {
        return new SvgText(16).number(value).source().toString();
    }

    @Test
    void whatXmlForbidsIsReplaced() {
        assertEquals(
                "&amp;&lt;&gt;&quot; \ufffd\ufffd\ufffd\ud83d\ude00'",
                new SvgText(16)
                        .escaped("&<>\"\n\u0000\ud800\uffff\ud83d\ude00'")
                        .source()
                        .toString());
    }

    @Test
    void idsStayUniqueAndValidWhateverTheShapesAreCalled() throws Exception {
        List<Shape> shapes = new ArrayList<>();
        for (String id : List.of("a", "a", "a-2", "a", "7 up", "va:0xf8", "é", "pattern.1", "<>")) {
            shapes.add(new Box(id, 0, 0, 9, 9, 0, Role.LAZY_AREA, "tip of " + id));
        }
        Document document =
                parse(new SvgWriter(Theme.LIGHT, false).write(new Picture(10, 10, "</title>", "\u0001", shapes)));
        NodeList all = document.getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertTrue(id.isEmpty() || id.matches("[A-Za-z_][A-Za-z0-9_.-]*"), id);
            assertTrue(id.isEmpty() || ids.add(id), id);
        }
        assertEquals(
                Set.of(
                        "picture.title",
                        "picture.description",
                        "pattern.1",
                        "a",
                        "a-2",
                        "a-2-2",
                        "a-3",
                        "_37__20_up",
                        "va_3a_0xf8",
                        "_e9_",
                        "pattern_2e_1",
                        "_3c__3e_"),
                ids);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleAndIconMakesWellFormedXml(Theme theme) throws Exception {
        List<Shape> shapes = new ArrayList<>();
        for (Role role : Role.values()) {
            shapes.add(new Box("", 0, 0, 40, 20, 5, role));
            shapes.add(new Line("", 0, 0, 40, 20, Heads.BOTH, role));
            shapes.add(new Path("", Path.straights(0, 0, 40, 20, 3, 4), Heads.BOTH, role, ""));
            shapes.add(new Text(0, 0, Anchor.END, TextFont.mono(12, Weight.BOLD), role, role.name()));
            for (Icon icon : Icon.values()) {
                shapes.add(new Glyph(icon, 6, 6, 12, role));
            }
        }
        String svg = new SvgWriter(theme, false).write(new Picture(50, 50, "", "", shapes));
        assertEquals("svg", parse(svg).getDocumentElement().getTagName());
        assertFalse(svg.contains("NaN"));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static final String GOLDEN = """
            <svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" role="img" aria-labelledby="picture.title picture.description" font-family="'Inter', sans-serif" style="font-kerning:none;font-variant-ligatures:none">
            <title id="picture.title">A &amp; B</title>
            <desc id="picture.description">Every shape once</desc>
            <defs>
            <pattern id="pattern.1" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="10" height="10" fill="#FFEFCB"/><path d="M-2 2L2 -2M-2 12L12 -2M8 12L12 8" stroke="#A86200" stroke-opacity="0.5" stroke-width="1.4"/></pattern>
            </defs>
            <rect width="200" height="100" fill="#FFFFFF"/>
            <rect id="area" x="100" y="20.5" width="60" height="22" rx="3" fill="url(#pattern.1)" stroke="#A86200" stroke-width="1.25" stroke-dasharray="5 3"/>
            <g id="next">
            <line x1="10" y1="80" x2="54.75" y2="80" fill="none" stroke="#56647A" stroke-width="1.4"/>
            <path d="M60 80L53 77.5L53 82.5Z" fill="#56647A"/>
            </g>
            <path id="edge" d="M100 50C100 60 150 60 150 70" fill="none" stroke="#56647A" stroke-opacity="0.85" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>
            <text id="label" x="10" y="95" font-size="12" xml:space="preserve" font-weight="400" fill="#16202C">8  pages</text>
            <g id="va_3a_n14">
            <title>n14: 0xf8b50000, &lt;red&gt;</title>
            <rect x="10" y="20" width="76" height="28" rx="14" fill="#C4281F" stroke="#8E1710" stroke-width="2"/>
            <text x="48" y="38.5" font-family="'JetBrains Mono NL', 'JetBrains Mono', monospace" font-size="12.5" text-anchor="middle"><tspan font-weight="600" fill="#FFFFFF">b50</tspan><tspan font-weight="400" fill="#FFFFFF">000</tspan></text>
            <g transform="translate(15 55) scale(0.83)" stroke-linecap="round" stroke-linejoin="round"><path d="M2.4 1H9.6L2.4 11H9.6Z" fill="none" stroke="#A86200" stroke-width="1.5"/><path d="M4 10.6H8L6 8Z" fill="#A86200"/></g>
            </g>
            </svg>
            """;
}
