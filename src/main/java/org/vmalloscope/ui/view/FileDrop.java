package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Opens a file that is dropped on the window, whatever it is called: what it is, its content tells.
record FileDrop(Consumer<Path> opener) {
    void on(Scene scene) {
        scene.setOnDragOver(event -> {
            if (file(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        Optional<File> file = file(event.getDragboard());
        file.ifPresent(found -> opener.accept(found.toPath()));
        event.setDropCompleted(file.isPresent());
        event.consume();
    }

    private static Optional<File> file(Dragboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return files.stream().filter(File::isFile).findFirst();
    }
}
