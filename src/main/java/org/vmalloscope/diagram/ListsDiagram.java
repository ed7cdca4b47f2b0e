package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.ListsColumns.Column;
import org.vmalloscope.diagram.ListsColumns.Private;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// vmap_area_list and vmlist, one above the other in address order, with the pointers between them.
///
/// Every pointer is drawn as it stands in memory at that event. Up to some hundred areas are cards, more are chips, and
/// at last columns that count; the selected area and its neighbours stay cards.
final class ListsDiagram {
    private static final String TITLE = "vmap_area_list and vmlist";
    private static final double LEFT = 100;
    private static final double ANCHOR = 84;
    private static final double RIGHT = 26;
    private static final double TOP = 24;
    private static final double LOW_TOP = 10;
    private static final double CARD = 56;
    private static final double LOW_CARD = 37;
    /// Below this height cards have one line less.
    private static final double LOW = 210;
    private static final double HEAD = 20;
    private static final double NARROWEST = 72;
    private static final double WIDEST = 168;
    private static final double GAP = 20;
    private static final double LEAST_GAP = 14;
    private static final double LANES = 34;
    private static final double LOW_LANES = 17;
    private static final int MOST_CARDS = 400;
    private static final int MOST_LANES = 3;
    private static final TextFont NAME = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(12, Weight.SEMIBOLD);
    private static final TextFont MONO_PLAIN = TextFont.mono(12, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont SMALL_BOLD = TextFont.sans(11, Weight.SEMIBOLD);

    private final Moment moment;
    private final VmallocView view;
    private final Frame frame;
    private final ListsColumns lists;
    private final ListsWalk walk;
    private final Set<Long> changed;
    private final Addresses addresses;
    private final Pen pen = new Pen();
    private final double pitch;
    private final double lower;
    private final double upper;
    private final double tall;
    private final double lanes;

    private ListsDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.view = moment.view();
        this.frame = frame;
        this.lists = ListsColumns.of(moment);
        this.walk = ListsWalk.of(moment);
        this.changed = changed(moment);
        this.addresses =
                Addresses.of(lists.columns().stream().map(Column::start).toList());
        int count = Math.max(1, lists.columns().size());
        this.pitch = Math.clamp((frame.roomWidth() - LEFT - RIGHT) / count, narrowest(), WIDEST);
        boolean low = frame.height() < LOW;
        this.upper = low ? LOW_TOP : TOP;
        this.tall = low ? LOW_CARD : CARD;
        this.lanes = low ? LOW_LANES : LANES;
        double room = frame.height() - upper - 2 * tall - lanes;
        this.lower = upper + tall + Math.clamp(room, low ? 29 : 56, 150);
    }

    /// Px from a column to the next in which an address still fits.
    private double narrowest() {
        double digits = lists.columns().stream()
                .mapToDouble(column -> TextMetrics.width(addresses.shown(column.start()), MONO))
                .max()
                .orElse(0);
        return Math.clamp(digits + 16 + LEAST_GAP, NARROWEST, WIDEST);
    }

    private static Set<Long> changed(Moment moment) {
        Set<Long> all = new HashSet<>(ChangedAreas.of(moment));
        moment.last()
                .filter(Store.class::isInstance)
                .map(Store.class::cast)
                .map(store -> moment.view().memory().addressOf(store.slot()))
                .ifPresent(address -> moment.view()
                        .ground()
                        .objectAt(address)
                        .map(SlabObject::address)
                        .ifPresentOrElse(all::add, () -> all.add(address)));
        return all;
    }

    static Picture draw(Moment moment, Frame frame) {
        ListsDiagram diagram = new ListsDiagram(moment, frame);
        return diagram.lists.columns().size() > MOST_CARDS
                ? new ListsDense(moment, frame, diagram.lists, diagram.description()).picture()
                : diagram.picture();
    }

    static List<LegendEntry> legend(Moment moment) {
        return new ListsDiagram(moment, Frame.of(1280, 400)).entries();
    }

    static Diagram.FigureSize size(Moment moment) {
        int columns = ListsColumns.of(moment).columns().size();
        return new Diagram.FigureSize(Math.clamp(columns * 150.0 + LEFT + RIGHT, 760, 2400), 330);
    }

