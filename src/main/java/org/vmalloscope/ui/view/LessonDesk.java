package org.vmalloscope.ui.view;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.vmalloscope.ui.model.LessonModel;

/// The desk, and beside it the lesson while one is open: then the desk has diagrams and timeline only.
final class LessonDesk extends StackPane {
    private static final double PANE = 440;
    private static final double NARROW_PANE = 348;
    private static final double NARROW = 1500;

    private final Desk desk;
    private final LessonPane lesson;
    private final Dividers dividers;

    LessonDesk(Desk desk, LessonModel lessons, Words words, Dividers dividers) {
        this.desk = desk;
        this.lesson = new LessonPane(lessons, words);
        this.dividers = dividers;
        getChildren().setAll(desk);
        lessons.activeProperty().addListener((property, was, now) -> show(now));
    }

    private void show(boolean withLesson) {
        desk.bare(withLesson);
        getChildren().clear();
        if (!withLesson) {
            getChildren().setAll(desk);
            return;
        }
        RuledSplit both = new RuledSplit(lesson, desk);
        both.setOrientation(Orientation.HORIZONTAL);
        both.getStyleClass().add("vm-lesson-desk");
        SplitPane.setResizableWithParent(lesson, false);
        getChildren().setAll(both);
        dividers.track("lesson", both, width -> new double[] {(width < NARROW ? NARROW_PANE : PANE) / width});
    }
}
