package org.vmalloscope.diagram;

import java.util.Set;

/// Functions that do a part of their caller's work on the tree: pictures show what they did for as long as the caller
/// goes on.
final class TreeFunctions {
    private static final Set<String> NAMES = Set.of(
            "__find_vmap_area",
            "pvm_find_next_prev",
            "pvm_determine_end",
            "rb_insert_color",
            "rb_erase",
            "__rb_erase_color",
            "__rb_rotate_left",
            "__rb_rotate_right");

    private TreeFunctions() {}

    static boolean contain(String function) {
        return NAMES.contains(function);
    }
}
