package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.diagram.AreaCard;
import org.vmalloscope.diagram.Kin;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.ObjectCard;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.Binding;

/// An area, a vm_struct or a block that was pointed at: what there is to say about it and what can be done with it.
/// Used on the FX thread.
public final class AreaModel {
    private final Played played;
    private final ObjectCard card;
    private final Optional<AreaCard> area;

    private AreaModel(Played played, ObjectCard card, Optional<AreaCard> area) {
        this.played = played;
        this.card = card;
        this.area = area.filter(found -> found.statement() >= 0);
    }

    /// The object that a shape id stands for at a session's position; none when it is no object, or gone.
    public static Optional<AreaModel> of(SessionModel session, String id) {
        return session.played()
                .flatMap(played -> session.momentProperty()
                        .get()
                        .flatMap(moment ->
                                ObjectCard.of(moment, id).map(card -> new AreaModel(played, card, area(moment, id)))));
    }

    private static Optional<AreaCard> area(Moment moment, String id) {
        return Kin.of(moment, id).stream()
                .filter(kin -> kin.startsWith("va:"))
                .findFirst()
                .flatMap(kin -> AreaCard.of(moment, kin));
    }

    /// One line about the object.
    public record Row(String word, String value) {}

    /// All that there is to say.
    public List<Row> rows() {
        return card.rows().stream().map(row -> new Row(row.word(), row.value())).toList();
    }

    public String name() {
        return card.name();
    }

    /// The type of the struct, as C has it.
    public String struct() {
        return card.struct();
    }

    /// What it looks like in diagrams.
    public Kind kind() {
        return card.kind();
    }

    /// The name and all rows as text.
    public String text() {
        return card.text();
    }

    /// The whole address in hex where what the object describes begins.
    public String address() {
        return Addresses.full(card.address());
    }

    /// The statement that made it, with its number, as it is said; empty when that is not known.
    public String maker() {
        return area.map(found -> (found.statement() + 1) + "  "
                        + played.run().scenario().lines().get(found.statement()).text())
                .orElse("");
    }

    /// The event position at which the area got its range.
    public OptionalLong birth() {
        TimeMachine time = played.time();
        return area.map(found -> time.firstStore(found.vmapArea(), found.start(), found.statement()))
                .orElseGet(OptionalLong::empty);
    }

    /// The event position at which it leaves vmap_area_list; none when it stays to the end.
    public OptionalLong death() {
        TimeMachine time = played.time();
        return area.map(found -> time.firstStore(found.listPrev(), Lists.LIST_POISON2, found.statement()))
                .orElseGet(OptionalLong::empty);
    }

    /// The statement that frees what the area was made for, if it can be added at the end of the scenario.
    public Optional<String> freeing() {
        Scenario scenario = played.run().scenario();
        return area.map(found -> scenario.lines().get(found.statement()).statement())
                .filter(Binding.class::isInstance)
                .map(Binding.class::cast)
                .map(binding -> keyword(binding) + " " + binding.name())
                .filter(this::canBeAdded);
    }

    private static String keyword(Binding binding) {
        return switch (binding) {
            case Statement.Vmalloc made -> "vfree";
            case Statement.Vmap made -> "vunmap";
            case Statement.Ioremap made -> "iounmap";
            case Statement.GetVmArea made -> "free_vm_area";
            case Statement.VmMapRam made -> "vm_unmap_ram";
            case Statement.PcpuGetVmAreas made -> "pcpu_free_vm_areas";
            case Statement.Area made ->
                switch (made.area().kind()) {
                    case VMAP -> "vunmap";
                    case IOREMAP -> "iounmap";
                    case VMALLOC, PERCPU, OTHER, VM_MAP_RAM, UNPURGED -> "vfree";
                };
        };
    }

    private boolean canBeAdded(String statement) {
        Parsed parsed = ScenarioParser.parse(played.text() + "\n" + statement + "\n");
        return parsed instanceof Scenario;
    }
}