    private List<LegendEntry> entries() {
        List<LegendEntry> entries = new ArrayList<>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<Private> links = EnumSet.noneOf(Private.class);
        for (Column column : lists.columns()) {
            column.area().ifPresent(va -> kinds.add(moment.kinds().of(va)));
            links.add(column.link());
        }
        kinds.forEach(kind -> entries.add(LegendEntry.of(kind, TreeDiagram.words(kind))));
        if (!lists.columns().isEmpty()) {
            entries.add(LegendEntry.of(Role.POINTER, "pointer"));
        }
        if (links.contains(Private.MISSING)) {
            entries.add(LegendEntry.of(Role.POINTER_MISSING, "NULL where a link is expected"));
        }
        if (links.contains(Private.FREED)) {
            entries.add(LegendEntry.of(Role.POINTER_FREED, "pointer to a freed vm_struct"));
        }
        if (isBackward()) {
            entries.add(LegendEntry.of(Role.POINTER_BACKWARD, "backwards"));
        }
        if (!walk.steps().isEmpty()) {
            entries.add(LegendEntry.of(Role.PATH_EDGE, "walk to the place of a new one"));
        }
        return entries;
    }

    private boolean isBackward() {
        for (int at = 1; at < lists.chain().size(); at++) {
            if (lists.chain().get(at) < lists.chain().get(at - 1)) {
                return true;
            }
        }
        return false;
    }

    private String description() {
        int links = (int) lists.columns().stream()
                .filter(column -> column.link() == Private.VM)
                .count();
        int missing = (int) lists.columns().stream()
                .filter(column -> column.link() == Private.MISSING)
                .count();
        int freed = (int) lists.columns().stream()
                .filter(column -> column.link() == Private.FREED)
                .count();
        return lists.listed() + (lists.listed() == 1 ? " area" : " areas") + " on vmap_area_list, "
                + lists.chain().size() + " on vmlist" + (isBackward() ? ", which does not ascend" : "")
                + ". private leads to a vm_struct " + links + " times, is NULL " + missing
                + " times, and leads to a freed one " + freed + " times.";
    }

    private Picture picture() {
        double width = Math.max(frame.roomWidth(), LEFT + lists.columns().size() * pitch + RIGHT);
        double height = Math.max(frame.height(), lower + tall + lanes);
        anchor("vmap_area_", "list", upper);
        anchor("vmlist", "", lower);
        if (lists.columns().stream().allMatch(column -> column.area().isEmpty())) {
            String empty = view.vmapInitialized()
                    ? "vmap_area_list is empty: vmalloc makes an area"
                    : "vmap_area_list is empty until vmalloc_init (statement boot or start_kernel)";
            pen.fitted(LEFT + 10, upper + tall / 2, width - LEFT - 26, SMALL, Role.TEXT_THIRD, empty);
        }
        if (lists.columns().stream().allMatch(column -> column.vm().isEmpty())) {
            pen.fitted(LEFT + 10, lower + tall / 2, width - LEFT - 26, SMALL, Role.TEXT_THIRD, "vmlist is empty");
        }
        listPointers();
        chainPointers();
        for (int at = 0; at < lists.columns().size(); at++) {
            if (frame.showsColumns(x(at), x(at) + pitch)) {
                column(at);
            }
        }
        return new Picture(width, height, TITLE, description(), pen.shapes());
    }

    private void anchor(String first, String second, double y) {
        double middle = y + tall / 2;
        pen.box(6, middle - 18, ANCHOR - 6, 36, 6, Role.ANCHOR);
        if (second.isEmpty()) {
            pen.text(ANCHOR / 2 + 3, middle, Anchor.MIDDLE, MONO_PLAIN, Role.TEXT, first);
        } else {
            pen.text(ANCHOR / 2 + 3, middle - 8, Anchor.MIDDLE, MONO_PLAIN, Role.TEXT, first);
            pen.text(ANCHOR / 2 + 3, middle + 8, Anchor.MIDDLE, MONO_PLAIN, Role.TEXT, second);
        }
    }

    private double x(int column) {
        return LEFT + column * pitch;
    }

    private double card() {
        return pitch - gap();
    }

    private double gap() {
        return Math.clamp(pitch * 0.15, LEAST_GAP, GAP);
    }

    private void listPointers() {
        double y = upper + tall / 2 + HEAD / 2.0;
        double from = ANCHOR;
        long before = view.data().vmapAreaList();
        int word = view.memory().abi().wordBytes();
        boolean any = false;
        for (int at = 0; at < lists.columns().size(); at++) {
            Column column = lists.columns().get(at);
            if (column.area().isPresent() && column.listed()) {
                long node = column.area().get().list();
                boolean agreed = view.memory().load(node + word) == before;
                Heads heads = any && agreed ? Heads.BOTH : Heads.END;
                pen.add(new Line("", from, y, x(at), y, heads, agreed ? Role.POINTER : Role.POINTER_PENDING));
                from = x(at) + card();
                before = node;
                any = true;
            }
        }
        if (any) {
            boolean agreed = view.memory().load(view.data().vmapAreaList() + word) == before;
            pen.line(from, y, from + gap() - 2, y, agreed ? Role.FOLD_LINE : Role.POINTER_PENDING);
        }
    }

