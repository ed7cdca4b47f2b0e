package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.vmalloscope.bench.BigScenario;
import org.vmalloscope.bench.Times;
import org.vmalloscope.bench.Travel;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.Frame;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.ViewOptions;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.Played;

/// Prints how long a frame of the tree takes, from the memory to the pixels, as a window of 1280 x 800 shows it:
/// drawing
/// the picture, painting it on a canvas, and having JavaFX render the canvas in software.
///
/// Steps among 1,000 areas; zooming and panning over 100,000. Arguments: those two numbers.
public final class Frames {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final FxPainter painter = new FxPainter(Theme.LIGHT, new Fonts());
    private final SnapshotParameters parameters = new SnapshotParameters();
    private final WritableImage pixels = new WritableImage((int) WIDTH, (int) HEIGHT);

    private Frames() {}

    /// Measures.
    public static void main(String[] arguments) throws InterruptedException {
        int few = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                Frames frames = new Frames();
                frames.steps(few);
                frames.journey(many);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private void steps(int areas) {
        Played played = Travel.played(BigScenario.vmallocs(areas, 1));
        TimeMachine time = played.time();
        for (Diagram diagram : List.of(Diagram.TREE, Diagram.LISTS, Diagram.SPACE)) {
            Times all = new Times();
            Times drawing = new Times();
            time.seek(time.journal().eventEnd(areas - 30));
            for (int step = 0; step < 1_200; step++) {
                Times into = step < 400 ? new Times() : all;
                long start = System.nanoTime();
                time.forward();
                Moment moment = moment(played);
                Picture picture = diagram.draw(moment, frame(1, 0, 0));
                long drawn = System.nanoTime();
                paint(picture, 0, 0);
                into.add(System.nanoTime() - start);
                drawing.add(drawn - start);
            }
            drawing.print(diagram.label() + ", a step among " + areas + " areas, picture only");
            all.print(diagram.label() + ", a step among " + areas + " areas, to the pixels");
        }
    }

    private static Moment moment(Played played) {
        return Moment.of(played.time(), played.run().view(played.time().memory()), played.births());
    }

    private void journey(int areas) {
        long start = System.nanoTime();
        Played played = Travel.played(BigScenario.areas(areas, 1));
        System.out.println(areas + " areas opened in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        played.time().seek(played.time().length());
        Times fresh = new Times();
        for (int time = 0; time < 20; time++) {
            fresh.measure(() -> Diagram.TREE.draw(moment(played), frame(1, 0, 0)));
        }
        fresh.print("tree, another position among " + areas + " areas, picture only");
        Moment moment = moment(played);
        double most = Diagram.TREE.mostZoom(moment, WIDTH);
        for (int round = 0; round < 3; round++) {
            Times all = new Times();
            Times drawing = new Times();
            for (double zoom = 1; zoom <= most; zoom *= 1.25) {
                pan(moment, zoom, all, drawing);
            }
            drawing.print("tree, pan and zoom over " + areas + " areas, picture only");
            all.print("tree, pan and zoom over " + areas + " areas, to the pixels");
        }
    }

    private void pan(Moment moment, double zoom, Times all, Times drawing) {
        List<double[]> places = new ArrayList<>();
        for (int move = 0; move < 12; move++) {
            places.add(new double[] {WIDTH * (zoom - 1) * move / 12, HEIGHT * (zoom - 1) * (move % 4) / 4});
        }
        for (double[] place : places) {
            long start = System.nanoTime();
            Picture picture = Diagram.TREE.draw(moment, frame(zoom, place[0], place[1]));
            long drawn = System.nanoTime();
            paint(picture, place[0], place[1]);
            all.add(System.nanoTime() - start);
            drawing.add(drawn - start);
        }
    }

    private static Frame frame(double zoom, double x, double y) {
        return new Frame(WIDTH, HEIGHT, zoom, Optional.of(new Bounds(x, y, WIDTH, HEIGHT)), ViewOptions.DEFAULT);
    }

    private void paint(Picture picture, double x, double y) {
        painter.paint(picture, canvas.getGraphicsContext2D(), new Bounds(x, y, WIDTH, HEIGHT), 1);
        canvas.snapshot(parameters, pixels);
    }
}
