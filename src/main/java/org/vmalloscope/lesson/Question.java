package org.vmalloscope.lesson;

import java.util.List;

/// A question about what a statement will do, asked right before it.
///
/// @param ask what is asked
/// @param statement from 0
/// @param remarks the lecturer's own words for after the answer, as paragraphs
/// @param place where the lesson asks
public record Question(Ask ask, int statement, List<String> remarks, Spot.Place place) {
    public Question {
        remarks = List.copyOf(remarks);
    }
}
