package org.vmalloscope.journal;

/// The case of the red-black fix-up that a rotation or a recolouring belongs to.
public enum TreeCase {
    INSERT_RED_UNCLE("the uncle is red: parent and uncle turn black, the grandparent red"),
    INSERT_INNER_CHILD("the node is an inner child: it is first rotated to the outside"),
    INSERT_OUTER_CHILD("the uncle is black: parent and grandparent change colours and the grandparent is rotated"),
    INSERT_ROOT("the root is black"),
    ERASE_SUCCESSOR("the in-order successor takes the place and the colour of the erased node"),
    ERASE_RED_SIBLING("the sibling is red: it turns black, the parent red, and the parent is rotated"),
    ERASE_BLACK_NEPHEWS("both nephews are black: the sibling turns red and the fix-up moves up"),
    ERASE_INNER_NEPHEW("only the inner nephew is red: it is rotated to the outside"),
    ERASE_OUTER_NEPHEW("the outer nephew is red: it turns black and the parent is rotated"),
    ERASE_DONE("a red node or the root took the place: it turns black");

    private final String words;

    TreeCase(String words) {
        this.words = words;
    }

    /// What holds in this case and what is done about it.
    public String words() {
        return words;
    }
}
