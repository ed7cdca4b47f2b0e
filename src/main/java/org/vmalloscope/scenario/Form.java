package org.vmalloscope.scenario;

import java.util.function.Function;

/// How one statement is written.
///
/// @param keyword the word that names it
/// @param usage the whole statement, as messages show it
/// @param season where in a scenario it may stand
/// @param result what it gives to the NAME before it
/// @param reader makes the statement of the words after the keyword
record Form(String keyword, String usage, Season season, Result result, Function<Arguments, Statement> reader) {
    /// A statement without a result; its usage begins with the keyword.
    static Form of(Season season, String usage, Function<Arguments, Statement> reader) {
        return new Form(usage.split(" ", 2)[0], usage, season, Result.NOTHING, reader);
    }

    /// A statement with a result; its usage lacks only the `NAME =`.
    static Form giving(Result result, String usage, Function<Arguments, Statement> reader) {
        return new Form(usage.split(" ", 2)[0], "NAME = " + usage, Season.AFTER_BOOT, result, reader);
    }

    boolean binds() {
        return result != Result.NOTHING;
    }
}
