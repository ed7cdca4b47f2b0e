package org.vmalloscope.kernel;

import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.SimulatedMemory;

/// Writes the simulator's control block: quietly, as a part of the note that came before.
final class Notebook {
    private final SimulatedMemory memory;
    private final Control control;

    Notebook(SimulatedMemory memory, Control control) {
        this.memory = memory;
        this.control = control;
    }

    void write(Field field, long value) {
        memory.storeQuietly(control.address() + field.offsetLp64(), value);
    }

    void add(Field field, long difference) {
        write(field, control.read(field) + difference);
    }
}
