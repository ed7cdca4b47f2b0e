package org.vmalloscope.trace.vmallocinfo;

import java.util.Optional;
import org.vmalloscope.trace.input.Ascii;

/// A word by which a line of vmallocinfo says what an area is.
public enum AreaWord {
    IOREMAP("ioremap"),
    SPARSE("sparse"),
    VMALLOC("vmalloc"),
    VMAP("vmap"),
    USER("user"),
    DMA_COHERENT("dma-coherent"),
    VPAGES("vpages"),
    VM_MAP_RAM("vm_map_ram"),
    UNPURGED("unpurged");

    private static final AreaWord[] ALL = values();

    private final String text;
    private final byte[] bytes;

    AreaWord(String text) {
        this.text = text;
        this.bytes = Ascii.of(text);
    }

    /// The word as it is printed.
    public String text() {
        return text;
    }

    int bit() {
        return 1 << ordinal();
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
