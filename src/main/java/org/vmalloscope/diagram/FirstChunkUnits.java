package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.vmalloscope.kernel.vmalloc.VmapBlockQueue;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The units of all CPUs, one below the other on one scale of offsets: that of CPU 0 large enough to be read, the
/// others as high as their number allows.
///
/// The scale is uniform up to the last byte that has a use; what follows has one width, whatever its size.
final class FirstChunkUnits {
    private static final double MARGIN = 16;
    private static final double LEFT = 112;
    private static final double ADDRESSES = 146;
    private static final double WITH_ADDRESSES = 640;
    private static final double RULER = 28;
    private static final double FIRST = 30;
    private static final double FIRST_ROW = 60;
    private static final double TAIL = 112;
    private static final int FEW = 8;
    private static final int MANY = 16;
    private static final TextFont CPU = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont BODY = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont MONO = TextFont.mono(11, Weight.REGULAR);

    private static final String QUEUE = "vmap_block_queue";

    private final FirstChunkFacts facts;
    private final Pen pen;
    private final double left = LEFT;
    private final double right;
    private final double tailWidth;
    private final double width;
    private final Addresses units;

    FirstChunkUnits(FirstChunkFacts facts, double width, Pen pen) {
        this.facts = facts;
        this.pen = pen;
        this.width = width;
        boolean roomy = width >= WITH_ADDRESSES;
        this.right = width - MARGIN - (roomy ? ADDRESSES : 0);
        this.tailWidth = facts.tail() > 0 ? Math.min(TAIL, (right - left) / 5) : 0;
        this.units = Addresses.of(LongStream.range(0, facts.cpus())
                .map(cpu -> facts.unitOf((int) cpu))
                .toArray());
    }

    /// Draws them from `top` on; where the next thing can be.
    double draw(double top) {
        ruler(top);
        double y = top + RULER;
        for (int cpu = 0; cpu < facts.cpus(); cpu++) {
            double bar = cpu == 0 ? FIRST : barHeight();
            row(cpu, y, bar);
            y += cpu == 0 ? FIRST_ROW : pitch();
        }
        return y + 4;
    }

    private double barHeight() {
        return facts.cpus() <= FEW ? 18 : facts.cpus() <= MANY ? 11 : 5;
    }

    private double pitch() {
        return facts.cpus() <= FEW ? 30 : facts.cpus() <= MANY ? 19 : 8;
    }

    private double x(long offset) {
        double inner = right - left - tailWidth;
        return offset <= facts.used()
                ? left + inner * offset / facts.used()
                : left + inner + tailWidth * (offset - facts.used()) / facts.tail();
    }

    /// The offsets at which something begins or ends, the important ones first where they do not all find room.
    private void ruler(double top) {
        pen.text(left - 12, top + 9, Anchor.END, SMALL, Role.TEXT_THIRD, "offset");
        List<Bounds> taken = new ArrayList<>();
        mark(facts.unit(), top, taken, Role.TEXT_SECOND);
        mark(0, top, taken, Role.TEXT_SECOND);
        if (facts.ofStatic() > 0) {
            mark(FirstChunkFacts.queueOffset(), top, taken, Role.TEXT);
            mark(facts.ofStatic(), top, taken, Role.TEXT_SECOND);
            mark(facts.ofStatic() + facts.reserved(), top, taken, Role.TEXT_SECOND);
            mark(facts.used(), top, taken, Role.TEXT_SECOND);
        }
        if (right < width - MARGIN) {
            pen.text(right + 14, top + 9, SMALL, Role.TEXT_THIRD, "vmap_block_queue is at");
        }
    }

    private void mark(long offset, double top, List<Bounds> taken, Role role) {
        String words = Sizes.count(offset);
        double wide = TextMetrics.width(words, MONO);
        double x = x(offset);
        double from = Math.clamp(x - wide / 2, left - 4, Math.max(left, right + 4 - wide));
        Bounds bounds = new Bounds(from - 5, top, wide + 10, 16);
        if (taken.stream().noneMatch(other -> other.x() < bounds.right() && bounds.x() < other.right())) {
            taken.add(bounds);
            pen.text(from, top + 9, MONO, role, words);
            pen.line(x, top + 17, x, top + RULER - 3, Role.HAIRLINE);
        }
    }

