package org.vmalloscope.diagram;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// Sentences about the calls of simulated functions, with arguments and results as a reader is shown them.
record CallSentences(Phrases phrases, AreaNames names) {
    private static final Set<String> BOUNDS = Set.of("start", "end", "vstart", "vend");

    String entered(FunctionEntered call) {
        String arguments = call.arguments().stream()
                .map(argument -> argument.name() + " = " + value(argument))
                .collect(Collectors.joining(", "));
        return phrases.say("call.entered", call.function(), arguments);
    }

    String left(FunctionLeft call) {
        if (call.result().isEmpty()) {
            return phrases.say("call.left", call.function());
        }
        Argument result = call.result().get();
        String key = result.form() == Argument.Form.NUMBER ? "call.failed" : "call.result";
        return phrases.say(key, call.function(), value(result));
    }

    /// A value as a reader is shown it: a pointer by what it points to.
    String value(Argument argument) {
        return switch (argument.form()) {
            case ADDRESS -> address(argument);
            case SIZE -> Sizes.exactBytes(argument.value());
            case COUNT -> Sizes.count(argument.value());
            case NUMBER -> number(argument);
            case FLAGS -> FlagBits.VM.names(argument.value());
        };
    }

    private static String number(Argument argument) {
        boolean error = argument.name().equals("error");
        return error ? (argument.value() == -12 ? "-ENOMEM" : "-EBUSY") : Sizes.number(argument.value());
    }

    /// A bound of a range as it is; a pointer by what it points to; an address in vmalloc space with the area there.
    private String address(Argument argument) {
        long value = argument.value();
        if (BOUNDS.contains(argument.name())) {
            return Addresses.full(value);
        }
        Optional<VmapArea> area = names.areaAround(value);
        if (area.isEmpty()) {
            return names.pointer(value);
        }
        boolean starts = area.get().vaStart() == value;
        return phrases.say(starts ? "name.at" : "name.inside", Addresses.full(value), names.area(area.get()));
    }
}
