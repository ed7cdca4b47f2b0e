package org.vmalloscope.trace.vmallocinfo;

import java.util.Optional;
import org.vmalloscope.trace.input.Ascii;

/// A word by which a line of vmallocinfo says what an area is.
public enum AreaWord {
    IOREMAP(1, "ioremap"),
    SPARSE(1 << 1, "sparse"),
    VMALLOC(1 << 2, "vmalloc"),
    VMAP(1 << 3, "vmap"),
    USER(1 << 4, "user"),
    DMA_COHERENT(1 << 5, "dma-coherent"),
    VPAGES(1 << 6, "vpages"),
    VM_MAP_RAM(1 << 7, "vm_map_ram"),
    UNPURGED(1 << 8, "unpurged");

    private static final AreaWord[] ALL = values();

    private final int bit;
    private final String text;
    private final byte[] bytes;

    AreaWord(int bit, String text) {
        this.bit = bit;
        this.text = text;
        this.bytes = Ascii.of(text);
    }

    /// The word as it is printed.
    public String text() {
        return text;
    }

    int bit() {
        return bit;
    }

    static Optional<AreaWord> at(byte[] line, int from, int to) {
        for (AreaWord word : ALL) {
            if (word.bytes.length == to - from && Ascii.equals(line, from, to, word.bytes)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
