package org.vmalloscope.ui.view;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// `CPU 0` for 0.
final class CpuWords extends StringConverter<Integer> {
    private final Words words;

    CpuWords(Words words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable Integer cpu) {
        return cpu == null ? "" : words.get("cpu.label") + " " + cpu;
    }

    @Override
    public Integer fromString(String text) {
        throw new UnsupportedOperationException("CPUs are chosen, not written");
    }
}
