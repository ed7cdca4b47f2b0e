package org.vmalloscope.ui.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.PngWriter;

/// What can be exported, and what would come of it. Used on the FX thread.
public final class ExportModel {
    private static final String FOLDER_KEY = "export.folder";
    private static final String CHOICE_KEY = "export";

    private final SessionModel session;
    private final Settings settings;
    private final ResourceBundle words;

    public ExportModel(SessionModel session, Settings settings, ResourceBundle words) {
        this.session = session;
        this.settings = settings;
        this.words = words;
    }

    /// Something to export: its key in an [ExportChoice], and what it is called.
    public record Subject(String key, String title) {
        @Override
        public String toString() {
            return title;
        }
    }

    /// Every diagram, all of them, and the window.
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        session.diagrams().forEach(diagram -> subjects.add(new Subject(diagram.label(), diagram.title())));
        subjects.add(new Subject(ExportChoice.ALL, words.getString("export.all")));
        subjects.add(new Subject(ExportChoice.WINDOW, words.getString("export.window")));
        return subjects;
    }

    /// What was chosen the last time.
    public ExportChoice remembered() {
        return ExportChoice.read(settings.choice(CHOICE_KEY));
    }

    /// Remembers a choice, and the folder of a file.
    public void remember(ExportChoice choice, Path file) {
        settings.choose(CHOICE_KEY, choice.written());
        Path folder = choice.subject().equals(ExportChoice.ALL)
                ? file.toAbsolutePath()
                : file.toAbsolutePath().getParent();
        settings.choose(FOLDER_KEY, String.valueOf(folder));
    }

    /// Where it would be written: a file beside the last one, or the folder.
    public Path proposal(ExportChoice choice) {
        Path folder = folder();
        if (choice.subject().equals(ExportChoice.ALL)) {
            return folder;
        }
        String name = session.sourceProperty().get().replaceFirst("\\.vms$", "");
        return folder.resolve(name + "-" + choice.subject() + "-"
                + session.positionProperty().get() + choice.format().extension());
    }

    private Path folder() {
        String last = settings.choice(FOLDER_KEY);
        try {
            return Path.of(last.isEmpty() ? System.getProperty("user.home", ".") : last);
        } catch (InvalidPathException broken) {
            return Path.of(".");
        }
    }

    /// The figure of a diagram; nothing when a choice is no single diagram, or nothing is open.
    public Optional<Picture> figure(ExportChoice choice) {
        return session.diagrams().stream()
                .filter(diagram -> diagram.label().equals(choice.subject()))
                .findFirst()
                .flatMap(DiagramModel::figure);
    }

    /// What has to be written for a choice of diagrams.
    public List<Exporter.Page> pages(ExportChoice choice, Path target) {
        if (!choice.subject().equals(ExportChoice.ALL)) {
            return figure(choice).map(figure -> page(figure, choice, target)).stream()
                    .toList();
        }
        List<Exporter.Page> pages = new ArrayList<>();
        for (DiagramModel diagram : session.diagrams()) {
            Path file = target.resolve(diagram.label() + choice.format().extension());
            diagram.figure().ifPresent(figure -> pages.add(page(figure, choice, file)));
        }
        return pages;
    }

    private static Exporter.Page page(Picture figure, ExportChoice choice, Path file) {
        return new Exporter.Page(file, () -> FigureFile.bytes(figure, choice));
    }

    /// What would come of a choice: pixels, number of files; `width` and `height` are px of the window.
    public String facts(ExportChoice choice, double width, double height) {
        if (choice.subject().equals(ExportChoice.ALL)) {
            return say("export.facts.all", session.diagrams().size());
        }
        if (choice.subject().equals(ExportChoice.WINDOW)) {
            return pixels(width * choice.scale(), height * choice.scale());
        }
        return figure(choice).map(figure -> facts(choice, figure)).orElse("");
    }

    private String facts(ExportChoice choice, Picture figure) {
        return switch (choice.format()) {
            case PNG -> pixels(figure.width() * choice.scale(), figure.height() * choice.scale());
            case SVG ->
                say("export.facts.svg", Sizes.number((long) Math.ceil(figure.width())), Sizes.number((long)
                        Math.ceil(figure.height())));
            case TXT -> say("export.facts.txt");
        };
    }

    private String pixels(double width, double height) {
        boolean tooLarge = Math.max(width, height) > PngWriter.LONGEST_SIDE;
        return say(
                tooLarge ? "export.facts.large" : "export.facts.png",
                Sizes.number((long) Math.ceil(width)),
                Sizes.number((long) Math.ceil(height)));
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }
}
