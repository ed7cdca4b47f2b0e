package org.vmalloscope.diagram;

import java.util.Map;

/// Sentences about the end of a simulated kernel: what it stumbled over, as far as the line of the BUG tells.
record DeathSentences(Phrases phrases) {
    private static final String FILE = "mm/vmalloc.c:";
    private static final String OOPS = "oops: ";
    private static final String FREED = "use after free: ";

    /// What stands at the lines of mm/vmalloc.c, 2.6.32, at which a scenario can end.
    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("336", "bug.no-size"),
            Map.entry("633", "bug.no-area"),
            Map.entry("862", "bug.no-block"),
            Map.entry("869", "bug.dirty-not-full"),
            Map.entry("947", "bug.unmap-null"),
            Map.entry("948", "bug.unmap-below"),
            Map.entry("949", "bug.unmap-above"),
            Map.entry("950", "bug.unmap-unaligned"),
            Map.entry("1991", "bug.not-its-area"),
            Map.entry("2119", "bug.group-align"),
            Map.entry("2125", "bug.group-offset"),
            Map.entry("2126", "bug.group-size"),
            Map.entry("2139", "bug.group-overlap"),
            Map.entry("2140", "bug.group-overlap"));

    String died(String text) {
        if (text.startsWith(FILE)) {
            String cause = LINES.getOrDefault(text.substring(FILE.length()), "bug.other");
            return phrases.say("bug", text, phrases.say(cause));
        }
        if (text.startsWith(OOPS)) {
            return phrases.say("oops", text.substring(OOPS.length()));
        }
        if (text.startsWith(FREED)) {
            return phrases.say("use-after-free", text.substring(FREED.length()));
        }
        return phrases.say(text.endsWith(".") ? "panic" : "dead", text);
    }
}
