package org.vmalloscope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The word of a lesson that asks a question, and what comes after it.
enum AskWord {
    WHICH_ADDRESS("which-address", "NAME", words -> new Ask.WhichAddress(words.get(0))),
    NULL("null?", "NAME", words -> new Ask.IsNull(words.get(0))),
    WHICH_BLOCK("which-block", "NAME", words -> new Ask.WhichBlock(words.get(0))),
    WHICH_CPU("which-cpu", "NAME", words -> new Ask.WhichCpu(words.get(0))),
    WHICH_NODE("which-node", "PART", words -> new Ask.WhichNode(part(words.get(0)))),
    PARENT("parent-of", "NAME", words -> new Ask.Parent(words.get(0))),
    FLUSHES("flushes?", "", words -> new Ask.Flushes()),
    PURGES("purges?", "", words -> new Ask.Purges()),
    MAPPED("mapped?", "NAME PAGE", words -> new Ask.Mapped(words.get(0), Integer.parseInt(words.get(1)))),
    LAZY_NR("lazy-nr", "", words -> new Ask.LazyNr()),
    TOUCH("stale?", "", words -> new Ask.Touched()),
    NEXT_ON_LIST("next-on-list", "NAME", words -> new Ask.NextOnList(words.get(0))),
    FIRST_ON_VMLIST("first-on-vmlist", "", words -> new Ask.FirstOnVmlist()),
    LINKED_BACK("linked-back?", "NAME", words -> new Ask.LinkedBack(words.get(0))),
    BLOCK_GONE("block-gone?", "NAME", words -> new Ask.BlockGone(words.get(0))),
    DIRTY("dirty", "NAME", words -> new Ask.Dirty(words.get(0))),
    AREA_PAGES("area-pages", "NAME", words -> new Ask.AreaPages(words.get(0))),
    DISTANCE("distance", "NAME NAME", words -> new Ask.Distance(words.get(0), words.get(1))),
    WAITING("waiting", "", words -> new Ask.Waiting()),
    DIES("dies?", "", words -> new Ask.Dies());

    private final String word;
    private final List<String> arguments;
    private final Function<List<String>, Ask> maker;

    AskWord(String word, String arguments, Function<List<String>, Ask> maker) {
        this.word = word;
        this.arguments = arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1));
        this.maker = maker;
    }

    String word() {
        return word;
    }

    /// What must follow: NAME, PAGE or PART, each of them one word.
    List<String> arguments() {
        return arguments;
    }

    /// The ask with arguments that were found good.
    Ask with(List<String> words) {
        return maker.apply(words);
    }

    private static Ask.Part part(String word) {
        return Ask.Part.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> parts() {
        return Arrays.stream(Ask.Part.values())
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Optional<AskWord> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AskWord::word).toList();
    }
}
