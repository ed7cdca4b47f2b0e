package org.vmalloscope.ui.view;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Makes the code area without its line on standard error.
///
/// The first use of each of JavaFX's incubator modules prints that it is one (on the class path, of each package). That
/// is for who builds a program; who
/// runs it can do nothing about it, and standard error is where our commands speak. Everything else that is printed
/// meanwhile goes through.
final class QuietIncubator {
    private static final String WARNING = "WARNING: Using incubat";

    private QuietIncubator() {}

    static CodeArea codeArea() {
        return quietly(() -> {
            KeyBinding.of(KeyCode.TAB);
            RichParagraph.builder();
            return new CodeArea();
        });
    }

    private static <T> T quietly(Supplier<T> maker) {
        PrintStream real = System.err;
        System.setErr(new Filter(real));
        try {
            return maker.get();
        } finally {
            System.setErr(real);
        }
    }

    /// Passes lines on, the warning excepted.
    private static final class Filter extends PrintStream {
        private final PrintStream real;

        Filter(PrintStream real) {
            super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            this.real = real;
        }

        @Override
        public void println(String line) {
            if (line == null || !line.startsWith(WARNING)) {
                real.println(line);
            }
        }

        @Override
        public void println(Object line) {
            real.println(line);
        }

        @Override
        public void print(String text) {
            real.print(text);
        }

        @Override
        public void write(int b) {
            real.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            real.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            real.flush();
        }
    }
}
