package org.vmalloscope.trace.imported;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.kernel.ImportedArea.Kind;
import org.vmalloscope.kernel.ImportedArea.Word;
import org.vmalloscope.trace.vmallocinfo.Area;
import org.vmalloscope.trace.vmallocinfo.AreaWord;

/// What a line of vmallocinfo says, in the words of the scenario language.
final class AreaStatements {
    private static final int LONGEST_CALLER = 400;

    private AreaStatements() {}

    static Kind kind(Area area) {
        return switch (area.kind()) {
            case VMALLOC -> Kind.VMALLOC;
            case VMAP -> Kind.VMAP;
            case IOREMAP -> Kind.IOREMAP;
            case PERCPU -> Kind.PERCPU;
            case VM_MAP_RAM -> Kind.VM_MAP_RAM;
            case UNPURGED -> Kind.UNPURGED;
            case DMA, SPARSE, OTHER -> Kind.OTHER;
        };
    }

    static Set<Word> words(Area area) {
        Set<Word> words = EnumSet.noneOf(Word.class);
        for (AreaWord word : area.words()) {
            switch (word) {
                case USER -> words.add(Word.USER);
                case VPAGES -> words.add(Word.VPAGES);
                case SPARSE -> words.add(Word.SPARSE);
                case DMA_COHERENT -> words.add(Word.DMA_COHERENT);
                case IOREMAP, VMALLOC, VMAP, VM_MAP_RAM, UNPURGED -> {}
            }
        }
        return words;
    }

    /// The caller without blanks, when a scenario can hold it.
    static Optional<String> caller(Area area) {
        String word = area.caller().replace(" ", "");
        boolean possible = !word.isEmpty()
                && word.length() <= LONGEST_CALLER
                && word.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#');
        return possible ? Optional.of(word) : Optional.empty();
    }
}
