package org.vmalloscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.Recovery;
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
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keeper").factory());
    private @Nullable Recovery recovery;

    @Override
    public void start(Stage stage) {
        Words words = Words.in(Locale.getDefault());
        SessionModel session = new SessionModel(words.bundle());
        Opener opener = new Opener(session, background, Platform::runLater);
        MainWindow window = new MainWindow(
                stage, session, opener, words, examples(), Settings.load(), new Workers(workers, Platform::runLater));
        Recovery kept =
                new Recovery(opener, session, Recovery.folder(), keeper, Platform::runLater, InstantSource.system());
        recovery = kept;
        window.keep(kept);
        window.showPagesWith(getHostServices()::showDocument);
        window.show();
        kept.look();
        List<String> files = getParameters().getUnnamed();
        Optional<Path> file = files.stream().findFirst().map(Path::of);
        boolean lesson = file.map(MainWindow::isLesson).orElse(false);
        opener.kernelFileProperty()
                .addListener((property, was, now) -> Platform.runLater(() -> fillEmpty(session, opener)));
        if (file.isEmpty() || lesson) {
            openTour(opener);
        }
        file.ifPresent(lesson ? window::openLesson : opener::open);
    }

    /// A kernel's file that cannot be played leaves what was open: at the start that is the tour.
    private static void fillEmpty(SessionModel session, Opener opener) {
        if (session.momentProperty().get().isEmpty()) {
            openTour(opener);
        }
    }

    private static void openTour(Opener opener) {
        ShippedScenario tour = ShippedScenarios.defaultScenario();
        opener.open(tour.fileName(), tour.text());
    }

    private static List<Example> examples() {
        return ShippedScenarios.all().stream()
                .map(shipped -> new Example(shipped.fileName(), shipped.title(), shipped.text()))
                .toList();
    }

    @Override
    public void stop() throws IOException {
        if (recovery != null) {
            recovery.close();
        }
        background.shutdownNow();
        workers.shutdownNow();
    }
}
