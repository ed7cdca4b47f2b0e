package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Births.Birth;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.Symbols.Symbol;
import org.vmalloscope.kernel.percpu.PercpuView;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;

/// What the simulated objects of a position are called on screen.
///
/// An area has the NAME that the statement which made it binds: `a`, its nested pages array `a[]`, the members of a
/// per-CPU group `p#0`, `p#1`; a block and its area `vb` and the block's index; areas from before boot `early`, or
/// `early 1`, `early 2`, ... in ascending order when there are several, that of the first chunk `first_vm` or `percpu`;
/// all others the digits of their va_start that [Addresses] shows. A name outlives the freeing of what it names, and is
/// the same at every position of a run.
public final class AreaNames {
    private static final String NULL = "NULL";

    private final Births births;
    private final VmallocView view;
    private final Phrases phrases;
    private @Nullable Addresses addresses;
    private @Nullable PercpuView percpu;

    /// The names of the objects in `view`, as it is now; `births` must have listened to the run so far.
    public AreaNames(Births births, VmallocView view) {
        this(births, view, Phrases.ofDefaultLocale());
    }

    AreaNames(Births births, VmallocView view, Phrases phrases) {
        this.births = births;
        this.view = view;
        this.phrases = phrases;
    }

    /// What the objects were made for.
    Births births() {
        return births;
    }

    /// The state that is named.
    public VmallocView view() {
        return view;
    }

    /// The name of an area, in use or freed; `NULL` for none.
    public String area(VmapArea va) {
        return va.isNull() ? NULL : owner(va.address()).orElseGet(() -> shortened(va));
    }

    private String shortened(VmapArea va) {
        Addresses known = addresses;
        if (known == null) {
            known = Addresses.of(
                    view.areas().stream().mapToLong(VmapArea::vaStart).toArray());
            addresses = known;
        }
        return known.shown(va.vaStart());
    }

    /// The name of a block, which is also that of its area.
    public String block(VmapBlock block) {
        return owner(block.address()).orElseGet(() -> Addresses.full(block.address()));
    }

    /// The name of a vm_struct: `vm of a`.
    public String vm(VmStruct vm) {
        return pointer(vm.address());
    }

    /// What the slab object around an address was made for: `a` for the area, the vm_struct and the pages array
    /// of `a` alike. None for what no statement asked for, and outside the slab.
    public Optional<String> owner(long address) {
        return view.ground().objectAt(address).flatMap(this::owner);
    }

    Optional<String> owner(SlabObject object) {
        Birth birth = births.of(object);
        Optional<String> name = births.nameOf(object);
        return switch (birth.role()) {
            case ASKED -> name.map(asked -> asked + "[]".repeat(birth.rank()));
            case MEMBER -> name.map(group -> group + "#" + birth.rank());
            case BLOCK -> Optional.of(birth.rank() < 0 ? "vb" : "vb " + birth.rank());
            case EARLY -> Optional.of(early(birth.rank()));
            case OTHER -> arrayOwner(object, name);
            case UNTOLD -> name;
        };
    }

    private String early(int rank) {
        OptionalLong struct = births.staticVm(rank);
        if (struct.isPresent()) {
            String name = symbolAt(struct.getAsLong()).map(Symbol::name).orElse("");
            return name.equals("first_vm") ? name : phrases.say("name.percpu");
        }
        return births.earlyAreas() == 1
                ? phrases.say("name.early")
                : phrases.say("name.early.several", births.earlyNumber(rank) + 1);
    }

    private static Optional<String> arrayOwner(SlabObject object, Optional<String> name) {
        return object.type().fields().isEmpty() ? name : Optional.empty();
    }

    /// What a pointer points to, or into: the name of an area, a block, a vm_struct (`vm of a`), another slab
    /// object, a static or per-CPU object (`vmap_block_queue of CPU 1`) or a function; for an address in
    /// vmalloc space the area there; `NULL`; and the address itself where nothing is.
    public String pointer(long address) {
        if (address == 0) {
            return NULL;
        }
        if (address == Lists.LIST_POISON1 || address == Lists.LIST_POISON2) {
            return address == Lists.LIST_POISON1 ? "LIST_POISON1" : "LIST_POISON2";
        }
        return object(address)
                .or(() -> view.data().symbols().functionAt(address).map(this::function))
                .or(() -> areaAround(address).map(this::area))
                .orElseGet(() -> Addresses.full(address));
    }

