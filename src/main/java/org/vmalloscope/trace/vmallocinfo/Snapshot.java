package org.vmalloscope.trace.vmallocinfo;

/// One reading of /proc/vmallocinfo: its areas in the order in which the kernel printed them.
///
/// @param title what a line before it said of it, or empty
/// @param mode what its addresses are worth
/// @param wide whether addresses have 16 hex digits, and not 8
/// @param guess which kernels print it so
/// @param disagreeing areas whose end - start is not their size, though most have true addresses: cut or garbled lines
/// @param strangeWords lines with a word that no known kernel prints
public record Snapshot(
        String title,
        AddressMode mode,
        boolean wide,
        AreaTable areas,
        KernelGuess guess,
        int disagreeing,
        long strangeWords) {
    /// Bytes of all areas, guard pages included.
    public long bytes() {
        long sum = 0;
        for (int index = 0; index < areas.size(); index++) {
            sum += areas.bytes(index);
        }
        return sum;
    }
}
