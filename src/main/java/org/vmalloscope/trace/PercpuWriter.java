package org.vmalloscope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.vmalloscope.journal.Note;
import org.vmalloscope.kernel.percpu.PercpuRun;
import org.vmalloscope.kernel.percpu.PercpuRun.Mode;
import org.vmalloscope.kernel.percpu.PercpuState;
import org.vmalloscope.kernel.vmalloc.VmStruct;

/// Writes what came of first chunks as pcpu/1: one line of canonical JSON each.
public final class PercpuWriter {
    private final OutputStream out;
    private final AsciiBuffer line = new AsciiBuffer();

    public PercpuWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes one.
    public void write(PercpuRun run) throws IOException {
        CanonicalJson json = new CanonicalJson(line).begin('{');
        parameters(json, run);
        if (run.bug().isEmpty()) {
            results(json, run);
        }
        tail(json, run);
        json.end('}');
        line.put('\n');
        line.writeTo(out);
        line.clear();
    }

    private static void parameters(CanonicalJson json, PercpuRun run) {
        PercpuRun.Setup setup = run.setup();
        json.key("format").text("pcpu/1").key("kernel").text(setup.version().label());
        json.key("machine").text(setup.machine().label());
        json.key("mode").text(setup.mode().name().toLowerCase(Locale.ROOT));
        json.key("possible_mask").address(setup.cpus().mask());
        json.key("static_size").number(setup.request().staticSize());
        json.key("reserved_size").number(setup.request().reservedSize());
        json.key("dyn_size").number(setup.request().dynSize());
        json.key("unit_size").number(setup.request().unitSize());
        json.key("bootmem_base").address(setup.bootmemBase());
        json.key("bootmem_fails").bool(setup.bootmemFails()).key("bug");
        run.bug().ifPresentOrElse(json::text, json::nothing);
    }

    private static void results(CanonicalJson json, PercpuRun run) {
        PercpuState state = run.state();
        json.key("ret").number(run.ret());
        json.key("pcpue_size").number(state.embeddedSize());
        json.key("pcpue_unit_size").number(state.embeddedUnit());
        if (run.ret() < 0) {
            return;
        }
        json.key("pcpu_unit_pages").number(state.unitPages());
        json.key("pcpu_unit_size").number(state.unitSize());
        json.key("pcpu_chunk_size").number(state.chunkSize());
        json.key("pcpu_nr_slots").number(state.nrSlots());
        json.key("pcpu_base_addr").address(state.baseAddr()).key("pcpu_base_offset");
        if (run.setup().mode() == Mode.EMBED) {
            json.number(state.baseAddr() - run.setup().bootmemBase());
        } else {
            json.nothing();
        }
        json.key("pcpu_reserved_chunk");
        if (state.reservedIsStatic()) {
            json.text("schunk");
        } else {
            json.nothing();
        }
        json.key("pcpu_reserved_chunk_limit").number(state.reservedLimit());
        json.key("first_chunk").text(state.firstIsDynamic() ? "dchunk" : "schunk");
        chunk(json.key("schunk"), Optional.of(state.schunk()));
        chunk(json.key("dchunk"), state.dchunk());
        json.key("vmlist").begin('[');
        run.vmlist().forEach(vm -> vm(json, vm));
        json.end(']').key("ptes_populated").number(state.populated());
    }

    private static void chunk(CanonicalJson json, Optional<PercpuState.Chunk> present) {
        if (present.isEmpty()) {
            json.nothing();
            return;
        }
        PercpuState.Chunk chunk = present.get();
        json.begin('{').key("free_size").number(chunk.freeSize());
        json.key("contig_hint").number(chunk.contigHint()).key("map").begin('[');
        chunk.map().forEach(json::number);
        json.end(']').key("map_alloc").number(chunk.mapAlloc());
        json.key("immutable").bool(chunk.immutable());
        json.key("vm_addr").address(chunk.vm().addr());
        json.key("vm_size").number(chunk.vm().size());
        json.key("vm_flags").number(chunk.vm().flags()).key("slot");
        chunk.slot().ifPresentOrElse(json::number, json::nothing);
        json.key("pages_per_cpu").number(chunk.pagesPerCpu()).end('}');
    }

    private static void vm(CanonicalJson json, VmStruct vm) {
        json.begin('{').key("addr").address(vm.addr()).key("size").number(vm.size());
        json.key("flags")
                .number(vm.flags())
                .key("nr_pages")
                .number(vm.nrPages())
                .end('}');
    }

    private static void tail(CanonicalJson json, PercpuRun run) {
        long base = run.setup().bootmemBase();
        json.key("bootmem_freed").begin('[');
        run.freed().forEach(freed -> pair(json, freed.start() - base, freed.bytes()));
        json.end(']').key("bootmem_freed_total");
        json.number(run.freed().stream().mapToLong(Note.BootmemFreed::bytes).sum());
        json.key("copies").begin('[');
        run.copies().forEach(copy -> pair(json, copy.start() - base, copy.bytes()));
        json.end(']').key("events").begin('[');
        run.notes().stream().filter(EventWriter::shows).forEach(note -> EventWriter.write(note, json));
        json.end(']');
    }

    private static void pair(CanonicalJson json, long offset, long bytes) {
        json.begin('[').number(offset).number(bytes).end(']');
    }
}
