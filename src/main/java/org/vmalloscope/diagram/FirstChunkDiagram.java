package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The per-CPU first chunk: where it lies and who knows of it, the unit of every CPU, and the chunks' bookkeeping.
final class FirstChunkDiagram {
    private static final String TITLE = "First chunk";
    private static final String EMPTY = "No first chunk yet: start_kernel makes one";
    private static final double MARGIN = 16;
    private static final double CARD = 26;
    private static final double LINK = 22;
    private static final TextFont BODY = TextFont.sans(12.5, Weight.REGULAR);
    private static final TextFont BOLD = TextFont.sans(12.5, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(12, Weight.REGULAR);
    private static final TextFont MONO_BOLD = TextFont.mono(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);

    private final Moment moment;
    private final Frame frame;
    private final double width;
    private final Optional<FirstChunkFacts> known;
    private final Pen pen = new Pen();

    private FirstChunkDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.width = frame.roomWidth();
        this.known = FirstChunkFacts.of(moment);
    }

    static Picture draw(Moment moment, Frame frame) {
        return new FirstChunkDiagram(moment, frame).picture();
    }

    static Diagram.FigureSize size(Moment moment) {
        double height = draw(moment, Frame.of(1120, 60)).height();
        return new Diagram.FigureSize(1120, Math.max(100, height));
    }

    private Picture picture() {
        double y = 40;
        if (known.isEmpty()) {
            pen.fitted(MARGIN, 20, width - 2 * MARGIN, BODY, Role.TEXT_THIRD, EMPTY);
        } else {
            FirstChunkFacts facts = known.get();
            y = place(facts, 18);
            y = globals(facts, y + 10);
            y = chain(facts, y + 6);
            y = new FirstChunkUnits(facts, width, pen).draw(y + 12);
            y = new FirstChunkCards(facts, width, pen).draw(y + 12);
        }
        return new Picture(width, Math.max(frame.roomHeight(), y + 8), TITLE, description(), pen.shapes());
    }

    /// One sentence: in which map it lies.
    private double place(FirstChunkFacts facts, double middle) {
        boolean vmalloc = facts.isInVmallocSpace();
        Icon icon = !facts.isReady() ? Icon.HOURGLASS : vmalloc ? Icon.PIN : Icon.DOT;
        Role role = !facts.isReady() ? Role.EVENT_NOTE : vmalloc ? Role.EARLY_AREA : Role.BUSY_AREA;
        pen.glyph(icon, MARGIN + 6, middle, 12, role);
        String where = !facts.isReady() ? "Being made" : vmalloc ? "In vmalloc space" : "In the linear map";
        double x = MARGIN + 20;
        pen.fitted(x, middle, width - MARGIN - x, BOLD, Role.TEXT, where);
        double after = x + TextMetrics.width(where, BOLD) + 10;
        List<String> lines = TextMetrics.wrap(explanation(facts), BODY, width - MARGIN - after, 3);
        double y = middle;
        for (String line : lines) {
            pen.text(after, y, BODY, Role.TEXT_SECOND, line);
            y += 17;
        }
        return Math.max(middle + 17, y);
    }

    private String explanation(FirstChunkFacts facts) {
        if (!facts.isReady()) {
            return "pcpu_base_addr is not set yet.";
        }
        if (!facts.isInVmallocSpace()) {
            return "one block of bootmem, mapped from the start. Nothing of it is on vmlist.";
        }
        String vm = facts.registered().map(moment.names()::vm).orElse("its vm_struct");
        return moment.view().vmapInitialized()
                ? vm + " is on vmlist, and vmalloc_init has made an area of it."
                : vm + " is on vmlist, and vmalloc_init will make an area of it.";
    }

    /// The globals that the boot code leaves behind, as many in a line as have room.
    private double globals(FirstChunkFacts facts, double top) {
        double x = MARGIN;
        double middle = top;
        String unit = Sizes.count(facts.unit()) + " = " + Sizes.bytes(facts.unit());
        String[][] all = {
            {"pcpu_base_addr", facts.isReady() ? Addresses.full(facts.base()) : "NULL"},
            {"pcpu_unit_size", unit},
            {"pcpu_chunk_size", Sizes.bytes(facts.percpu().chunkSize())},
            {"pcpu_reserved_chunk_limit", Sizes.count(facts.percpu().reservedLimit())}
        };
        for (String[] global : all) {
            double wide = TextMetrics.width(global[0], MONO) + 8 + TextMetrics.width(global[1], MONO_BOLD);
            if (x > MARGIN && x + wide > width - MARGIN) {
                x = MARGIN;
                middle += 24;
            }
            pen.fitted(x, middle, width - MARGIN - x, MONO, Role.TEXT_SECOND, global[0]);
            double value = x + TextMetrics.width(global[0], MONO) + 8;
            pen.fitted(value, middle, width - MARGIN - value, MONO_BOLD, Role.TEXT, global[1]);
            if (facts.isChanged(global[0])) {
                Bounds at = new Bounds(x, middle - 8, Math.min(wide, width - MARGIN - x), 16);
                Highlight.rings(at, 2, EnumSet.of(Highlight.CHANGED)).forEach(pen::add);
            }
            x += wide + 26;
        }
        return middle + 12;
    }

