package org.vmalloscope.scenario;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmalloscope.kernel.ImportedArea;
import org.vmalloscope.kernel.ImportedArea.Kind;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Statement.Area;
import org.vmalloscope.scenario.Statement.RecordedAlloc;
import org.vmalloscope.scenario.Statement.RecordedFree;
import org.vmalloscope.scenario.Statement.RecordedPurge;

/// The words of the statements that say what a real kernel told.
final class ImportedArguments {
    static final String AREA = "area ADDR size=SIZE kind=KIND,.. [pages=COUNT] [phys=ADDR] [caller=WORD]";
    static final String ALLOC = "recorded_alloc ADDR size=SIZE align=SIZE vstart=ADDR vend=ADDR [failed=1] [cpu=N]";
    static final String FREE = "recorded_free ADDR [cpu=N]";
    static final String PURGE = "recorded_purge ADDR ADDR [count=N] [cpu=N]";

    private static final String KINDS = Stream.concat(
                    Stream.of(Kind.values()).map(Kind::label),
                    Stream.of(ImportedArea.Word.values()).map(ImportedArea.Word::label))
            .collect(Collectors.joining(", "));

    private final Arguments words;

    ImportedArguments(Arguments words) {
        this.words = words;
    }

    Area area() {
        Optional<Word> at = words.next("ADDR");
        long address = pages(at, this::address);
        long size = pages(words.option("size"), word -> words.values().size(word, 1));
        Optional<Word> kinds = words.option("kind");
        long pages = value(words.optional("pages"), word -> words.values().count(word, 0));
        long phys = value(words.optional("phys"), this::address);
        Optional<String> caller = words.optional("caller").map(Word::text);
        long last = address + size - 1;
        boolean wraps = Long.compareUnsigned(last, address) < 0
                || words.surroundings().machine().abi().wrap(last) != last;
        if (wraps) {
            at.ifPresent(word -> words.error(word, "the area does not end within the machine's addresses"));
            return new Area(words.name(), new ImportedArea(0, Machine.PAGE_SIZE, Kind.OTHER, Set.of(), 0, 0, caller));
        }
        at.ifPresent(word -> words.surroundings()
                .place(address, address + size, words.line())
                .ifPresent(objection -> words.error(word, objection)));
        return new Area(words.name(), new ImportedArea(address, size, kind(kinds), extra(kinds), pages, phys, caller));
    }

    /// A multiple of the page size; a page where there is none.
    private long pages(Optional<Word> word, Function<Word, OptionalLong> reader) {
        long value = Arguments.orStandIn(word, reader);
        if ((value & ~Machine.PAGE_MASK) == 0) {
            return value;
        }
        word.ifPresent(
                found -> words.error(found, Quoted.word(found.text()) + " is not a multiple of the page size, 4K"));
        return Machine.PAGE_SIZE;
    }

    private OptionalLong address(Word word) {
        return words.values().address(word);
    }

    /// The value of an option that may be left out; 0 then.
    private static long value(Optional<Word> word, Function<Word, OptionalLong> reader) {
        return word.map(reader).orElse(OptionalLong.empty()).orElse(0);
    }

    private Kind kind(Optional<Word> kinds) {
        String first = kinds.map(word -> word.text().split(",", 2)[0]).orElse("");
        Optional<Kind> known = Stream.of(Kind.values())
                .filter(kind -> kind.label().equals(first))
                .findFirst();
        if (known.isEmpty()) {
            kinds.ifPresent(word -> words.error(word, Quoted.word(first) + " is no kind of area: there are " + KINDS));
        }
        return known.orElse(Kind.OTHER);
    }

    private Set<ImportedArea.Word> extra(Optional<Word> kinds) {
        Set<ImportedArea.Word> found = EnumSet.noneOf(ImportedArea.Word.class);
        String[] parts = kinds.map(word -> word.text().split(",", -1)).orElse(new String[] {""});
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            Optional<ImportedArea.Word> known = Stream.of(ImportedArea.Word.values())
                    .filter(word -> word.label().equals(part))
                    .findFirst();
            known.ifPresent(found::add);
            if (known.isEmpty()) {
                kinds.ifPresent(word -> words.error(
                        word,
                        Quoted.word(part.isEmpty() ? "," : part) + " says nothing more of an area: there are "
                                + KINDS));
                return found;
            }
        }
        return found;
    }

    RecordedAlloc alloc() {
        long failed = value(words.optional("failed"), word -> number(word, 1));
        Optional<Word> at = words.next("ADDR");
        long start = failed == 0 ? pages(at, this::address) : Arguments.orStandIn(at, this::address);
        long size = pages(words.option("size"), word -> words.values().size(word, 1));
        long align = words.powerOfTwo("align");
        long vstart = Arguments.orStandIn(words.option("vstart"), this::address);
        long vend = Arguments.orStandIn(words.option("vend"), this::address);
        return new RecordedAlloc(start, size, align, vstart, vend, failed != 0, cpu());
    }

    RecordedFree free() {
        return new RecordedFree(Arguments.orStandIn(words.next("ADDR"), this::address), cpu());
    }

    RecordedPurge purge() {
        long start = Arguments.orStandIn(words.next("ADDR"), this::address);
        long end = Arguments.orStandIn(words.next("ADDR"), this::address);
        long count = value(words.optional("count"), word -> number(word, Long.MAX_VALUE));
        return new RecordedPurge(start, end, count, cpu());
    }

    private OptionalLong number(Word word, long most) {
        return words.values().number(word, 0, most, n -> n + " is too large here: write 0 to " + most);
    }

    private int cpu() {
        int last = words.surroundings().cpus() - 1;
        return (int) value(
                words.optional("cpu"),
                word -> words.values()
                        .number(
                                word,
                                0,
                                last,
                                n -> "CPU " + n + " does not exist: this machine has CPUs 0 to " + last));
    }
}