    private void chainPointers() {
        double y = lower + tall / 2 + HEAD / 2.0;
        int from = -1;
        int lane = 0;
        List<Passing> passing = new ArrayList<>();
        for (int at : lists.chain()) {
            Role role = walked(at) ? Role.PATH_EDGE : Role.POINTER;
            double start = from < 0 ? ANCHOR : x(from) + card();
            if (at < from) {
                double below = lower + tall + 10 + lane++ % 3 * (tall == CARD ? 7 : 3);
                double out = x(from) + card() * 0.7;
                double in = x(at) + card() * 0.4;
                pen.add(new Path(
                        "",
                        Path.straights(out, lower + tall, out, below, in, below, in, lower + tall + 1),
                        Heads.END,
                        Role.POINTER_BACKWARD,
                        "vmlist runs backwards here"));
            } else if (isClear(from + 1, at)) {
                pen.add(new Line("", start, y, x(at), y, Heads.END, role));
            } else {
                double above = lower - 8 - lane(passing, from, at) * (tall == CARD ? 6 : 3.5);
                double out = start + gap() / 2;
                double in = x(at) + 14;
                pen.add(new Path(
                        "", Path.straights(start, y, out, y, out, above, in, above, in, lower), Heads.END, role, ""));
            }
            from = at;
        }
        double end = from < 0 ? ANCHOR : x(from) + card();
        double stop = end + gap() - 4;
        pen.line(end, y, stop, y, Role.POINTER);
        pen.line(stop, y - 6, stop, y + 6, Role.POINTER);
    }

    /// A pointer that passes above the vm_structs between two columns.
    private record Passing(int from, int to, int lane) {}

    /// The lowest lane above vmlist in which no other pointer passes there.
    private static int lane(List<Passing> passing, int from, int to) {
        int lane = 0;
        for (Passing other : passing) {
            if (other.lane() == lane && other.from() <= to && other.to() >= from) {
                lane++;
            }
        }
        passing.add(new Passing(from, to, lane));
        passing.sort(Comparator.comparingInt(Passing::lane));
        return Math.min(lane, MOST_LANES - 1);
    }

    private boolean isClear(int from, int to) {
        for (int at = from; at < to; at++) {
            if (lists.columns().get(at).vm().isPresent()) {
                return false;
            }
        }
        return true;
    }

    private boolean walked(int column) {
        return lists.columns()
                .get(column)
                .vm()
                .map(vm -> walk.steps().contains(vm.address()))
                .orElse(false);
    }

    private void column(int at) {
        Column column = lists.columns().get(at);
        column.area().ifPresent(va -> {
            privatePointer(at, column);
            area(at, va, column.listed());
        });
        column.vm().ifPresent(vm -> vm(at, vm, column.chained()));
    }

    private void privatePointer(int at, Column column) {
        double x = x(at) + card() / 2;
        double top = upper + tall;
        double mark = top + Math.clamp((lower - top) * 0.46, 14, 26);
        switch (column.link()) {
            case NONE -> {}
            case VM -> pen.add(new Line("", x, top, x, lower, Heads.END, Role.POINTER, "private"));
            case MISSING -> {
                pen.line(x, top, x, mark - 6, Role.POINTER_MISSING);
                if (column.vm().isPresent()) {
                    pen.line(x, mark + 8, x, lower - 2, Role.GUIDE);
                }
                pen.glyph(Icon.NULL, x, mark, 12, Role.POINTER_MISSING);
                pen.text(x + 10, mark, MONO, Role.TEXT_MISSING, "NULL");
            }
            case FREED -> {
                pen.line(x, top, x, mark - 6, Role.POINTER_FREED);
                pen.glyph(Icon.CROSS, x, mark, 10, Role.POINTER_FREED);
                pen.text(x + 10, mark, SMALL_BOLD, Role.TEXT_WARNING, "freed vm");
            }
        }
    }

    /// The flags of an area; the word is left out where it does not fit.
    private List<Run> flags(VmapArea va) {
        Run word = new Run("flags ", Role.TEXT_THIRD, Weight.REGULAR);
        Run value = new Run(Long.toString(va.flags()), Role.TEXT, Weight.SEMIBOLD);
        boolean fits = TextMetrics.width(word.text() + value.text(), MONO_PLAIN) <= card() - 14;
        return fits ? List.of(word, value) : List.of(value);
    }

