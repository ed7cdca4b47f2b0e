package org.vmalloscope.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.rules.Breach.Excuse;

/// Collects breaches, a few of each kind: a broken list would else be told once for every node.
final class Findings {
    private static final int MOST = 12;

    private final List<Breach> all = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    List<Breach> all() {
        return all;
    }

    void require(boolean holds, Rule rule, String what, long... objects) {
        if (!holds) {
            add(rule, what, 0, 0, Excuse.NONE, objects);
        }
    }

    void equal(Rule rule, String what, long expected, long found, long... objects) {
        if (expected != found) {
            add(rule, what, expected, found, Excuse.NONE, objects);
        }
    }

    void excused(boolean holds, Excuse excuse, Rule rule, String what, long... objects) {
        if (!holds) {
            add(rule, what, 0, 0, excuse, objects);
        }
    }

    void add(Rule rule, String what, long expected, long found, Excuse excuse, long... objects) {
        if (counts.merge(what, 1, Integer::sum) <= MOST) {
            List<Long> shown = Arrays.stream(objects).boxed().toList();
            all.add(new Breach(rule, what, shown, expected, found, excuse));
        }
    }
}