    private void row(int cpu, double y, double bar) {
        Pen parts = new Pen();
        segment(parts, 0, facts.ofStatic(), y, bar, Kind.VM);
        segment(parts, facts.ofStatic(), facts.ofStatic() + facts.reserved(), y, bar, Kind.EARLY);
        segment(parts, facts.ofStatic() + facts.reserved(), facts.used(), y, bar, Kind.BUSY);
        if (facts.tail() > 0) {
            parts.box(x(facts.used()), y, tailWidth, bar, 0, Role.HOLE);
            parts.line(x(facts.used()), y + bar, right, y + bar, Role.FOLD_LINE);
        }
        double under = y + bar + (bar > 8 ? 2 : 0.5);
        for (PageRange range : facts.mapped(cpu)) {
            double high = bar > 8 ? 4 : 1;
            parts.box(x(range.start()), under, x(range.end()) - x(range.start()), high, 0, Role.MAPPED);
        }
        if (cpu == 0) {
            labels(parts, y);
        }
        queue(parts, cpu, y, bar);
        names(parts, cpu, y, bar);
        if (isChanged(cpu)) {
            Highlight.rings(new Bounds(left, y, right - left, bar), 2, EnumSet.of(Highlight.CHANGED))
                    .forEach(parts::add);
        }
        pen.thing("unit:" + cpu, tip(cpu), parts);
    }

    private void segment(Pen parts, long from, long to, double y, double bar, Kind kind) {
        if (facts.ofStatic() == 0) {
            if (from == 0 && to == 0) {
                parts.box(left, y, right - left, bar, 0, Role.HOLE);
            }
            return;
        }
        if (to > from) {
            boolean thin = bar < 8;
            double wide = Math.max(1, x(to) - x(from));
            parts.box(x(from), y, wide, bar, thin ? 0 : 3, thin ? kind.plate() : kind.area());
        }
    }

    private void labels(Pen parts, double y) {
        if (facts.ofStatic() > 0) {
            long queue = FirstChunkFacts.queueOffset();
            long statics = facts.ofStatic();
            long dynamic = statics + facts.reserved();
            label(parts, 0, queue * 9 / 10, y, Role.VM_PLATE, "static", Sizes.bytes(statics));
            queueLabel(parts, y);
            label(parts, statics, dynamic, y, Role.EARLY_PLATE, "reserved", Sizes.bytes(facts.reserved()));
            label(parts, dynamic, facts.used(), y, Role.BUSY_PLATE, "dynamic", Sizes.bytes(facts.dynamic()));
        }
        if (facts.tail() > 0) {
            double middle = (x(facts.used()) + right) / 2;
            String size = TextMetrics.fit(Sizes.bytes(facts.tail()), SMALL, tailWidth - 6);
            parts.text(middle, y + FIRST / 2, Anchor.MIDDLE, SMALL, Role.TEXT_SECOND, size);
            String words = !facts.isReady() ? "" : facts.gaveBack() ? "given back" : "not used";
            parts.text(right, y + FIRST + 14, Anchor.END, SMALL, Role.TEXT_SECOND, words);
        }
        if (!there().isEmpty()) {
            double room = right - left - (facts.tail() > 0 ? 90 : 0);
            parts.fitted(left, y + FIRST + 14, room, SMALL, Role.TEXT_SECOND, there());
        }
    }

    private String there() {
        long pages = facts.percpu().pagesOf(0);
        return pages == 0
                ? ""
                : Sizes.count(pages) + " of " + Sizes.pages(facts.percpu().unitPages()) + " are there";
    }

    /// The name of the queue: beside its mark in the static area, or below it.
    private void queueLabel(Pen parts, double y) {
        double x = x(FirstChunkFacts.queueOffset());
        double wide = TextMetrics.width(QUEUE, MONO);
        if (x + 12 + wide + 8 < x(facts.ofStatic())) {
            parts.box(x + 8, y + 6, wide + 8, FIRST - 12, 2, Role.VM_PLATE);
            parts.text(x + 12, y + FIRST / 2, MONO, Role.VM_PLATE, QUEUE);
            return;
        }
        double start = x - wide / 2;
        double end = right - (facts.tail() > 0 ? 74 : 0);
        if (start > left + TextMetrics.width(there(), SMALL) + 12 && start + wide < end) {
            parts.text(start, y + FIRST + 14, MONO, Role.TEXT, QUEUE);
        }
    }

