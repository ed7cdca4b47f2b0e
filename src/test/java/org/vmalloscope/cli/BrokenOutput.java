package org.vmalloscope.cli;

import java.io.IOException;
import java.io.OutputStream;

/// An output that takes so many bytes and then fails for good.
final class BrokenOutput extends OutputStream {
    private final String message;
    private long room;

    BrokenOutput(String message, long room) {
        this.message = message;
        this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
        if (room == 0) {
            throw new IOException(message);
        }
        room--;
    }
}
