package org.vmalloscope.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version the module was compiled as.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("of an unpackaged build");
        return new String[] {
            "vmalloscope " + version,
            "plays the vmalloc of Linux 2.6.32",
            "Java " + Runtime.version().feature()
        };
    }
}
