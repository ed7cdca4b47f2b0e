package org.vmalloscope.ui.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vmalloscope.picture.Theme;

/// What the program remembers from one start to the next: looks, speed, window, recent files. Used on the FX thread.
///
/// It is kept in a properties file. What is broken or missing there is as it was at first; loading never throws.
public final class Settings {
    /// The system property that names the folder; else `$XDG_CONFIG_HOME/vmalloscope` or `~/.config/vmalloscope`.
    public static final String FOLDER_PROPERTY = "vmalloscope.config";

    /// The most recent files that are remembered.
    public static final int MOST_RECENT = 10;

    private static final String FILE = "settings.properties";
    private static final String DIVIDERS = "dividers.";
    private static final String CHOICE = "choice.";
    private static final String RECENT = "recent.";
    private static final double DEFAULT_SPEED = 8;
    private static final double MOST_SPEED = 1_000_000;

    private final Path folder;
    private final PropertiesFile file;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final DoubleProperty speed = new SimpleDoubleProperty(DEFAULT_SPEED);
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<SettingsWindow>> window = new SimpleObjectProperty<>(Optional.empty());
    private final Map<String, List<Double>> dividers = new TreeMap<>();
    private final Map<String, String> choices = new TreeMap<>();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> visibleRecent = FXCollections.unmodifiableObservableList(recent);

    private Settings(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.file = new PropertiesFile(folder.resolve(FILE));
    }

    /// The settings of this user.
    public static Settings load() {
        return load(SettingsFolder.CONFIG.path());
    }

    /// The settings in a folder, which need not exist.
    public static Settings load(Path folder) {
        Settings settings = new Settings(folder);
        settings.read(settings.file.read());
        return settings;
    }

    /// The folder that they are kept in.
    Path folder() {
        return folder;
    }

    private void read(Properties properties) {
        theme.set("dark".equals(properties.getProperty("theme")) ? Theme.DARK : Theme.LIGHT);
        reduceMotion.set("true".equals(properties.getProperty("reduce-motion")));
        numbers(properties.getProperty("speed", ""))
                .filter(list -> list.size() == 1 && list.getFirst() > 0 && list.getFirst() <= MOST_SPEED)
                .ifPresent(list -> speed.set(list.getFirst()));
        boolean maximized = "true".equals(properties.getProperty("window.maximized"));
        window.set(numbers(properties.getProperty("window", "")).flatMap(list -> SettingsWindow.of(list, maximized)));
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(DIVIDERS)) {
                numbers(properties.getProperty(key, ""))
                        .filter(Settings::areDividers)
                        .ifPresent(list -> dividers.put(key.substring(DIVIDERS.length()), list));
            } else if (key.startsWith(CHOICE)) {
                choices.put(key.substring(CHOICE.length()), properties.getProperty(key, ""));
            }
        }
        for (int i = 0; i < MOST_RECENT; i++) {
            path(properties.getProperty(RECENT + i, ""))
                    .filter(each -> !recent.contains(each))
                    .ifPresent(recent::add);
        }
    }

    private static Optional<List<Double>> numbers(String words) {
        try {
            List<Double> numbers =
                    Stream.of(words.strip().split("\\s+")).map(Double::valueOf).toList();
            return numbers.stream().allMatch(Double::isFinite) ? Optional.of(numbers) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean areDividers(List<Double> list) {
        return list.stream().allMatch(each -> each >= 0 && each <= 1);
    }

    private static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Writes them, whole or not at all; gives why not when it could not.
    public Optional<String> save() {
        Properties properties = new Properties();
        properties.setProperty("theme", theme.get() == Theme.DARK ? "dark" : "light");
        properties.setProperty("speed", Double.toString(speed.get()));
        properties.setProperty("reduce-motion", Boolean.toString(reduceMotion.get()));
        window.get().ifPresent(bounds -> {
            properties.setProperty("window", bounds.numbers());
            properties.setProperty("window.maximized", Boolean.toString(bounds.maximized()));
        });
        dividers.forEach((pane, positions) -> properties.setProperty(
                DIVIDERS + pane, positions.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        choices.forEach((key, value) -> properties.setProperty(CHOICE + key, value));
        for (int i = 0; i < recent.size(); i++) {
            properties.setProperty(RECENT + i, recent.get(i).toString());
        }
        return file.write(properties);
    }

    /// Puts a file at the head of the recent ones.
    public void opened(Path opened) {
        Path whole = opened.toAbsolutePath().normalize();
        List<Path> files = new ArrayList<>(recent);
        files.remove(whole);
        files.addFirst(whole);
        recent.setAll(files.subList(0, Math.min(MOST_RECENT, files.size())));
    }

    /// Takes a file that is gone out of the recent ones.
    public void forget(Path gone) {
        recent.remove(gone.toAbsolutePath().normalize());
    }

    /// The recent files, the last one first.
    public ObservableList<Path> recentFiles() {
        return visibleRecent;
    }

    /// Light or dark.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Events a second when playing.
    public DoubleProperty speedProperty() {
        return speed;
    }

    /// Whether the user wants less to move.
    public BooleanProperty reduceMotionProperty() {
        return reduceMotion;
    }

    /// Where the window was; empty at the first start.
    public ObjectProperty<Optional<SettingsWindow>> windowProperty() {
        return window;
    }

    /// What was chosen for a key the last time; empty when nothing was.
    public String choice(String key) {
        return choices.getOrDefault(key, "");
    }

    /// Remembers what was chosen for a key.
    public void choose(String key, String value) {
        choices.put(key, value);
    }

    /// The divider positions of a split pane, 0 to 1; empty when they were never moved.
    public List<Double> dividers(String pane) {
        return dividers.getOrDefault(pane, List.of());
    }

    /// Remembers the divider positions of a split pane; others than 0 to 1 are refused with
    /// [IllegalArgumentException].
    public void setDividers(String pane, List<Double> positions) {
        if (!areDividers(positions)) {
            throw new IllegalArgumentException("dividers " + positions);
        }
        dividers.put(pane, List.copyOf(positions));
    }
}
