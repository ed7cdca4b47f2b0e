package org.vmalloscope.diagram;

import java.util.List;

/// The names of the bits of a flags field, lowest bit first.
public enum FlagBits {
    /// `flags` of a vmap_area.
    AREA(List.of("VM_LAZY_FREE", "VM_LAZY_FREEING", "VM_VM_AREA")),
    /// `flags` of a vm_struct.
    VM(List.of("VM_IOREMAP", "VM_ALLOC", "VM_MAP", "VM_USERMAP", "VM_VPAGES"));

    private final List<String> names;

    FlagBits(List<String> names) {
        this.names = names;
    }

    /// The names of the bits that are set, as C combines them; `0` for none.
    public String names(long bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((bits >>> bit & 1) != 0) {
                text.append(text.isEmpty() ? "" : " | ").append(name(bit));
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private String name(int bit) {
        return bit < names.size() ? names.get(bit) : Addresses.full(1L << bit);
    }
}