    /// What a stretch is and how large, as much of it as has room.
    private void label(Pen parts, long from, long to, double y, Role plate, String name, String size) {
        double room = x(to) - x(from) - 12;
        String both = name + "  " + size;
        String words = TextMetrics.width(both, BODY) <= room ? both : name;
        double wide = TextMetrics.width(words, BODY);
        if (to > from && wide <= room) {
            double start = (x(from) + x(to)) / 2 - wide / 2;
            parts.box(start - 4, y + 6, wide + 8, FIRST - 12, 2, plate);
            parts.text(start, y + FIRST / 2, BODY, plate, words);
        }
    }

    /// The queue's place: a bar across the unit, with an icon where blocks are on the list.
    private void queue(Pen parts, int cpu, double y, double bar) {
        if (facts.ofStatic() == 0) {
            return;
        }
        double x = x(FirstChunkFacts.queueOffset());
        parts.box(x - 1.5, y - (bar > 8 ? 3 : 0), 3, bar + (bar > 8 ? 3 : 0), 0, Role.BLOCK_MARK);
        if (facts.blocksOf(cpu) > 0 && bar > 8) {
            parts.glyph(Icon.CELLS, x - 10, y + bar / 2, 9, Role.BLOCK_AREA);
        }
    }

    private void names(Pen parts, int cpu, double y, double bar) {
        boolean thin = bar < 8;
        if (thin && cpu % FEW != 0) {
            return;
        }
        double middle = y + bar / 2;
        String name = "CPU " + cpu;
        boolean active = cpu == facts.moment().view().ground().control().currentCpu();
        parts.text(12, cpu == 0 ? y + 8 : middle, CPU, active ? Role.TEXT : Role.TEXT_SECOND, name);
        if (!facts.isReady()) {
            return;
        }
        String unit = units.shown(facts.unitOf(cpu));
        double longest = TextMetrics.width(units.shown(facts.unitOf(facts.cpus() - 1)), MONO);
        double widest = TextMetrics.width("CPU " + (facts.cpus() - 1), CPU);
        boolean fits = longest <= left - 22 - (cpu == 0 ? 0 : widest + 6);
        if (fits && cpu == 0) {
            parts.runs(12, y + 23, Anchor.START, MONO, Run.address(unit, Role.TEXT_SECOND));
        } else if (fits) {
            parts.runs(left - 10, middle, Anchor.END, MONO, Run.address(unit, Role.TEXT_SECOND));
        }
        if (right < width - MARGIN) {
            parts.text(right + 14, middle, MONO, Role.TEXT, Addresses.full(facts.queueOf(cpu)));
        }
    }

    private String tip(int cpu) {
        String where = facts.isReady() ? " at " + Addresses.full(facts.unitOf(cpu)) : "";
        int blocks = facts.blocksOf(cpu);
        return "unit of CPU " + cpu + where + ": " + Sizes.exactBytes(facts.unit()) + ", "
                + Sizes.pages(facts.percpu().pagesOf(cpu)) + " there"
                + (facts.isReady()
                        ? "\nvmap_block_queue at " + Addresses.full(facts.queueOf(cpu)) + ", " + blocks
                                + (blocks == 1 ? " block" : " blocks") + " on its free list"
                        : "");
    }

    /// Whether the last event stored to the unit's queue, or the pointer to one of its pages.
    private boolean isChanged(int cpu) {
        if (facts.stored().isEmpty()) {
            return false;
        }
        long address = facts.stored().getAsLong();
        int word = facts.moment().view().memory().abi().wordBytes();
        long first = facts.percpu().schunk().page();
        boolean pointer = first != 0
                && facts.percpu()
                        .arrayAt(address)
                        .filter(array -> array.base() == first)
                        .isPresent();
        if (pointer) {
            return (address - first) / word / facts.percpu().unitPages() == cpu;
        }
        long size = VmapBlockQueue.TYPE.size(facts.moment().view().memory().abi());
        return facts.isReady() && Long.compareUnsigned(address - facts.queueOf(cpu), size) < 0;
    }
}
