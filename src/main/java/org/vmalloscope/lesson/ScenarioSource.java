package org.vmalloscope.lesson;

import java.io.IOException;

/// Where the scenario files lie that a lesson names.
@FunctionalInterface
public interface ScenarioSource {
    /// The text of the file with that name; the message of an exception says in one line why there is none.
    String read(String name) throws IOException;
}
