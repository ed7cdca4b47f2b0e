package org.vmalloscope.scenario;

/// The part of a scenario that a statement belongs in.
enum Season {
    FIRST,
    HEADER,
    BEFORE_BOOT,
    BOOT,
    ALWAYS,
    AFTER_BOOT
}
