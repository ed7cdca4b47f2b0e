package org.vmalloscope.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A set of colours for one purpose, read once from `themes/*.properties`, and the styles that follow from it.
public enum Theme {
    /// For bright rooms.
    LIGHT,
    /// For dark rooms.
    DARK,
    /// For paper: white ground, patterns and outlines instead of fills, legible in greys.
    PRINT;

    private final Map<Token, Colour> colours;
    private final Map<Role, Style> styles;

    Theme() {
        boolean onPaper = name().equals("PRINT");
        colours = read(name().toLowerCase(Locale.ROOT));
        EnumMap<Role, Style> resolved = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            resolved.put(role, role.look().resolve(colours, onPaper));
        }
        styles = Collections.unmodifiableMap(resolved);
    }

    /// The value of a token in this theme.
    public Colour colour(Token token) {
        return present(colours.get(token), token);
    }

    /// How a role is painted in this theme.
    public Style style(Role role) {
        return present(styles.get(role), role);
    }

    /// The ground that pictures stand on.
    public Colour canvas() {
        return colour(Token.CANVAS);
    }

    private static <T> T present(@Nullable T value, Enum<?> key) {
        if (value == null) {
            throw new IllegalStateException("no value for " + key);
        }
        return value;
    }

    private static Map<Token, Colour> read(String theme) {
        String file = "/themes/" + theme + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Theme.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the program: " + file);
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable: " + file, e);
        }
        EnumMap<Token, Colour> colours = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            String value = properties.getProperty(token.key());
            if (value == null) {
                throw new IllegalStateException(file + " lacks " + token.key());
            }
            colours.put(token, Colour.parse(value));
        }
        if (properties.size() != colours.size()) {
            throw new IllegalStateException(file + " has names that no token has");
        }
        return Collections.unmodifiableMap(colours);
    }
}
