package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;

/// What the slab objects of a run were made for: a listener that is told every note while the run is played.
///
/// Memory forgets it. When the area of a big vmalloc is gone, nothing tells its pages array from an area of its own,
/// and when a block has left the index, its area looks like any other. Here each allocation is known by its number in
/// the run (`sequence`, from 1), at 16 bytes apiece, and so an object has the same name at every position.
///
/// Not safe for use by several threads at once; hand it on when the run has been played.
public final class Births implements NoteSink {
    /// The type of the array of page pointers that the slab hands out.
    static final String PAGES_ARRAY = "struct page *[]";

    private static final String VB_ALLOC = "vb_alloc";
    private static final String PCPU_GET_VM_AREAS = "pcpu_get_vm_areas";
    private static final String GET_VM_AREA_NODE = "__get_vm_area_node";
    /// An area of a real kernel, put where it was, with its guard page.
    private static final String IMPORT_VM_AREA = "import_vm_area";

    private final Machine machine;
    private final IntFunction<Optional<String>> names;
    private Role[] roles = new Role[64];
    private int[] ranks = new int[64];
    private long[] addresses = new long[64];
    private int count;
    /// For each statement, how many objects there were before it.
    private int[] before = new int[64];
    private int statements;
    /// For each early area, the statement that registered it, and its struct where that is a static one.
    private final List<Integer> earlyStatements = new ArrayList<>();
    private final Map<Integer, Long> staticVms = new HashMap<>();
    private final Map<Integer, Integer> imports = new HashMap<>();
    private int imported;
    private int areasOfStatement;
    private int vmsOfStatement;
    private final BitSet groups = new BitSet();
    private final BitSet guarded = new BitSet();
    private final Map<Integer, Long> paddings = new HashMap<>();
    private int lastArea = -1;
    private int statement;
    private final Map<Long, List<Region>> regions = new HashMap<>();
    private int regionOrder;
    private boolean importing;
    private boolean grouping;
    private boolean guarding;

    /// Knows nothing yet. `names` gives the NAME that a statement (from 0) binds, if it binds one.
    public Births(Machine machine, IntFunction<Optional<String>> names) {
        this.machine = machine;
        this.names = names;
    }

    /// What an object was made for.
    enum Role {
        /// Anything but areas, vm_structs, blocks and arrays of pages.
        OTHER,
        /// The area or vm_struct that a statement asked for, or the array of its pages; rank 0, and from 1 for the
        /// areas
        /// of nested arrays.
        ASKED,
        /// An area or vm_struct of a per-CPU group; the rank is its place among the arguments, from 0.
        MEMBER,
        /// A vm_map_ram block, and its area; the rank is the block's index, or -1 when it never got a place.
        BLOCK,
        /// An area or vm_struct from before boot; the rank is its place in ascending address order, from 0.
        EARLY,
        /// An object that this listener was not told of.
        UNTOLD
    }

    /// What an object was made for, and which of several it is.
    record Birth(Role role, int rank) {}

    @Override
    public void note(Note note) {
        if (note instanceof StatementBegun begun) {
            begin(begun.statement());
            areasOfStatement = 0;
            vmsOfStatement = 0;
            importing = false;
            grouping = false;
            guarding = false;
        } else if (note instanceof FunctionEntered entered) {
            entered(entered);
            vbAllocEntered(entered);
        } else if (note instanceof FunctionLeft left) {
            vbAllocLeft(left);
            grouping &= !left.function().equals(PCPU_GET_VM_AREAS);
            guarding &= !left.function().equals(GET_VM_AREA_NODE);
        } else if (note instanceof ObjectAllocated(String type, long address, long bytes)) {
            allocated(type);
            addresses[count - 1] = address;
        } else if (note instanceof HoleTried tried && tried.verdict() == Verdict.CHOSEN) {
            placed(tried.start());
        } else if (note instanceof AlignmentPadded(long start, long end) && lastArea >= 0) {
            paddings.put(lastArea, end - start);
        }
    }

    private void vbAllocEntered(FunctionEntered entered) {
        if (entered.function().equals(VB_ALLOC)) {
            long pages = entered.arguments().getFirst().value() >>> Machine.PAGE_SHIFT;
            regionOrder = Long.SIZE - Long.numberOfLeadingZeros(pages - 1);
        }
    }

    private void vbAllocLeft(FunctionLeft left) {
        if (left.function().equals(VB_ALLOC)
                && left.result().map(result -> result.name().equals("addr")).orElse(false)) {
            regions.computeIfAbsent(left.result().orElseThrow().value(), start -> new ArrayList<>())
                    .add(new Region(statement, regionOrder));
        }
    }

    /// Pages that vb_alloc has handed out: 2^order of them, by a statement (from 0).
    record Region(int statement, int order) {}

    /// The region that begins at an address and was handed out by the last statement up to `statement`.
    Optional<Region> regionAt(long start, int upTo) {
        return regions.getOrDefault(start, List.of()).reversed().stream()
                .filter(region -> region.statement() <= upTo)
                .findFirst();
    }

    private void begin(int begun) {
        statement = begun;
        if (begun >= before.length) {
            before = Arrays.copyOf(before, Math.max(begun + 1, before.length * 2));
        }
        Arrays.fill(before, statements, begun + 1, count);
        statements = begun + 1;
    }

