package org.vmalloscope.ui.model;

/// A lesson in the list of lessons.
///
/// @param id its file name
/// @param right predictions that were right at the first try
/// @param answered questions that were answered
public record LessonEntry(String id, String title, String about, int right, int answered, int questions) {
    /// Whether all questions were answered.
    public boolean isDone() {
        return answered == questions;
    }
}
