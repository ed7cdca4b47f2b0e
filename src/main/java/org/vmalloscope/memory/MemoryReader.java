package org.vmalloscope.memory;

/// Read access to simulated memory: all that a diagram or a writer needs.
public interface MemoryReader {
    Abi abi();

    /// The word at `address`; [BadAddressException] where no memory is.
    long load(long address);

    /// The value of a field of the struct at `object`: zero-extended from the field's width.
    default long load(long object, Field field) {
        return load(object, field, 0);
    }

    /// Element `index` of a repeating field.
    long load(long object, Field field, int index);

    /// The address of the word that a slot number of the journal stands for.
    long addressOf(int slot);

    /// The slot number of the word at `address`; [BadAddressException] where no memory is.
    int slotOf(long address);
}