    private String function(String name) {
        return name.equals("scenario") ? phrases.say("name.scenario") : name;
    }

    /// The name of the simulated object that the byte at an address belongs to, live or freed; none where there is no
    /// object.
    public Optional<String> object(long address) {
        return view.ground()
                .objectAt(address)
                .map(this::slabName)
                .or(() -> symbolAt(address).map(symbol -> symbolName(symbol) + listHead(symbol, address)));
    }

    /// The static or per-CPU object, of vmalloc or of the per-CPU allocator, that the byte at an address belongs to.
    public Optional<Symbol> symbolAt(long address) {
        return view.data().symbols().objectAt(view.memory(), address).or(() -> percpu().objectAt(address));
    }

    /// The static and per-CPU objects of vmalloc, and those of the per-CPU allocator once it works.
    public List<Symbol> symbols() {
        List<Symbol> all = new ArrayList<>(view.data().symbols().objects(view.memory()));
        if (percpu().unitSize() != 0) {
            all.addAll(percpu().objects());
        }
        return all;
    }

    /// The per-CPU allocator of the boot code.
    PercpuView percpu() {
        PercpuView known = percpu;
        if (known == null) {
            known = PercpuView.of(view);
            percpu = known;
        }
        return known;
    }

    /// Which of several list heads in an object an address is that of: `[3]`.
    private String listHead(Symbol symbol, long address) {
        int size = Lists.TYPE.size(view.memory().abi());
        boolean several = symbol.type().fields().size() > 2
                && symbol.type().fields().getFirst().name().equals("[0].next");
        return several ? "[" + (address - symbol.address()) / size + "]" : "";
    }

    /// The name of a slab object where an area and its block could be taken for each other: `vmap_area of vb 2`.
    public String distinct(long address) {
        return view.ground()
                .objectAt(address)
                .filter(object -> births.of(object).role() == Births.Role.BLOCK)
                .map(object -> phrases.say("name.of", object.type().name(), slabName(object)))
                .orElseGet(() -> pointer(address));
    }

    String symbolName(Symbol symbol) {
        return symbol.cpu().isPresent()
                ? phrases.say("name.of-cpu", symbol.name(), symbol.cpu().getAsInt())
                : symbol.name();
    }

    String slabName(SlabObject object) {
        String type = object.type().name();
        Optional<String> owner = owner(object);
        if (type.equals(VmapArea.TYPE.name())) {
            return area(new VmapArea(view.memory(), object.address()));
        }
        if (type.equals(VmapBlock.TYPE.name())) {
            return block(new VmapBlock(view.memory(), object.address()));
        }
        String kind = switch (type) {
            case "vm_struct" -> "vm";
            case Births.PAGES_ARRAY -> "pages";
            case "struct vm_struct *[]" -> "vms";
            case "struct vmap_area *[]" -> "vas";
            default -> type;
        };
        return owner.map(name -> phrases.say("name.of", kind, name))
                .orElseGet(() -> kind + " " + Addresses.full(object.address()));
    }

    /// The NAME that a statement (from 0) binds.
    Optional<String> boundBy(int statement) {
        return births.nameOf(statement);
    }

    /// Whether the statement being played searches for holes from the top of the address space downwards.
    boolean searchesFromTop() {
        return births.asksForGroup(view.ground().control().statement());
    }

    /// The area in the tree whose range holds an address.
    Optional<VmapArea> areaAround(long address) {
        long node = view.tree().root();
        while (node != 0) {
            VmapArea va = view.areaOfNode(node);
            if (va.range().contains(address)) {
                return Optional.of(va);
            }
            boolean left = Long.compareUnsigned(address, va.vaStart()) < 0;
            node = left ? view.tree().left(node) : view.tree().right(node);
        }
        return Optional.empty();
    }
}
