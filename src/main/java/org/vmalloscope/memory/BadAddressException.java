package org.vmalloscope.memory;

/// An access to an address at which no simulated memory is, or that is not word aligned.
public final class BadAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long address;

    BadAddressException(long address) {
        super("no simulated memory at 0x" + Long.toHexString(address), null, false, false);
        this.address = address;
    }

    /// The address in bytes.
    public long address() {
        return address;
    }
}
