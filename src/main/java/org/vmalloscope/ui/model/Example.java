package org.vmalloscope.ui.model;

/// A scenario that comes with the program: its file name, its title, its text.
public record Example(String fileName, String title, String text) {}
