package org.vmalloscope.trace;

import java.util.HexFormat;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.PageRange;

/// Writes the `state` value of a vmtrace/1 line: everything a reader of the memory sees between two statements.
final class StateWriter {
    private final VmallocView view;
    private final CanonicalJson json;

    StateWriter(VmallocView view, CanonicalJson json) {
        this.view = view;
        this.json = json;
    }

    void write() {
        json.begin('{');
        areas();
        vmlist();
        json.key("vmap_lazy_nr").number(view.vmapLazyNr());
        json.key("vmap_area_pcpu_hole").address(view.vmapAreaPcpuHole());
        json.key("vmap_initialized").bool(view.vmapInitialized());
        cpus();
        blocks();
        mapped();
        json.key("rcu_pending").number(view.ground().control().rcuPending());
        json.key("free_pages").number(view.ground().control().freePages());
        json.end('}');
    }

    private void areas() {
        RbTree tree = view.tree();
        json.key("vmap_areas").begin('[');
        for (VmapArea va : view.areas()) {
            json.begin('{').key("va_start").address(va.vaStart()).key("va_end").address(va.vaEnd());
            json.key("flags").number(va.flags());
            json.key("color").text(tree.isBlack(va.rbNode()) ? "b" : "r");
            json.key("parent");
            start(tree.parent(va.rbNode()));
            json.key("vm").bool(va.hasFlag(VmapArea.VM_VM_AREA) && va.privateVm() != 0);
            json.end('}');
        }
        json.end(']').key("root");
        start(tree.root());
    }

    private void start(long node) {
        if (node == 0) {
            json.nothing();
        } else {
            json.address(view.areaOfNode(node).vaStart());
        }
    }

    private void vmlist() {
        json.key("vmlist").begin('[');
        for (VmStruct vm : view.vmlist()) {
            json.begin('{').key("addr").address(vm.addr()).key("size").unsigned(vm.size());
            json.key("flags").number(vm.flags()).key("nr_pages").number(vm.nrPages());
            json.end('}');
        }
        json.end(']');
    }

    private void cpus() {
        json.key("cpus").begin('[');
        for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
            json.begin('{').key("cpu").number(cpu).key("free").begin('[');
            for (VmapBlock block : view.freeBlocks(cpu)) {
                json.address(block.va().vaStart());
            }
            json.end(']').key("dirty").begin('[').end(']');
            json.key("nr_dirty").number(view.queue(cpu).nrDirty()).end('}');
        }
        json.end(']');
    }

    private void blocks() {
        json.key("blocks").begin('[');
        for (NumberedBlock numbered : view.blocks()) {
            VmapBlock block = numbered.block();
            json.begin('{').key("va_start").address(block.va().vaStart());
            json.key("index").number(numbered.index()).key("cpu").number(view.cpuOf(block));
            json.key("free").unsigned(block.free()).key("dirty").unsigned(block.dirty());
            json.key("alloc_map").text(bitmap(block, true));
            json.key("dirty_map").text(bitmap(block, false)).end('}');
        }
        json.end(']');
    }

    /// A bitmap as one hexadecimal number: bit i is page i.
    private String bitmap(VmapBlock block, boolean alloc) {
        Abi abi = view.config().machine().abi();
        int words = view.config().machine().vmapBbmapBits() / abi.wordBits();
        StringBuilder digits = new StringBuilder();
        for (int word = words - 1; word >= 0; word--) {
            long bits = alloc ? block.allocMap(word) : block.dirtyMap(word);
            digits.append(HexFormat.of().toHexDigits(bits, abi.wordBytes() * 2));
        }
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    private void mapped() {
        json.key("mapped").begin('[');
        for (PageRange range : view.ground().mapped().all()) {
            json.begin('[').address(range.start()).address(range.end()).end(']');
        }
        json.end(']');
    }
}
