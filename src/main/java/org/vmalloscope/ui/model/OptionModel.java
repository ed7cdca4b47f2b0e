package org.vmalloscope.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What a person chooses about how diagrams are drawn, remembered in the settings. Used on the FX thread.
public final class OptionModel {
    private static final String HIGH_FIRST = "high-first";
    private static final String MERGED = "merged";

    private final BooleanProperty highFirst = new SimpleBooleanProperty();
    private final BooleanProperty merged = new SimpleBooleanProperty();

    public OptionModel(SessionModel session, Settings settings) {
        highFirst.set(Boolean.parseBoolean(settings.choice(HIGH_FIRST)));
        merged.set(Boolean.parseBoolean(settings.choice(MERGED)));
        Runnable tell = () -> session.options()
                .set(session.options().get().withHighFirst(highFirst.get()).withMerged(merged.get()));
        highFirst.addListener((property, was, now) -> {
            settings.choose(HIGH_FIRST, now.toString());
            tell.run();
        });
        merged.addListener((property, was, now) -> {
            settings.choose(MERGED, now.toString());
            tell.run();
        });
        tell.run();
    }

    /// Whether the address space begins with its highest addresses.
    public BooleanProperty highFirstProperty() {
        return highFirst;
    }

    /// Whether the pages of a block stand in one matrix.
    public BooleanProperty mergedProperty() {
        return merged;
    }
}
