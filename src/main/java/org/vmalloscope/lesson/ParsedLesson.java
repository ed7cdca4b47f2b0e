package org.vmalloscope.lesson;

/// What a text turned out to be: a lesson, or errors.
public sealed interface ParsedLesson permits Lesson, LessonErrors {}
