package org.vmalloscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.Workers;
import org.vmalloscope.ui.view.MainWindow;
import org.vmalloscope.ui.view.Words;

/// The JavaFX application: wires the window together. The one place that hands work to the FX thread.
public final class WindowApplication extends Application {
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("player").factory());
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("worker-", 0).factory());

    @Override
    public void start(Stage stage) {
        Words words = Words.in(Locale.getDefault());
        SessionModel session = new SessionModel(words.bundle());
        Opener opener = new Opener(session, background, Platform::runLater);
        MainWindow window = new MainWindow(
                stage, session, opener, words, examples(), Settings.load(), new Workers(workers, Platform::runLater));
        window.show();
        List<String> files = getParameters().getUnnamed();
        if (files.isEmpty()) {
            ShippedScenario tour = ShippedScenarios.defaultScenario();
            opener.open(tour.fileName(), tour.text());
        } else {
            opener.open(Path.of(files.getFirst()));
        }
    }

    private static List<Example> examples() {
        return ShippedScenarios.all().stream()
                .map(shipped -> new Example(shipped.fileName(), shipped.title(), shipped.text()))
                .toList();
    }

    @Override
    public void stop() {
        background.shutdownNow();
        workers.shutdownNow();
    }
}
