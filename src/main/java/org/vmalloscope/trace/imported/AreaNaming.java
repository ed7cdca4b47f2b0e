package org.vmalloscope.trace.imported;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vmalloscope.trace.vmallocinfo.Area;

/// The names that imported areas have in a scenario: the function that asked for them, numbered from the second on.
final class AreaNaming {
    private static final int LONGEST = 40;

    private final Map<String, Integer> used = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    /// A name that no area had before.
    String name(Area area) {
        String base = base(area);
        while (true) {
            int number = used.merge(base, 1, Integer::sum);
            String name = number == 1 ? base : base + "_" + number;
            if (given.add(name)) {
                return name;
            }
        }
    }

    private static String base(Area area) {
        String caller = area.caller();
        int plus = caller.indexOf('+');
        if (plus <= 0) {
            return area.kind().label().replace('-', '_');
        }
        String symbol = caller.substring(0, Math.min(plus, LONGEST)).replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(symbol.charAt(0)) ? "_" + symbol : symbol;
    }
}
