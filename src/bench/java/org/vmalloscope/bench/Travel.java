package org.vmalloscope.bench;

import java.util.Random;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.ui.model.Played;

/// Prints how long it takes to show positions of long runs, once the start of the run has been shown,
/// as the window does. Nothing is warmed up.
///
/// Arguments: stores of the first run, areas of the second; 1000000 and 10000 by default.
public final class Travel {
    private Travel() {}

    /// Measures.
    public static void main(String[] arguments) {
        int stores = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int areas = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        scrub("scrub, " + stores + " stores", BigScenario.stores(stores, 1));
        scrub("scrub, vmalloc among " + areas + " areas", BigScenario.vmallocs(areas, 1));
        search(BigScenario.stores(stores / 4, 1));
    }

    private static void scrub(String what, String text) {
        Played played = played(text);
        TimeMachine time = played.time();
        show(played, 0);
        Random random = new Random(1);
        Times anywhere = new Times();
        Times drag = new Times();
        for (int frame = 0; frame < 2_000; frame++) {
            long position = random.nextLong(time.length() + 1);
            anywhere.measure(() -> show(played, position));
        }
        for (int frame = 0; frame <= 1_000; frame++) {
            long position = time.length() * frame / 1_000;
            drag.measure(() -> show(played, position));
        }
        anywhere.print(what + ", anywhere");
        drag.print(what + ", from left to right");
        Journal journal = time.journal();
        System.out.println("  " + journal.statements() + " statements, " + journal.events() + " events, "
                + journal.stores() + " stores, journal " + (journal.heapBytes() >> 20) + " MiB, keyframes "
                + (played.run().keyframes().heapBytes() >> 20) + " MiB");
    }

    /// Goes to a position and reads what every diagram begins with.
    private static void show(Played played, long position) {
        played.time().seek(position);
        Moment moment = Moment.of(played.time(), played.run().view(played.time().memory()), played.births());
        if (moment.soFar().size() > position) {
            throw new IllegalStateException("more events than there can be");
        }
    }

    private static void search(String text) {
        Played played = played(text);
        Times times = new Times();
        times.measure(() -> played.time().next(event -> false, () -> false));
        times.print("make all " + played.time().length() + " events again");
    }

    /// A scenario that has no errors, played.
    public static Played played(String text) {
        if (ScenarioParser.parse(text) instanceof Scenario scenario) {
            return Played.of("benchmark", text, scenario);
        }
        throw new IllegalArgumentException("the scenario has errors");
    }
}