    private void entered(FunctionEntered entered) {
        switch (entered.function()) {
            case "vm_area_register_early" ->
                registered(entered.arguments().getFirst().value());
            case "vmalloc_init" -> importing = true;
            case PCPU_GET_VM_AREAS -> {
                grouping = true;
                groups.set(statement);
            }
            case GET_VM_AREA_NODE, IMPORT_VM_AREA -> guarding = true;
            default -> {
                // Other functions say nothing about what they allocate.
            }
        }
    }

    /// A vm_struct was registered before boot: one that the slab just handed out, or a static one of the boot code.
    private void registered(long vm) {
        int rank = earlyStatements.size();
        if (count > 0 && addresses[count - 1] == vm) {
            put(count - 1, Role.EARLY, rank);
        } else {
            staticVms.put(rank, vm);
        }
        earlyStatements.add(statement);
    }

    private void allocated(String type) {
        if (count == roles.length) {
            roles = Arrays.copyOf(roles, count * 2);
            ranks = Arrays.copyOf(ranks, count * 2);
            addresses = Arrays.copyOf(addresses, count * 2);
        }
        int object = count++;
        if (type.equals(VmapBlock.TYPE.name())) {
            put(object, Role.BLOCK, -1);
        } else if (type.equals(VmapArea.TYPE.name())) {
            areaAllocated(object);
        } else if (type.equals(VmStruct.TYPE.name())) {
            put(object, grouping ? Role.MEMBER : Role.ASKED, vmsOfStatement++);
        } else if (type.equals(PAGES_ARRAY)) {
            put(object, Role.ASKED, areasOfStatement - 1);
        } else {
            put(object, Role.OTHER, 0);
        }
    }

    private void areaAllocated(int object) {
        lastArea = object;
        guarded.set(object, guarding);
        if (importing) {
            put(object, Role.EARLY, earlyStatements.size() - ++imported);
            imports.put(ranks[object], object);
        } else if (object > 0 && roles[object - 1] == Role.BLOCK) {
            put(object, Role.BLOCK, -1);
        } else {
            put(object, grouping ? Role.MEMBER : Role.ASKED, areasOfStatement++);
        }
    }

    /// A place was found: for the last allocation, if that is the area of a block, whose number now is known.
    private void placed(long start) {
        if (count > 1 && roles[count - 1] == Role.BLOCK && ranks[count - 1] < 0) {
            int index = blockIndex(start);
            put(count - 1, Role.BLOCK, index);
            put(count - 2, Role.BLOCK, index);
        }
    }

    private int blockIndex(long start) {
        long base = machine.vmallocStart() & -machine.vmapBlockSize();
        return (int) Long.divideUnsigned(start - base, machine.vmapBlockSize());
    }

    private void put(int object, Role role, int rank) {
        roles[object] = role;
        ranks[object] = rank;
    }

    Birth of(SlabObject object) {
        int index = (int) object.sequence() - 1;
        return index >= 0 && index < count ? new Birth(roles[index], ranks[index]) : new Birth(Role.UNTOLD, 0);
    }

    /// Whether the last page of an area is a guard page: only __get_vm_area_node adds one.
    boolean hasGuard(SlabObject area) {
        return guarded.get((int) area.sequence() - 1);
    }

    /// Bytes that the search left unused below an area to align it; they may have been given away since.
    long paddingBelow(SlabObject area) {
        return paddings.getOrDefault((int) area.sequence() - 1, 0L);
    }

    /// The statement (from 0) that an object was asked for by; an area from before boot was registered by an `early`,
    /// though its vmap_area came with the boot.
    int askedBy(SlabObject object) {
        Birth birth = of(object);
        return birth.role() == Role.EARLY && birth.rank() < earlyStatements.size()
                ? earlyStatements.get(birth.rank())
                : object.statement();
    }

    /// The objects that a statement (from 0) asked for, by their number in the run and their address, in order.
    Map<Long, Long> askedForBy(int asking) {
        Map<Long, Long> objects = new TreeMap<>();
        if (asking < 0 || asking >= statements) {
            return objects;
        }
        int rank = earlyStatements.indexOf(asking);
        if (imports.containsKey(rank)) {
            int object = Objects.requireNonNull(imports.get(rank));
            objects.put(object + 1L, addresses[object]);
        }
        int end = asking + 1 < statements ? before[asking + 1] : count;
        for (int object = before[asking]; object < end; object++) {
            if (roles[object] != Role.EARLY) {
                objects.put(object + 1L, addresses[object]);
            }
        }
        return objects;
    }

    /// The NAME that a statement (from 0) binds.
    Optional<String> nameOf(int bindingStatement) {
        return names.apply(bindingStatement);
    }

    /// Whether a statement asked for a per-CPU group, whose search runs from the top of the address space downwards.
    boolean asksForGroup(int askingStatement) {
        return groups.get(askingStatement);
    }

    /// The NAME that the statement which made the object binds.
    Optional<String> nameOf(SlabObject object) {
        return names.apply(object.statement());
    }

    /// Areas that statements of the scenario registered before boot, in the whole run.
    int earlyAreas() {
        return earlyStatements.size() - staticVms.size();
    }

    /// The place of an early area, from 0, among those that statements of the scenario registered.
    int earlyNumber(int rank) {
        return rank
                - (int) staticVms.keySet().stream().filter(each -> each < rank).count();
    }

    /// The static vm_struct of the boot code that the early area of a rank was registered with.
    OptionalLong staticVm(int rank) {
        Long vm = staticVms.get(rank);
        return vm == null ? OptionalLong.empty() : OptionalLong.of(vm);
    }
}
