package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.SimulatedMemory;

/// How a red-black tree reaches its nodes: the width of its words, and whether what it does is seen.
sealed interface RbWords {
    /// Bytes from one word of a node to the next.
    int width();

    long load(long address);

    void store(long address, long value);

    void note(Note note);

    /// A tree of the kernel: every store is an event and every rotation is told.
    record Visible(SimulatedMemory memory, NoteSink notes) implements RbWords {
        @Override
        public int width() {
            return memory.abi().wordBytes();
        }

        @Override
        public long load(long address) {
            return memory.load(address);
        }

        @Override
        public void store(long address, long value) {
            memory.store(address, value);
        }

        @Override
        public void note(Note note) {
            notes.note(note);
        }
    }

    /// A tree in the simulator's notebook: its stores belong to the event before, and nothing is told.
    record Quiet(SimulatedMemory memory) implements RbWords {
        @Override
        public int width() {
            return AddressMap.NOTEBOOK_WORD;
        }

        @Override
        public long load(long address) {
            return memory.load(address);
        }

        @Override
        public void store(long address, long value) {
            memory.storeQuietly(address, value);
        }

        @Override
        public void note(Note note) {}
    }

    /// A tree that is only looked at.
    record ReadOnly(MemoryReader memory) implements RbWords {
        @Override
        public int width() {
            return memory.abi().wordBytes();
        }

        @Override
        public long load(long address) {
            return memory.load(address);
        }

        @Override
        public void store(long address, long value) {
            throw new UnsupportedOperationException("a tree that is only looked at");
        }

        @Override
        public void note(Note note) {
            throw new UnsupportedOperationException("a tree that is only looked at");
        }
    }
}
