package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.rules.Breach;
import org.vmalloscope.rules.Breach.Excuse;
import org.vmalloscope.rules.Oddities;
import org.vmalloscope.rules.Oddity;
import org.vmalloscope.rules.RuleWords;
import org.vmalloscope.rules.Rules;
import org.vmalloscope.rules.Verdict;
import org.vmalloscope.rules.Work;

/// Which rules hold at the position, and what is odd there. Used on the FX thread; nothing is checked while nobody
/// looks.
public final class RulesModel {
    private static final int SAID = 3;
    private static final int NAMED = 6;

    private final SessionModel session;
    private final InspectorModel inspector;
    private final ReadOnlyObjectWrapper<List<RuleRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private boolean active;

    public RulesModel(SessionModel session, InspectorModel inspector) {
        this.session = session;
        this.inspector = inspector;
        session.momentProperty().addListener((property, was, now) -> update());
    }

    /// How a row is marked.
    public enum Mark {
        HOLDS,
        BETWEEN,
        BROKEN,
        /// Odd, and as these kernels do.
        ODD
    }

    /// An object that a row names.
    public record Named(String name, long address) {}

    /// A rule or an oddity as it is shown.
    ///
    /// @param sentence the rule in plain words
    /// @param state whether it holds; empty for an oddity
    /// @param said what is wrong, place by place
    public record RuleRow(
            String key, Mark mark, String sentence, String state, List<String> said, List<Named> objects) {
        public RuleRow {
            said = List.copyOf(said);
            objects = List.copyOf(objects);
        }
    }

    /// Whether somebody looks.
    public void setActive(boolean looked) {
        if (looked != active) {
            active = looked;
            update();
        }
    }

    private void update() {
        Optional<Moment> moment = session.momentProperty().get();
        if (active && moment.isPresent()) {
            rows.set(read(moment.get()));
        }
    }

    private List<RuleRow> read(Moment moment) {
        boolean finished = session.played()
                .map(played -> {
                    int statement = played.time().statement();
                    return statement < 0
                            || played.time().position()
                                    == played.time().journal().eventEnd(statement);
                })
                .orElse(true);
        RuleWords words = new RuleWords(address -> moment.names().pointer(address));
        List<Verdict> verdicts = Rules.check(moment.view(), new Work(session.calls(), finished));
        List<RuleRow> all = new ArrayList<>();
        List<Breach> breaches = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            all.add(row(verdict, words, moment.names()));
            breaches.addAll(verdict.breaches());
        }
        for (Oddity oddity : Oddities.of(moment.view(), breaches)) {
            all.add(new RuleRow(
                    "oddity-" + oddity.kind().key(),
                    Mark.ODD,
                    words.sentence(oddity),
                    "",
                    List.of(),
                    named(oddity.objects(), moment.names())));
        }
        return List.copyOf(all);
    }

    private static RuleRow row(Verdict verdict, RuleWords words, AreaNames names) {
        Mark mark = switch (verdict.state()) {
            case HOLDS -> Mark.HOLDS;
            case BETWEEN -> Mark.BETWEEN;
            case BROKEN -> Mark.BROKEN;
            case KNOWN -> Mark.ODD;
        };
        List<String> said = new ArrayList<>();
        Set<Long> objects = new LinkedHashSet<>();
        for (Breach breach : verdict.breaches()) {
            if (said.size() < SAID) {
                said.add(words.sentence(breach));
            }
            objects.addAll(breach.objects());
        }
        verdict.breaches().stream()
                .map(Breach::excuse)
                .filter(excuse -> verdict.state() == Verdict.State.KNOWN && excuse != Excuse.NONE)
                .findFirst()
                .ifPresent(excuse -> said.add(words.sentence(excuse)));
        return new RuleRow(
                verdict.rule().key(),
                mark,
                words.sentence(verdict.rule()),
                words.state(verdict),
                said,
                named(objects, names));
    }

    private static List<Named> named(Iterable<Long> addresses, AreaNames names) {
        List<Named> named = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (long address : addresses) {
            Optional<String> name = names.object(address);
            if (named.size() < NAMED && name.isPresent() && known.add(name.get())) {
                named.add(new Named(name.get(), address));
            }
        }
        return named;
    }

    /// Selects an object that a row names, and looks into it.
    public void choose(Named object) {
        inspector.inspect(object.address());
    }

    /// The rules in their order, then what is odd.
    public ReadOnlyObjectProperty<List<RuleRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
