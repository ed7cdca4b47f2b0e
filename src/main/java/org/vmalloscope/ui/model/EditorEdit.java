package org.vmalloscope.ui.model;

/// One change of a text: at `from` (in characters, from 0) the text `removed` gave way to `inserted`.
public record EditorEdit(int from, String removed, String inserted) {
    /// The change that takes this one back.
    EditorEdit inverse() {
        return new EditorEdit(from, inserted, removed);
    }

    /// Where what was removed ended.
    public int oldEnd() {
        return from + removed.length();
    }

    /// Where what was inserted ends.
    public int newEnd() {
        return from + inserted.length();
    }

    /// The text after the change.
    String on(String text) {
        return new StringBuilder(text.length() + inserted.length())
                .append(text, 0, from)
                .append(inserted)
                .append(text, oldEnd(), text.length())
                .toString();
    }
}