    /// vmlist from its head on, as far as there is room.
    private double chain(FirstChunkFacts facts, double top) {
        List<VmStruct> vmlist = moment.view().vmlist();
        double middle = top + CARD / 2;
        double x = MARGIN;
        double anchor = TextMetrics.width("vmlist", MONO) + 20;
        pen.box(x, top, anchor, CARD, 5, Role.ANCHOR);
        pen.text(x + anchor / 2, middle, Anchor.MIDDLE, MONO, Role.TEXT, "vmlist");
        x += anchor;
        for (int at = 0; at < vmlist.size(); at++) {
            VmStruct vm = vmlist.get(at);
            String name = moment.names().vm(vm);
            double card = TextMetrics.width(name, MONO) + 20;
            String more = Sizes.count(vmlist.size() - at) + " more";
            if (x + LINK + card + LINK + 60 > width - MARGIN) {
                pen.line(x, middle, x + LINK - 4, middle, Role.FOLD_LINE);
                pen.fitted(x + LINK, middle, width - MARGIN - x - LINK, SMALL, Role.TEXT_SECOND, more);
                return top + CARD;
            }
            link(x, middle);
            card(facts, vm, name, new Bounds(x + LINK, top, card, CARD));
            x += LINK + card;
        }
        pen.line(x, middle, x + 12, middle, Role.POINTER);
        pen.line(x + 12, middle - 6, x + 12, middle + 6, Role.POINTER);
        if (vmlist.isEmpty()) {
            pen.fitted(x + 24, middle, width - MARGIN - x - 24, SMALL, Role.TEXT_THIRD, "is empty");
        }
        return top + CARD;
    }

    private void link(double x, double middle) {
        pen.add(new Line("", x, middle, x + LINK, middle, Heads.END, Role.POINTER));
    }

    private void card(FirstChunkFacts facts, VmStruct vm, String name, Bounds at) {
        boolean own = facts.registered().filter(vm::equals).isPresent();
        Pen parts = new Pen();
        parts.box(at.x(), at.y(), at.width(), at.height(), 5, own ? Role.EARLY_AREA : Role.CARD);
        if (own) {
            parts.box(at.x() + 6, at.y() + 5, at.width() - 12, at.height() - 10, 2, Role.EARLY_PLATE);
        }
        Role ink = own ? Role.EARLY_PLATE : Role.TEXT;
        parts.text(at.x() + at.width() / 2, at.y() + at.height() / 2, Anchor.MIDDLE, MONO, ink, name);
        if (own && facts.isChanged(name)) {
            Highlight.rings(at, 5, EnumSet.of(Highlight.CHANGED)).forEach(parts::add);
        }
        String tip = name + ": " + Addresses.full(vm.addr()) + ", " + Sizes.bytes(vm.size());
        pen.thing(ListsColumns.vmId(moment.view(), vm), tip, parts);
    }

    private String description() {
        if (known.isEmpty()) {
            return EMPTY + ".";
        }
        FirstChunkFacts facts = known.get();
        String where = !facts.isReady()
                ? "The first chunk is being made"
                : "The first chunk begins at " + Addresses.full(facts.base()) + ", "
                        + (facts.isInVmallocSpace() ? "in vmalloc space" : "in the linear map");
        return where + ": " + facts.cpus() + (facts.cpus() == 1 ? " unit" : " units") + " of "
                + Sizes.exactBytes(facts.unit()) + ", each with " + Sizes.exactBytes(facts.ofStatic())
                + " static, " + Sizes.exactBytes(facts.reserved()) + " reserved and "
                + Sizes.exactBytes(facts.dynamic()) + " dynamic"
                + (facts.gaveBack() ? ", " + Sizes.exactBytes(facts.tail()) + " given back to bootmem." : ".")
                + " vmap_block_queue lies at offset " + Sizes.count(FirstChunkFacts.queueOffset()) + " in every unit.";
    }

    static List<LegendEntry> legend(Moment moment) {
        Optional<FirstChunkFacts> known = FirstChunkFacts.of(moment);
        List<LegendEntry> entries = new ArrayList<>();
        if (known.isEmpty() || known.get().ofStatic() == 0) {
            return entries;
        }
        FirstChunkFacts facts = known.get();
        entries.add(LegendEntry.of(Role.VM_AREA, "static: the kernel's own variables"));
        if (facts.reserved() > 0) {
            entries.add(LegendEntry.of(Role.EARLY_AREA, "reserved for modules"));
        }
        if (facts.dynamic() > 0) {
            entries.add(LegendEntry.of(Role.BUSY_AREA, "dynamic: handed out later"));
        }
        if (facts.tail() > 0) {
            entries.add(LegendEntry.of(Role.HOLE, facts.gaveBack() ? "given back to bootmem" : "not used"));
        }
        entries.add(LegendEntry.of(Role.BLOCK_MARK, "vmap_block_queue of the CPU"));
        if (IntStream.range(0, facts.cpus()).anyMatch(cpu -> facts.blocksOf(cpu) > 0)) {
            entries.add(LegendEntry.of(Icon.CELLS, Role.BLOCK_AREA, "blocks on its list"));
        }
        if (facts.present(0) > 0) {
            String words = facts.isInVmallocSpace() ? "mapped by page tables" : "mapped by the linear map";
            entries.add(LegendEntry.of(Role.MAPPED, words));
        }
        return entries;
    }
}
