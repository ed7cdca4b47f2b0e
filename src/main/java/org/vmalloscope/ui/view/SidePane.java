package org.vmalloscope.ui.view;

import javafx.scene.Node;

/// Something that explains, shown in the column at the right of the diagrams; its id is used by tests and settings.
record SidePane(String id, String title, Node body) {}
