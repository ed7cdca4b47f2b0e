package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Place;

/// The debugger of the window, and its breakpoints.
final class CodeModelTest {
    private static final String TEXT = """
            machine i386 cpus=1 ram=16M
            boot
            a = vmalloc 8K
            vfree a
            vm_unmap_aliases
            """;
    private static final String PURGE = "__purge_vmap_area_lazy";

    private final ResourceBundle words = ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH);
    private final SessionModel session = new SessionModel(words);
    private final Opener opener = new Opener(session, Runnable::run, Runnable::run);
    private final CodeModel code = new CodeModel(session, words);
    private final BreakpointModel breakpoints =
            new BreakpointModel(session, code, opener, new Workers(Runnable::run, Runnable::run), words);

    @BeforeEach
    void open() {
        opener.open("one.vms", TEXT);
    }

    private Place place() {
        return code.placeProperty().get();
    }

    private CodeState state() {
        return code.stateProperty().get();
    }

    private String line() {
        return state().current().isPresent()
                ? state().lines().get(state().current().getAsInt()).strip()
                : "";
    }

    @Test
    void beforeTheFirstStatementNothingRuns() {
        assertEquals(CodeState.NOTHING, state());
        assertEquals(Place.after(0), place());
    }

    @Test
    void steppingIntoPassesTheLinesOfTheFunctionsThatAreCalled() {
        assertEquals("", breakpoints.add("function " + PURGE).orElse(""));
        breakpoints.run(true);
        assertEquals(PURGE, state().function());
        assertEquals(
                List.of("vm_unmap_aliases", PURGE),
                state().crumbs().stream().map(CodeState.Crumb::function).toList());
        assertEquals(OptionalInt.of(0), state().current(), "the head");
        code.into(true);
        assertEquals("if neither sync nor force_flush:", line());
        code.into(true);
        assertEquals("take purge_lock", line());
        code.into(false);
        assertEquals("if neither sync nor force_flush:", line());
    }

    @Test
    void linesChangeNothingButTheLine() {
        breakpoints.add("line " + PURGE + ":9");
        breakpoints.run(true);
        long position = session.positionProperty().get();
        assertEquals("widen [start, end) to hold va", line());
        code.over(false);
        code.over(true);
        assertEquals("widen [start, end) to hold va", line());
        assertEquals(position, session.positionProperty().get());
        assertTrue(place().lines() > 0);
    }

    @Test
    void variablesAreShownWithWhatTheyPointTo() {
        breakpoints.add("line " + PURGE + ":10");
        breakpoints.run(true);
        CodeState.Variable va = state().variables().stream()
                .filter(variable -> variable.name().equals("va"))
                .findFirst()
                .orElseThrow();
        assertEquals("a", va.value());
        assertTrue(va.id().startsWith("va:"), va.id());
    }

    @Test
    void outLandsRightAfterTheCallAndBackRightBeforeIt() {
        breakpoints.add("function " + PURGE);
        breakpoints.run(true);
        long entered = session.positionProperty().get();
        code.out(true);
        assertEquals("vm_unmap_aliases", state().function());
        assertTrue(state().remark().startsWith(PURGE), state().remark());
        code.go(Place.after(entered));
        code.out(false);
        assertEquals(entered - 1, session.positionProperty().get());
        assertEquals("vm_unmap_aliases", state().function());
    }

    @Test
    void anotherFrameIsShownUntilTheNextMove() {
        breakpoints.add("function " + PURGE);
        breakpoints.run(true);
        code.choose(0);
        assertEquals("vm_unmap_aliases", state().function());
        code.into(true);
        assertEquals(PURGE, state().function());
    }

    @Test
    void aBreakpointIsAStatementOfTheScenarioAndOneStaysWhereOneIs() {
        breakpoints.add("function " + PURGE);
        breakpoints.run(true);
        code.into(true);
        code.into(true);
        Place here = place();
        breakpoints.toggle(PURGE, 9);
        assertEquals(here, place());
        assertEquals(
                TEXT + "breakpoint function " + PURGE + "\nbreakpoint line " + PURGE + ":9\n",
                opener.editor().text());
        assertEquals(Set.of(9), breakpoints.lines(PURGE));
        breakpoints.toggle(PURGE, 9);
        assertEquals(here, place());
        assertEquals(Set.of(), breakpoints.lines(PURGE));
        breakpoints.remove("function " + PURGE);
        assertEquals(TEXT, opener.editor().text());
    }

    @Test
    void aLineThatIsNeverStoppedAtGivesWayToTheNext() {
        breakpoints.toggle(PURGE, 4);
        assertEquals(Set.of(5), breakpoints.lines(PURGE));
    }

    @Test
    void aBadConditionIsTold() {
        assertEquals(
                "'many' is no number: write 20000, 64K or 0xffc0",
                breakpoints.add("if vmap_lazy_nr > many").orElse(""));
        assertEquals(TEXT, opener.editor().text());
    }

    @Test
    void forwardAndBackwardStopAtTheSamePlaces() {
        breakpoints.add("on lock");
        List<Place> forward = new ArrayList<>();
        for (breakpoints.run(true); breakpoints.messageProperty().get().isEmpty(); breakpoints.run(true)) {
            forward.add(place());
        }
        assertFalse(forward.isEmpty());
        session.end();
        List<Place> backward = new ArrayList<>();
        for (breakpoints.run(false); breakpoints.messageProperty().get().isEmpty(); breakpoints.run(false)) {
            backward.addFirst(place());
        }
        assertEquals(forward, backward);
    }

    @Test
    void withoutBreakpointsThereIsNowhereToGo() {
        breakpoints.run(true);
        assertEquals(
                words.getString("break.none"), breakpoints.messageProperty().get());
    }

    @Test
    void thePageOfTheFunctionIsAtTheCrossReferencer() {
        assertEquals("", code.page().orElse(""));
        breakpoints.add("function " + PURGE);
        breakpoints.run(true);
        assertTrue(code.page().orElse("").endsWith("/v2.6.32/C/ident/" + PURGE));
    }
}
