package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.flags;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;

import java.util.Locale;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// The functions the rest of the kernel calls: memory that is contiguous in addresses and not in pages.
///
/// Kernel: vmalloc and its flavours, vmap, vfree, vunmap of mm/vmalloc.c, 2.6.32.
final class Vmalloc {
    private static final String NODE = "__vmalloc_node";
    private static final String AREA_NODE = "__vmalloc_area_node";
    private static final String VMAP = "vmap";
    private static final String GET_VM_AREA = "get_vm_area";

    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final VmAreas vmAreas;
    private final SimulatedMemory memory;
    private final Machine machine;
    private final Arithmetic arithmetic;

    Vmalloc(Kernel kernel, VmallocData data, VmapAreas areas, VmAreas vmAreas) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.vmAreas = vmAreas;
        this.memory = kernel.memory();
        this.machine = kernel.machine();
        this.arithmetic = new Arithmetic(memory.abi());
    }

    private long scenario() {
        return data.symbols().function(VmallocData.SCENARIO);
    }

    /// vmalloc, vmalloc_user, vmalloc_32, vmalloc_exec: the address, or 0.
    long vmalloc(Flavour flavour, long size) {
        String function = flavour.function();
        kernel.enter(function, size("size", size));
        boolean user = flavour == Flavour.VMALLOC_USER;
        kernel.line("node");
        long addr = vmallocNode(size, user ? Machine.SHMLBA : 1, scenario());
        if (user) {
            allowUserMapping(addr);
        }
        kernel.line("back", address("addr", addr));
        return kernel.leave(function, address("addr", addr));
    }

    private void allowUserMapping(long addr) {
        kernel.line("any", address("addr", addr));
        if (addr != 0) {
            kernel.line("find");
            VmapArea va = areas.findVmapArea(addr);
            VmStruct area = vmAreas.vm(va.privateVm());
            kernel.line("user", address("area", area.address()));
            memory.store(area.address(), VmStruct.FLAGS, area.flags() | VmStruct.VM_USERMAP);
        }
    }

    private long vmallocNode(long requested, long align, long caller) {
        kernel.enter(NODE, size("size", requested), size("align", align));
        kernel.line("round");
        long size = arithmetic.pageAlign(requested);
        kernel.line("bad", size("size", size));
        if (size == 0 || above(size >>> Machine.PAGE_SHIFT, kernel.pages().total())) {
            kernel.line("refuse");
            return kernel.leave(NODE, address("addr", 0));
        }
        kernel.line("area");
        VmStruct area = vmAreas.getVmAreaNode(size, align, VmStruct.VM_ALLOC, caller);
        kernel.line("none", address("area", area.address()));
        if (area.address() == 0) {
            kernel.line("null");
            return kernel.leave(NODE, address("addr", 0));
        }
        kernel.line("pages");
        long addr = vmallocAreaNode(area, caller);
        kernel.line("back", address("addr", addr));
        return kernel.leave(NODE, address("addr", addr));
    }

    /// __vmalloc_area_node: pages for an area and the array that remembers them; what fails is undone, 0.
    private long vmallocAreaNode(VmStruct area, long caller) {
        kernel.enter(AREA_NODE, address("area", area.address()));
        kernel.line("count");
        long nrPages = Arithmetic.unsignedInt(area.size() - Machine.PAGE_SIZE >>> Machine.PAGE_SHIFT);
        kernel.line("bytes", count("nr_pages", nrPages));
        long arraySize = Arithmetic.unsignedInt(nrPages * memory.abi().wordBytes());
        kernel.line("nr-pages", size("array_size", arraySize));
        memory.store(area.address(), VmStruct.NR_PAGES, nrPages);
        long pages = pagesArray(area, arraySize, caller);
        kernel.line("array", address("pages", pages));
        memory.store(area.address(), VmStruct.PAGES, pages);
        kernel.line("caller");
        memory.store(area.address(), VmStruct.CALLER, caller);
        kernel.line("none");
        if (pages == 0) {
            kernel.line("remove");
            vmAreas.removeVmArea(area.addr());
            kernel.line("free");
            kernel.slab().kfree(area.address());
            kernel.line("null");
            return kernel.leave(AREA_NODE, address("addr", 0));
        }
        if (arraySize < nrPages * memory.abi().wordBytes()) {
            throw new KernelBug("memory corruption: the size of the pages array wrapped around 32 bits");
        }
        long addr = fill(area, nrPages);
        return kernel.leave(AREA_NODE, address("addr", addr));
    }

    /// Takes the pages and maps them: the address, or 0 after what was taken has been given back.
    private long fill(VmStruct area, long nrPages) {
        kernel.line("take");
        long got = kernel.pages().take(nrPages);
        kernel.line("short", count("got", got));
        if (got < nrPages) {
            kernel.line("got");
            memory.store(area.address(), VmStruct.NR_PAGES, got);
            kernel.line("undo");
            vfree(area.addr());
            kernel.line("fail");
            return 0;
        }
        mapVmArea(area);
        kernel.line("back");
        return area.addr();
    }

    /// The array of page pointers: from the slab, or from a nested vmalloc when it is larger than a page.
    private long pagesArray(VmStruct area, long bytes, long caller) {
        kernel.line("large");
        if (bytes <= Machine.PAGE_SIZE) {
            kernel.line("kmalloc");
            return kernel.slab().kmalloc(VmallocData.PAGES_ARRAY, bytes);
        }
        kernel.line("nested");
        long pages = vmallocNode(bytes, 1, caller);
        kernel.line("vpages", address("pages", pages));
        memory.store(area.address(), VmStruct.FLAGS, area.flags() | VmStruct.VM_VPAGES);
        return pages;
    }

    /// map_vm_area: all of the area but its guard page.
    private void mapVmArea(VmStruct area) {
        long end = arithmetic.add(area.addr(), area.size() - Machine.PAGE_SIZE);
        kernel.line("map");
        kernel.pageTables().map(area.addr(), end);
        kernel.line("flush");
        kernel.pageTables().flushCacheVmap(area.addr(), end);
    }

    /// vmap of `count` fresh pages with VM_MAP: the address, or 0.
    long vmap(long count) {
        kernel.enter(VMAP, count("count", count));
        kernel.line("many");
        if (above(count, kernel.pages().total())) {
            kernel.line("refuse");
            return kernel.leave(VMAP, address("addr", 0));
        }
        kernel.line("area");
        VmStruct area = vmAreas.getVmAreaNode(Arithmetic.bytesOfPages(count), 1, VmStruct.VM_MAP, scenario());
        kernel.line("none", address("area", area.address()));
        if (area.address() == 0) {
            kernel.line("null");
            return kernel.leave(VMAP, address("addr", 0));
        }
        mapVmArea(area);
        kernel.line("back");
        return kernel.leave(VMAP, address("addr", area.addr()));
    }

    /// get_vm_area: address space only.
    VmStruct getVmArea(long size, int flags) {
        kernel.enter(GET_VM_AREA, size("size", size), flags("flags", flags));
        kernel.line("node");
        VmStruct area = vmAreas.getVmAreaNode(size, 1, flags, scenario());
        kernel.line("back", address("area", area.address()));
        kernel.leave(GET_VM_AREA, address("area", area.address()));
        return area;
    }

    void vfree(long addr) {
        kernel.enter("vfree", address("addr", addr));
        kernel.line("all");
        vunmapAddr(addr, true);
        kernel.leave("vfree");
    }

    void vunmap(long addr) {
        kernel.enter("vunmap", address("addr", addr));
        kernel.line("area");
        vunmapAddr(addr, false);
        kernel.leave("vunmap");
    }

    /// iounmap: the area goes lazily, its vm_struct at once; an address without one is ignored.
    void iounmap(long addr) {
        kernel.enter("iounmap", address("addr", addr));
        kernel.line("remove");
        VmStruct vm = vmAreas.removeVmArea(addr);
        kernel.line("free", address("vm", vm.address()));
        kernel.slab().kfree(vm.address());
        kernel.leave("iounmap");
    }

    /// __vunmap.
    private void vunmapAddr(long addr, boolean deallocatePages) {
        kernel.enter("__vunmap", address("addr", addr), number("deallocate_pages", deallocatePages ? 1 : 0));
        kernel.line("null");
        if (addr == 0) {
            kernel.line("nothing");
        } else {
            release(addr, deallocatePages);
        }
        kernel.leave("__vunmap");
    }

    private void release(long addr, boolean deallocatePages) {
        kernel.line("inside");
        if ((addr & ~Machine.PAGE_MASK) != 0) {
            kernel.line("bad");
            kernel.warn("Trying to vfree() bad address (" + pointer(addr) + ")");
            return;
        }
        kernel.line("remove");
        VmStruct area = vmAreas.removeVmArea(addr);
        kernel.line("none", address("area", area.address()));
        if (area.address() == 0) {
            kernel.line("gone");
            kernel.warn("Trying to vfree() nonexistent vm area (" + pointer(addr) + ")");
            return;
        }
        kernel.line("pages");
        if (deallocatePages) {
            releasePages(area);
        }
        kernel.line("free");
        kernel.slab().kfree(area.address());
    }

    private void releasePages(VmStruct area) {
        boolean nested = (area.flags() & VmStruct.VM_VPAGES) != 0;
        long nrPages = area.nrPages();
        kernel.line("give", count("area.nr_pages", nrPages));
        if (nested && nrPages > 0 && area.pages() != 0 && !isReadable(area.pages(), nrPages)) {
            throw new KernelBug("oops: access to an unmapped vmalloc address");
        }
        kernel.pages().give(nrPages);
        kernel.line("nested");
        if (nested) {
            kernel.line("vfree");
            vfree(area.pages());
        } else {
            kernel.line("kfree");
            kernel.slab().kfree(area.pages());
        }
    }

    private boolean isReadable(long pages, long nrPages) {
        return kernel.pageTables().isMapped(pages)
                && kernel.pageTables().isMapped(pages + nrPages * memory.abi().wordBytes() - 1);
    }

    /// %p: all hex digits of the machine's word.
    private String pointer(long addr) {
        int digits = machine.abi().wordBytes() * 2;
        return String.format(Locale.ROOT, "%0" + digits + "x", addr);
    }
}
