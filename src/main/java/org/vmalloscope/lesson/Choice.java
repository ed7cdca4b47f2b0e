package org.vmalloscope.lesson;

import java.util.Optional;
import org.vmalloscope.memory.PageRange;

/// An answer that is offered.
///
/// @param text as it is read among the others
/// @param place the addresses it stands for, to be pointed at; none when it is no place
/// @param why what is wrong with it, or, of the right one, what is right
public record Choice(String text, Answer answer, Optional<PageRange> place, String why) {
    Choice(String text, Answer answer, String why) {
        this(text, answer, Optional.empty(), why);
    }
}
