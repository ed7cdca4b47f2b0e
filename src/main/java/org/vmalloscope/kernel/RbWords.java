package org.vmalloscope.kernel;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
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

    /// A function of the tree was entered, reached a line of its listing, or was left.
    void enter(String function, Argument... arguments);

    void line(String label, Argument... values);

    void leave(String function);

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

        @Override
        public void enter(String function, Argument... arguments) {
            notes.note(new FunctionEntered(function, List.of(arguments)));
        }

        @Override
        public void line(String label, Argument... values) {
            if (notes.hearsLines()) {
                notes.line(label, values);
            }
        }

        @Override
        public void leave(String function) {
            notes.note(new FunctionLeft(function, Optional.empty()));
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

        @Override
        public void enter(String function, Argument... arguments) {}

        @Override
        public void line(String label, Argument... values) {}

        @Override
        public void leave(String function) {}
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
            throw refusal();
        }

        @Override
        public void note(Note note) {
            throw refusal();
        }

        @Override
        public void enter(String function, Argument... arguments) {
            throw refusal();
        }

        @Override
        public void line(String label, Argument... values) {
            throw refusal();
        }

        @Override
        public void leave(String function) {
            throw refusal();
        }

        private static UnsupportedOperationException refusal() {
            return new UnsupportedOperationException("a tree that is only looked at");
        }
    }
}
