package org.vmalloscope.debug;

import java.util.Optional;
import java.util.OptionalLong;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.Origins;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.Symbols.Symbol;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.StructType;
import org.vmalloscope.scenario.Scenario;

/// A value that a breakpoint names: a variable of the function that runs, a static variable of the kernel, or a field
/// of
/// the object that a variable or a NAME of the scenario stands for, looked for in this order.
final class Operand {
    private final String base;
    private final String member;
    private final Scenario scenario;

    /// `text` is `NAME` or `NAME.FIELD`; the field may have dots itself.
    Operand(String text, Scenario scenario) {
        int dot = text.indexOf('.');
        this.base = dot < 0 ? text : text.substring(0, dot);
        this.member = dot < 0 ? "" : text.substring(dot + 1);
        this.scenario = scenario;
    }

    /// A value, and where in memory it stands; a variable of a function stands nowhere, at 0.
    record Found(long address, long value) {}

    /// What it is at a place; nothing where nothing is called so.
    Optional<Found> at(Spot spot) {
        Argument variable = spot.variables().get(base);
        if (variable != null) {
            return member.isEmpty() ? Optional.of(new Found(0, variable.value())) : field(spot, variable.value());
        }
        return symbol(spot).or(() -> named(spot));
    }

    private Optional<Found> symbol(Spot spot) {
        VmallocView view = spot.moment().view();
        return spot.moment().names().symbols().stream()
                .filter(symbol -> symbol.name().equals(base) && symbol.cpu().orElse(0) == 0)
                .findFirst()
                .flatMap(symbol -> of(view, symbol));
    }

    private Optional<Found> of(VmallocView view, Symbol symbol) {
        return load(view, symbol.type(), symbol.address());
    }

    private Optional<Found> named(Spot spot) {
        for (int step = Math.min(spot.statement(), scenario.lines().size() - 1); step >= 0; step--) {
            if (scenario.nameBoundBy(step).filter(base::equals).isPresent()) {
                OptionalLong address = Origins.areaCalled(spot.moment(), step, base);
                if (address.isPresent()) {
                    return member.isEmpty()
                            ? Optional.of(new Found(0, address.getAsLong()))
                            : field(spot, address.getAsLong());
                }
            }
        }
        return Optional.empty();
    }

    /// The field of the slab object at an address.
    private Optional<Found> field(Spot spot, long address) {
        Moment moment = spot.moment();
        return moment.view()
                .ground()
                .objectAt(address)
                .filter(SlabObject::live)
                .flatMap(object -> load(moment.view(), object.type(), object.address()));
    }

    private Optional<Found> load(VmallocView view, StructType type, long address) {
        Optional<Field> field = type.fields().stream()
                .filter(each -> each.name().equals(member))
                .findFirst();
        return field.map(found -> {
            long value = view.memory().load(address, found);
            boolean signed = found.kind() == FieldKind.INT;
            return new Found(address + found.offset(view.memory().abi()), signed ? (long) (int) value : value);
        });
    }
}
