package org.vmalloscope.ui.view;

import javafx.scene.Node;

/// Whether a node can be seen by anybody: what runs by the clock has nothing to do in a window that was closed.
final class NodeInWindow {
    private NodeInWindow() {}

    static boolean isShowing(Node node) {
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }
}
