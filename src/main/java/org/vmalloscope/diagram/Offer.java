package org.vmalloscope.diagram;

import java.util.Optional;
import org.vmalloscope.memory.PageRange;

/// An answer to a question that can be pointed at: a place in the address space, or an area.
///
/// @param number from 1, as the answers are numbered; 0 for an answer that has none
/// @param text what the answer says
/// @param place the addresses; none when it is an area that is shown as a node
/// @param vmapArea the address of the struct of that area; 0 for a place
public record Offer(int number, String text, Optional<PageRange> place, long vmapArea, State state) {
    private static final String ID = "offer:";

    /// What is known about an answer.
    public enum State {
        /// Nobody has chosen it.
        OPEN,
        /// It is chosen, and not checked yet.
        PICKED,
        /// It turned out right.
        RIGHT,
        /// It was chosen and turned out wrong.
        WRONG
    }

    /// Whether it still can be chosen.
    boolean isOpen() {
        return state == State.OPEN || state == State.PICKED;
    }

    /// The id of its shape; empty when it can no longer be chosen.
    String id() {
        return isOpen() ? ID + number : "";
    }

    /// The number of the offer that an id stands for; 0 when it stands for none.
    public static int number(String id) {
        String digits = id.startsWith(ID) ? id.substring(ID.length()) : "";
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
