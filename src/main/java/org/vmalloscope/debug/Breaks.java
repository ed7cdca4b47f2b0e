package org.vmalloscope.debug;

import java.util.Optional;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.LineReached;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.Level;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.RcuRan;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.kernel.Listing;
import org.vmalloscope.scenario.Breakpoint;
import org.vmalloscope.scenario.Breakpoint.Kind;
import org.vmalloscope.scenario.Breakpoint.OnFunction;
import org.vmalloscope.scenario.Breakpoint.OnKind;
import org.vmalloscope.scenario.Breakpoint.OnLine;
import org.vmalloscope.scenario.Breakpoint.Watch;
import org.vmalloscope.scenario.Breakpoint.When;
import org.vmalloscope.scenario.Scenario;

/// One breakpoint as a statement is gone through: asked after each event and line whether it is hit there.
final class Breaks {
    private static final String PURGE = "__purge_vmap_area_lazy";

    private final Breakpoint breakpoint;
    private final Optional<Operand> operand;
    private final Optional<String> label;
    private Optional<Operand.Found> before = Optional.empty();

    Breaks(Breakpoint breakpoint, Scenario scenario) {
        this.breakpoint = breakpoint;
        this.operand = switch (breakpoint) {
            case Watch watch -> Optional.of(new Operand(watch.operand(), scenario));
            case When when -> Optional.of(new Operand(when.operand(), scenario));
            case OnFunction function -> Optional.empty();
            case OnLine line -> Optional.empty();
            case OnKind kind -> Optional.empty();
        };
        this.label = breakpoint instanceof OnLine(String function, int line)
                ? Listing.of(function)
                        .filter(listing -> line <= listing.lines().size())
                        .map(listing -> listing.lines().get(line - 1).label())
                : Optional.empty();
    }

    /// Whether it must be told the memory at every place.
    boolean readsMemory() {
        return operand.isPresent();
    }

    /// A statement begins.
    void begin(Spot spot) {
        before = operand.flatMap(value -> value.at(spot));
    }

    /// Whether it is hit right after an event that changed no memory it looks at.
    boolean hitBy(Event event) {
        return switch (breakpoint) {
            case OnFunction(String function) ->
                event instanceof FunctionEntered entered && entered.function().equals(function);
            case OnKind(Kind kind) -> isOf(kind, event);
            case OnLine line -> false;
            case Watch watch -> false;
            case When when -> false;
        };
    }

    /// Whether it is hit at a line of the function that runs.
    boolean hitBy(LineReached line, String function) {
        return breakpoint instanceof OnLine at
                && at.function().equals(function)
                && label.filter(line.label()::equals).isPresent();
    }

    /// Whether what it looks at has changed so that it is hit.
    boolean hitAt(Spot spot) {
        if (operand.isEmpty()) {
            return false;
        }
        Optional<Operand.Found> was = before;
        Optional<Operand.Found> now = operand.get().at(spot);
        before = now;
        return switch (breakpoint) {
            case When when -> holds(when, now) && !holds(when, was);
            case Watch watch ->
                now.isPresent()
                        && was.isPresent()
                        && now.get().address() == was.get().address()
                        && now.get().value() != was.get().value();
            case OnFunction function -> false;
            case OnLine line -> false;
            case OnKind kind -> false;
        };
    }

    private static boolean holds(When when, Optional<Operand.Found> found) {
        return found.filter(value -> when.comparison().holds(value.value(), when.value()))
                .isPresent();
    }

    private static boolean isOf(Kind kind, Event event) {
        return switch (kind) {
            case ROTATION -> event instanceof RotationBegun;
            case RECOLOUR -> event instanceof Recoloured;
            case MAP -> event instanceof PagesMapped;
            case UNMAP -> event instanceof PagesUnmapped;
            case PURGE ->
                event instanceof FunctionEntered entered && entered.function().equals(PURGE);
            case FLUSH -> event instanceof TlbFlushed;
            case RCU -> event instanceof RcuQueued || event instanceof RcuRan;
            case LOCK -> event instanceof LockTaken || event instanceof LockReleased;
            case PRINTK -> event instanceof Printed;
            case WARNING ->
                event instanceof Warned || event instanceof Printed printed && printed.level() == Level.WARNING;
            case BUG -> event instanceof Died;
        };
    }
}
