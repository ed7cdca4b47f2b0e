package org.vmalloscope.diagram;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.kernel.percpu.PcpuChunk;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The chunks with their maps, side by side where there is room, and the slot lists below them.
final class FirstChunkCards {
    private static final double MARGIN = 16;
    private static final double GAP = 18;
    private static final double CARD = 96;
    private static final double TWO_COLUMNS = 700;
    private static final double SLOT = 26;
    private static final double SLOT_ROW = 46;
    private static final int SLOT_SHIFT = 2;
    private static final TextFont NAME = TextFont.mono(12, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(11, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont HEADING = TextFont.sans(12, Weight.SEMIBOLD);

    private final FirstChunkFacts facts;
    private final double width;
    private final Pen pen;

    FirstChunkCards(FirstChunkFacts facts, double width, Pen pen) {
        this.facts = facts;
        this.width = width;
        this.pen = pen;
    }

    /// Draws them from `top` on; where the next thing can be.
    double draw(double top) {
        boolean beside = width >= TWO_COLUMNS;
        double card = beside ? (width - 2 * MARGIN - GAP) / 2 : width - 2 * MARGIN;
        PcpuChunk schunk = facts.percpu().schunk();
        Bounds first = new Bounds(MARGIN, top, card, CARD);
        if (schunk.vm() == 0) {
            place("schunk", first, "schunk is not made yet");
        } else {
            String role = facts.percpu().isReserved() ? "pcpu_reserved_chunk" : role(schunk);
            chunk("schunk", role, schunk, first, "smap");
        }
        double x = beside ? MARGIN + card + GAP : MARGIN;
        double y = beside ? top : top + CARD + GAP;
        Bounds second = new Bounds(x, y, card, CARD);
        Optional<PcpuChunk> dchunk = facts.percpu().dchunk();
        if (dchunk.isPresent()) {
            chunk("dchunk", role(dchunk.get()), dchunk.get(), second, "dmap");
        } else {
            place("dchunk", second, absence());
        }
        y += CARD + GAP;
        return facts.percpu().slots() > 0 ? slots(y) : y;
    }

    private String absence() {
        if (!facts.isReady()) {
            return "dchunk is not made yet";
        }
        return facts.percpu().isReserved()
                ? "no dchunk: nothing is left for a dynamic area"
                : "no dchunk: the dynamic area is schunk's";
    }

    /// Where a chunk will be.
    private void place(String name, Bounds at, String words) {
        pen.box(at.x(), at.y(), at.width(), at.height(), 5, Role.PTE_CLEARED);
        pen.fitted(at.x() + 12, at.y() + 16, at.width() - 24, SMALL, Role.TEXT_THIRD, words);
        if (facts.isChanged(name)) {
            Highlight.rings(at, 5, EnumSet.of(Highlight.CHANGED)).forEach(pen::add);
        }
    }

    private String role(PcpuChunk chunk) {
        return facts.percpu().firstChunk() == chunk.address() ? "pcpu_first_chunk" : "";
    }

    private void chunk(String name, String role, PcpuChunk chunk, Bounds at, String map) {
        Pen parts = new Pen();
        parts.box(at.x(), at.y(), at.width(), at.height(), 5, Role.CARD);
        parts.text(at.x() + 12, at.y() + 16, NAME, Role.TEXT, name);
        double after = at.x() + 20 + TextMetrics.width(name, NAME);
        parts.fitted(after, at.y() + 16, at.right() - 12 - after, MONO, Role.TEXT_SECOND, role);
        String sizes =
                "free_size " + Sizes.number(chunk.freeSize()) + "   contig_hint " + Sizes.number(chunk.contigHint());
        parts.fitted(at.x() + 12, at.y() + 35, at.width() - 24, MONO, Role.TEXT, sizes);
        map(parts, chunk.map(), new Bounds(at.x() + 46, at.y() + 48, at.width() - 58, 20));
        parts.text(at.x() + 12, at.y() + 58, MONO, Role.TEXT_SECOND, "map");
        OptionalInt slot = facts.percpu().slotOf(chunk);
        String list = slot.isPresent() ? "on slot list " + slot.getAsInt() : "on no slot list";
        String kept = chunk.immutable() ? "immutable: it keeps its pages" : "its pages can come and go";
        parts.fitted(at.x() + 12, at.y() + 83, at.width() - 24, SMALL, Role.TEXT_SECOND, list + "; " + kept);
        if (facts.isChanged(name, map)) {
            Highlight.rings(at, 5, EnumSet.of(Highlight.CHANGED)).forEach(parts::add);
        }
        pen.thing("chunk:" + name, name + ": pcpu_chunk at " + Addresses.full(chunk.address()), parts);
    }

    /// The entries of a map in their order: less than 0 is taken, more is free.
    private void map(Pen parts, List<Long> entries, Bounds at) {
        if (entries.isEmpty()) {
            parts.text(at.x(), at.y() + 10, SMALL, Role.TEXT_THIRD, "empty");
            return;
        }
        double sum = entries.stream().mapToDouble(Math::abs).sum();
        double least = Math.min(92, at.width() / entries.size());
        double spare = at.width() - least * entries.size();
        double x = at.x();
        for (long entry : entries) {
            double wide = least + spare * Math.abs(entry) / sum;
            boolean taken = entry < 0;
            parts.box(x, at.y(), wide, at.height(), 2, taken ? Role.VM_TAB : Role.PTE_CLEARED);
            String words = Sizes.number(entry) + (taken ? " taken" : " free");
            String fits = TextMetrics.width(words, MONO) + 8 <= wide ? words : Sizes.number(entry);
            if (TextMetrics.width(fits, MONO) + 4 <= wide) {
                Role role = taken ? Role.VM_PLATE : Role.TEXT;
                parts.text(x + wide / 2, at.y() + at.height() / 2, Anchor.MIDDLE, MONO, role, fits);
            }
            x += wide;
        }
    }

    private double slots(double top) {
        int count = facts.percpu().slots();
        Pen parts = new Pen();
        parts.text(MARGIN, top + 8, HEADING, Role.TEXT, "pcpu_slot");
        double after = MARGIN + TextMetrics.width("pcpu_slot", HEADING) + 10;
        String words = count + " lists of chunks, by how much is free in them";
        parts.fitted(after, top + 8, width - MARGIN - after, SMALL, Role.TEXT_THIRD, words);
        int columns = (int) Math.max(1, (width - 2 * MARGIN) / SLOT);
        for (int slot = 0; slot < count; slot++) {
            double x = MARGIN + slot % columns * SLOT;
            slot(parts, slot, x, top + 22 + Pen.row(slot, columns) * SLOT_ROW);
        }
        double bottom = top + 22 + (Pen.row(count - 1, columns) + 1) * SLOT_ROW;
        if (facts.isChanged("pcpu_slot")) {
            double wide = Math.min(count, columns) * SLOT;
            Bounds at = new Bounds(MARGIN, top + 22, wide - 4, bottom - top - 46);
            Highlight.rings(at, 3, EnumSet.of(Highlight.CHANGED)).forEach(parts::add);
        }
        pen.thing("slots", slotTip(count), parts);
        return bottom;
    }

    private void slot(Pen parts, int slot, double x, double y) {
        String chunk = onSlot(slot);
        boolean full = !chunk.isEmpty();
        parts.box(x, y, SLOT - 4, 22, 3, full ? Role.VM_AREA : Role.BIT_FREE);
        String number = Integer.toString(slot);
        parts.text(x + (SLOT - 4) / 2, y + 11, Anchor.MIDDLE, MONO, full ? Role.VM_PLATE : Role.TEXT_THIRD, number);
        if (full) {
            double middle = x + (SLOT - 4) / 2;
            parts.add(new Line("", middle, y + 23, middle, y + 31, Heads.END, Role.POINTER));
            double wide = TextMetrics.width(chunk, MONO);
            double start = Math.clamp(middle - wide / 2, MARGIN, Math.max(MARGIN, width - MARGIN - wide));
            parts.text(start, y + 37, MONO, Role.TEXT, chunk);
        }
    }

    private String onSlot(int slot) {
        PcpuChunk schunk = facts.percpu().schunk();
        if (schunk.vm() != 0 && facts.percpu().slotOf(schunk).equals(OptionalInt.of(slot))) {
            return "schunk";
        }
        boolean dynamic = facts.percpu()
                .dchunk()
                .filter(chunk -> facts.percpu().slotOf(chunk).equals(OptionalInt.of(slot)))
                .isPresent();
        return dynamic ? "dchunk" : "";
    }

    /// The bytes that lists with a chunk stand for.
    private String slotTip(int count) {
        StringBuilder tip = new StringBuilder("list 0: fewer than 4 bytes free; list ")
                .append(count - 1)
                .append(": everything free");
        for (int slot = 1; slot < count - 1; slot++) {
            if (!onSlot(slot).isEmpty()) {
                long least = 1L << slot + SLOT_SHIFT;
                tip.append("\nlist ").append(slot).append(": ").append(Sizes.count(slot == 1 ? 4 : least));
                tip.append(" to ").append(Sizes.count(2 * least - 1)).append(" bytes free");
            }
        }
        return tip.toString();
    }
}
