package org.vmalloscope.diagram;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// What a diagram is drawn from: the memory at a position, and what the statement under the cursor has done so far.
///
/// What several diagrams read of it, or one diagram at several zooms, is read once and kept. Good until the time
/// machine moves; for one thread.
public final class Moment {
    private final VmallocView view;
    private final AreaNames names;
    private final Births births;
    private final List<Event> soFar;
    private @Nullable List<VmapArea> areas;
    private @Nullable AreaKinds kinds;
    private @Nullable TreeShape tree;
    private @Nullable SpaceContents space;
    private @Nullable Addresses treeAddresses;
    private @Nullable TreeKinds treeKinds;
    private @Nullable SearchPath treePath;

    private Moment(VmallocView view, Births births, List<Event> soFar) {
        this.view = view;
        this.names = new AreaNames(births, view);
        this.births = births;
        this.soFar = soFar;
    }

    /// The position that a time machine stands at; `view` reads its memory.
    ///
    /// The moment is good until the time machine moves.
    public static Moment of(TimeMachine time, VmallocView view, Births births) {
        return new Moment(view, births, soFar(time));
    }

    private static List<Event> soFar(TimeMachine time) {
        int statement = time.statement();
        if (statement < 0) {
            return List.of();
        }
        int done = (int) (time.position() - time.journal().eventStart(statement));
        return time.detail(statement).events().subList(0, done);
    }

    /// The memory.
    public VmallocView view() {
        return view;
    }

    /// What its objects are called.
    public AreaNames names() {
        return names;
    }

    /// The events of the statement under the cursor up to the position, the last one being the event that led here.
    ///
    /// All highlights come from it, so that a position looks the same however it was reached.
    public List<Event> soFar() {
        return soFar;
    }

    /// The event that led here; none before the first.
    public Optional<Event> last() {
        return soFar.isEmpty() ? Optional.empty() : Optional.of(soFar.getLast());
    }

    /// All areas in the order of vmap_area_list.
    public List<VmapArea> areas() {
        List<VmapArea> known = areas;
        if (known == null) {
            known = view.areas();
            areas = known;
        }
        return known;
    }

    /// What each area is.
    public AreaKinds kinds() {
        AreaKinds known = kinds;
        if (known == null) {
            known = new AreaKinds(view);
            kinds = known;
        }
        return known;
    }

    /// The tree as its pointers have it.
    TreeShape tree() {
        TreeShape known = tree;
        if (known == null) {
            known = TreeShape.of(view, areas());
            tree = known;
        }
        return known;
    }

    /// What its objects were made for.
    Births births() {
        return births;
    }

    /// What stands in the address space.
    SpaceContents space() {
        SpaceContents known = space;
        if (known == null) {
            known = SpaceContents.of(this);
            space = known;
        }
        return known;
    }

    /// How the first addresses of the areas in the tree are written.
    Addresses treeAddresses() {
        Addresses known = treeAddresses;
        if (known == null) {
            known = Addresses.of(tree().starts());
            treeAddresses = known;
        }
        return known;
    }

    /// What each node of the tree is.
    TreeKinds treeKinds() {
        TreeKinds known = treeKinds;
        if (known == null) {
            known = new TreeKinds(tree(), kinds());
            treeKinds = known;
        }
        return known;
    }

    /// The descent through the tree that is going on.
    SearchPath treePath() {
        SearchPath known = treePath;
        if (known == null) {
            known = SearchPath.of(soFar);
            treePath = known;
        }
        return known;
    }

    /// The identity of an area in all pictures.
    String id(VmapArea va) {
        return AreaIds.of(view, va);
    }
}
