package org.vmalloscope.cli;

import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.Narrator;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// A played scenario at the position that is to be drawn, and the words that go with it.
record DrawPosition(Moment moment, String title, String source, String caption) {
    static final String END = "end";

    /// A position that the run does not have.
    static final class NoSuchPositionException extends Exception {
        private static final long serialVersionUID = 1L;

        NoSuchPositionException(String message) {
            super(message);
        }
    }

    /// Plays a scenario and goes to the end of a statement (from 1, or `end`), or to an event: of that
    /// statement, or of the whole run when no statement is named.
    static DrawPosition of(Scenario scenario, String file, String at, @Nullable Long event)
            throws NoSuchPositionException {
        Births births = new Births(scenario.machine().machine(), scenario::nameBoundBy);
        Run run = new Run(scenario, births);
        while (run.hasNext()) {
            run.next();
        }
        TimeMachine time = run.timeMachine();
        time.seek(position(run.journal(), at, event));
        Moment moment = Moment.of(time, run.view(time.memory()), births);
        int statement = time.statement();
        String what = statement < 0
                ? ""
                : ", statement " + (statement + 1) + ": "
                        + scenario.lines().get(statement).text();
        String source = file + what + ". Event " + time.position() + ".";
        Narrator narrator = new Narrator();
        String caption = moment.last()
                .map(last -> narrator.sentence(last, moment.names()))
                .orElse("");
        return new DrawPosition(moment, scenario.title().orElse(file), source, caption);
    }

    private static long position(Journal journal, String at, @Nullable Long event) throws NoSuchPositionException {
        if (at.equals(END)) {
            return event == null ? journal.events() : within(event, 0, journal.events(), "the run");
        }
        int statement = statement(journal, at);
        long start = journal.eventStart(statement);
        long end = journal.eventEnd(statement);
        return event == null ? end : start + within(event, 0, end - start, "statement " + at);
    }

    private static long within(long event, long least, long most, String what) throws NoSuchPositionException {
        if (event < least || event > most) {
            throw new NoSuchPositionException("--event " + event + ": " + what + " has " + most + " events");
        }
        return event;
    }

    private static int statement(Journal journal, String at) throws NoSuchPositionException {
        try {
            int statement = Integer.parseInt(at);
            if (statement >= 1 && statement <= journal.statements()) {
                return statement - 1;
            }
        } catch (NumberFormatException notNumber) {
            throw new NoSuchPositionException("--at is a statement's number or `end`, not '" + at + "'");
        }
        throw new NoSuchPositionException("--at " + at + ": the run has " + journal.statements() + " statements");
    }
}
