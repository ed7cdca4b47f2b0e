package org.vmalloscope.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Who does long work, and who hands its results over.
///
/// @param background runs what may take long; never what touches a view model
/// @param fxThread runs what does
public record Workers(Executor background, Executor fxThread) {
    /// Does work in the background and hands over on the FX thread what came of it.
    <T> void run(Supplier<T> work, Consumer<T> taker) {
        background.execute(() -> {
            T result = work.get();
            fxThread.execute(() -> taker.accept(result));
        });
    }
}
