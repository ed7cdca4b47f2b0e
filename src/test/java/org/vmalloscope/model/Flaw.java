package org.vmalloscope.model;

/// A mistake put into the model on purpose, to see that the comparison finds it.
public enum Flaw {
    NONE(0),
    /// The search leaves no unused page above an area.
    NO_GAP_PAGE(3),
    /// An area that ends exactly at the aligned start of a search is passed over.
    TOUCHING_AREA_IGNORED(3),
    /// A purge starts when the limit is reached, not when it is exceeded.
    PURGE_AT_LIMIT(6),
    /// A new block goes to the end of its CPU's list.
    NEW_BLOCK_LAST(7),
    /// A per-CPU group leaves the hole where it was.
    HOLE_NOT_MOVED(2),
    /// Pages given back are unmapped at once.
    EAGER_UNMAP(3);

    private final int statements;

    Flaw(int statements) {
        this.statements = statements;
    }

    /// The most statements that a shrunk scenario needs to show the mistake.
    public int statements() {
        return statements;
    }
}
