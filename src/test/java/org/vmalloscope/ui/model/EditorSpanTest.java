package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vmalloscope.scenario.ShippedScenarios;

/// The colours of a line.
final class EditorSpanTest {
    private static String marked(String row) {
        return EditorSpan.of(row).stream()
                .map(span -> span.kind().name().charAt(0) + ":" + row.substring(span.start(), span.end()))
                .collect(Collectors.joining("|"));
    }

    @Test
    void wordsHaveTheColourOfWhatTheyAre() {
        assertEquals("P:a = |K:vmalloc|P: |N:4K", marked("a = vmalloc 4K"));
        assertEquals("K:machine|P: i386 |N:cpus=2|P: |N:ram=32M", marked("machine i386 cpus=2 ram=32M"));
        assertEquals("K:vfree|P: a  |C:# lazily", marked("vfree a  # lazily"));
        assertEquals("K:vfree|P: |N:0xf8800000", marked("vfree 0xf8800000"));
        assertEquals("P:vfre a", marked("vfre a"));
        assertEquals("C:# vfree a", marked("# vfree a"));
        assertEquals(List.of(), EditorSpan.of(""));
    }

    @Test
    void everyStatementOfTheShippedScenariosIsKnown() {
        ShippedScenarios.all()
                .forEach(shipped -> shipped.text()
                        .lines()
                        .filter(row -> !row.isBlank() && !row.strip().startsWith("#"))
                        .forEach(row -> assertTrue(
                                EditorSpan.of(row).stream().anyMatch(span -> span.kind() == EditorSpan.Kind.KEYWORD),
                                row)));
    }

    @Test
    void theSpansOfALineLeaveNoGap() {
        ShippedScenarios.all()
                .forEach(shipped -> shipped.text()
                        .lines()
                        .forEach(row -> assertEquals(
                                row,
                                EditorSpan.of(row).stream()
                                        .map(span -> row.substring(span.start(), span.end()))
                                        .collect(Collectors.joining()))));
    }
}
