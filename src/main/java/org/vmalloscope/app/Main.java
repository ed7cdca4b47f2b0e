package org.vmalloscope.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.vmalloscope.cli.Console;
import org.vmalloscope.cli.VmalloscopeCommand;

/// The entry of the program: the commands, and the window when no command is given.
public final class Main {
    private Main() {}

    /// Carries out the command line and exits with its code.
    public static void main(String[] args) {
        Console console = new Console(System.in, new FileOutputStream(FileDescriptor.out), System.err);
        int code = VmalloscopeCommand.execute(args, console, new WindowStarter(console));
        System.exit(code);
    }
}
