package org.vmalloscope.lesson;

/// What came of playing a lesson: its questions with answers, or errors.
public sealed interface PlayedLesson permits LessonRun, LessonErrors {}
