package org.vmalloscope.trace.vmallocinfo;

/// What the addresses of a vmallocinfo are worth.
public enum AddressMode {
    /// True addresses: end - start is the size.
    REAL("real"),
    /// Hashes: equal ones stand for equal addresses, and nothing else is told.
    HASHED("hashed"),
    /// Nothing at all: zeros, or the words that the kernel prints before it can hash.
    ZEROED("zeroed");

    private final String label;

    AddressMode(String label) {
        this.label = label;
    }

    /// The word for it: `real`, `hashed` or `zeroed`.
    public String label() {
        return label;
    }
}
