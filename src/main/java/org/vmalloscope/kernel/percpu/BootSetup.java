package org.vmalloscope.kernel.percpu;

import java.util.OptionalLong;
import org.vmalloscope.kernel.AddressMap;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Symbols;

/// How a boot makes the first chunk: by which way, and for how many bytes of each kind.
///
/// The usual sizes are those of an x86_64 kernel of a distribution. The ways of single pages leave no choice of the
/// dynamic area: it gets what is left of the last page.
///
/// @param bootmem bytes that the boot code finds; all that it could need when empty
public record BootSetup(PercpuWay way, long staticSize, long reservedSize, long dynSize, OptionalLong bootmem) {
    /// Bytes of the kernel's own per-CPU variables.
    public static final long USUAL_STATIC = 90_584;

    /// Bytes for the per-CPU variables of modules.
    public static final long USUAL_RESERVED = 8192;

    /// Bytes for per-CPU variables to come.
    public static final long USUAL_DYN = 24_104;

    /// The least static area: vmap_block_queue has its place in it.
    public static final long LEAST_STATIC = 40 << 10;

    /// The most bytes that the three areas may have together.
    public static final long MOST = 1 << 20;

    /// Refuses sizes that no boot here can play with [IllegalArgumentException].
    public BootSetup {
        boolean fits = staticSize >= LEAST_STATIC && staticSize <= MOST;
        fits &= reservedSize >= 0 && reservedSize <= MOST && dynSize >= 0 && dynSize <= MOST;
        if (!fits || staticSize + reservedSize + dynSize > MOST || LEAST_STATIC <= Symbols.PER_CPU_OBJECTS) {
            throw new IllegalArgumentException(
                    "static " + staticSize + " reserved " + reservedSize + " dyn " + dynSize);
        }
    }

    /// That way with the usual sizes.
    public static BootSetup usual(PercpuWay way) {
        return new BootSetup(way, USUAL_STATIC, USUAL_RESERVED, USUAL_DYN, OptionalLong.empty());
    }

    /// The most bytes that `bootmem` can say.
    public static long mostBootmem(Machine machine) {
        return new AddressMap(machine).bootmemBytes();
    }

    /// What the first chunk is asked for when its size is free.
    FirstChunkRequest request() {
        return new FirstChunkRequest(staticSize, reservedSize, dynSize, -1);
    }
}