    private void area(int at, VmapArea va, boolean listed) {
        Kind kind = moment.kinds().of(va);
        Pen parts = new Pen();
        double x = x(at);
        frameCard(parts, x, upper, kind);
        String name = TextMetrics.fit(moment.names().area(va), NAME, card() - 23);
        parts.box(x + 3, upper + 3, 20 + TextMetrics.width(name, NAME), HEAD - 5, 2, kind.plate());
        parts.glyph(kind.icon(), x + 10, upper + HEAD / 2.0, 10, kind.area());
        parts.text(x + 18, upper + HEAD / 2.0, NAME, kind.plate(), name);
        address(parts, x, upper, va.vaStart());
        if (tall == CARD) {
            parts.runs(x + 8, upper + 46, Anchor.START, MONO_PLAIN, flags(va));
        }
        Set<Highlight> on = EnumSet.noneOf(Highlight.class);
        if (changed.contains(va.address())) {
            on.add(Highlight.CHANGED);
        }
        Highlight.rings(new Bounds(x, upper, card(), tall), 5, on).forEach(parts::add);
        String tip = moment.names().area(va) + ": " + Addresses.full(va.vaStart()) + " to "
                + Addresses.full(va.vaEnd()) + "\nflags " + FlagBits.AREA.names(va.flags())
                + (listed ? "" : "\nin the tree, not yet on vmap_area_list");
        pen.thing(moment.id(va), tip, parts);
    }

    private void frameCard(Pen parts, double x, double y, Kind kind) {
        parts.box(x, y, card(), tall, 5, kind.card());
        parts.box(x, y, card(), HEAD, 5, kind.area());
    }

    private void address(Pen parts, double x, double y, long start) {
        double middle = tall == CARD ? y + 31 : y + (HEAD + tall) / 2;
        parts.runs(x + 8, middle, Anchor.START, MONO, Run.address(addresses.shown(start), Role.TEXT));
    }

    private void vm(int at, VmStruct vm, boolean chained) {
        Pen parts = new Pen();
        double x = x(at);
        parts.box(x, lower, card(), tall, 5, Role.CARD);
        parts.box(x + 1, lower + HEAD, card() - 2, 1, 0, Role.RULE);
        double inset = card() < NARROWEST ? 4 : 8;
        String use = Pen.fitting(card() - inset - 2, SMALL_BOLD, use(vm), use(vm).replaceAll(" \\+.*", "+"));
        parts.text(x + inset, lower + HEAD / 2.0, SMALL_BOLD, Role.TEXT_SECOND, use);
        address(parts, x, lower, vm.addr());
        if (tall == CARD) {
            String size = Sizes.bytes(vm.size());
            String both = vm.nrPages() > 0 ? size + " · " + vm.nrPages() + " pg" : size;
            parts.text(x + 8, lower + 46, SMALL, Role.TEXT_SECOND, Pen.fitting(card() - 12, SMALL, both, size));
        }
        Set<Highlight> on = EnumSet.noneOf(Highlight.class);
        if (changed.contains(vm.address())) {
            on.add(Highlight.CHANGED);
        }
        int step = walk.steps().indexOf(vm.address());
        if (step >= 0) {
            on.add(Highlight.PATH);
        }
        Highlight.rings(new Bounds(x, lower, card(), tall), 5, on).forEach(parts::add);
        if (step >= 0) {
            parts.add(Box.disc(x, lower, 9, Role.BADGE));
            parts.text(x, lower, Anchor.MIDDLE, SMALL_BOLD, Role.BADGE, Integer.toString(step + 1));
        }
        String tip = moment.names().vm(vm) + ": vm_struct at " + Addresses.full(vm.address()) + "\naddr "
                + Addresses.full(vm.addr()) + ", " + Sizes.bytes(vm.size()) + " with the guard page\nflags "
                + FlagBits.VM.names(vm.flags()) + (chained ? "" : "\nnot on vmlist");
        pen.thing(ListsColumns.vmId(view, vm), tip, parts);
    }

    /// The flags as one word, and how many more there are.
    private static String use(VmStruct vm) {
        List<String> names = List.of(FlagBits.VM.names(vm.flags()).split(" \\| "));
        String first = names.getFirst().replace("VM_", "");
        return names.size() == 1 ? first : first + " +" + (names.size() - 1);
    }
}
