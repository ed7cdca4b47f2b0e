package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.diagram.AreaCard;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.Binding;

/// An area that was pointed at: what there is to say about it and what can be done with it. Used on the FX thread.
public final class AreaModel {
    private final Played played;
    private final AreaCard card;

    private AreaModel(Played played, AreaCard card) {
        this.played = played;
        this.card = card;
    }

    /// The area that a shape id stands for at a session's position; none when it is no area.
    public static Optional<AreaModel> of(SessionModel session, String id) {
        return session.played()
                .flatMap(played -> session.momentProperty()
                        .get()
                        .flatMap(moment -> AreaCard.of(moment, id))
                        .map(card -> new AreaModel(played, card)));
    }

    /// One line about the area.
    public record Row(String word, String value) {}

    /// All that there is to say.
    public List<Row> rows() {
        return card.rows().stream().map(row -> new Row(row.word(), row.value())).toList();
    }

    public String name() {
        return card.name();
    }

    /// The name and all rows as text.
    public String text() {
        return card.text();
    }

    /// The statement (from 0) that made the area.
    public int statement() {
        return card.statement();
    }

    /// The whole va_start in hex.
    public String address() {
        return Addresses.full(card.start());
    }

    /// The event position at which the area got its range.
    public OptionalLong birth() {
        TimeMachine time = played.time();
        return card.statement() < 0
                ? OptionalLong.empty()
                : time.firstStore(card.vmapArea(), card.start(), card.statement());
    }

    /// The event position at which it leaves vmap_area_list; none when it stays to the end.
    public OptionalLong death() {
        return card.statement() < 0
                ? OptionalLong.empty()
                : played.time().firstStore(card.listPrev(), Lists.LIST_POISON2, card.statement());
    }

    /// The statement that frees what the area was made for, if it can be added at the end of the scenario.
    public Optional<String> freeing() {
        Scenario scenario = played.run().scenario();
        if (card.statement() < 0) {
            return Optional.empty();
        }
        Statement.Step made = scenario.lines().get(card.statement()).statement();
        return made instanceof Binding binding
                ? Optional.of(keyword(binding) + " " + binding.name()).filter(this::canBeAdded)
                : Optional.empty();
    }

    private static String keyword(Binding binding) {
        return switch (binding) {
            case Statement.Vmalloc made -> "vfree";
            case Statement.Vmap made -> "vunmap";
            case Statement.Ioremap made -> "iounmap";
            case Statement.GetVmArea made -> "free_vm_area";
            case Statement.VmMapRam made -> "vm_unmap_ram";
            case Statement.PcpuGetVmAreas made -> "pcpu_free_vm_areas";
        };
    }

    private boolean canBeAdded(String statement) {
        Parsed parsed = ScenarioParser.parse(played.text() + "\n" + statement + "\n");
        return parsed instanceof Scenario;
    }
}
