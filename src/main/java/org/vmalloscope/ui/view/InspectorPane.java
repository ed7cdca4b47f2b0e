package org.vmalloscope.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.inspect.FieldRow;
import org.vmalloscope.inspect.Reference;
import org.vmalloscope.inspect.Sheet;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.ConsoleModel;
import org.vmalloscope.ui.model.InspectorModel;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.WatchModel.Watched;

/// The inspector: the fields of one object, who points at it, who wrote the chosen field, and the fields that are
/// watched.
final class InspectorPane extends VBox {
    private static final double LOW = 420;
    private static final double VERY_LOW = 195;

    private final InspectorModel model;
    private final Words words;
    private final InspectorHead head;
    private final ColumnLine columns = new ColumnLine();
    private final ListView<FieldRow> fields = new ListView<>();
    private final Label empty = new Label();
    private final WritersBox writers;
    private final VBox watched = new VBox();
    private final FlowPane references = new FlowPane(10, 0);
    private final ToggleButton pointed = new ToggleButton();
    private final ToggleButton bytes;
    private final ToggleButton watch;
    private final ToggleButton follow;
    private final LocksBar locks;
    private final VBox pointers;
    private boolean filling;
    private boolean writersAsked;

    InspectorPane(InspectorModel model, ConsoleModel console, SessionModel session, Words words) {
        this.model = model;
        this.words = words;
        this.head = new InspectorHead(words);
        this.writers = new WritersBox(model.writers(), session, words);
        this.bytes = Tools.toggle("inspector-bytes", Icon.CELLS, words.get("inspector.bytes"), this::fill);
        this.watch = Tools.toggle("inspector-watch", Icon.EYE, words.get("inspector.watch"), this::toggleWatch);
        this.follow = Tools.toggle("inspector-follow", Icon.SPOTLIGHT, words.get("inspector.follow"), model::follow);
        getStyleClass().add("vm-side-body");
        setId("inspector");
        fillFields();
        this.locks = new LocksBar(console, words, false);
        this.pointers = pointers();
        getChildren().setAll(tools(), head, columns, empty, fields, pointers, writers, watched, locks);
        model.sheetProperty().addListener((property, was, now) -> fill());
        model.referencesProperty().addListener((property, was, now) -> showReferences(now));
        model.watches().rows().addListener((ListChangeListener<Watched>) change -> showWatched());
        model.followingProperty().addListener((property, was, now) -> follow.setSelected(now));
        follow.setSelected(true);
        heightProperty().addListener((property, was, now) -> arrange());
        fill();
    }

    private HBox tools() {
        Button back = Tools.button("inspector-back", Icon.LEAVE, words.get("inspector.back"), model::back);
        Button forth = Tools.button("inspector-forth", Icon.ENTER, words.get("inspector.forth"), model::forth);
        back.disableProperty().bind(model.firstProperty());
        forth.disableProperty().bind(model.lastProperty());
        Button choose = new Button(words.get("inspector.choose"));
        choose.setId("inspector-choose");
        choose.getStyleClass().add("vm-tool");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(pressed -> choices().show(choose, Side.BOTTOM, 0, 2));
        HBox tools = new HBox(back, forth, follow, choose, Tools.space(), bytes, watch);
        tools.getStyleClass().add("vm-side-tools");
        return tools;
    }

    private ContextMenu choices() {
        ContextMenu menu = new ContextMenu();
        MenuItem changed = new MenuItem(words.get("inspector.follow"));
        changed.setOnAction(chosen -> model.follow());
        menu.getItems().add(changed);
        for (InspectorModel.Choice choice : model.choices()) {
            MenuItem item = new MenuItem(choice.name());
            item.setMnemonicParsing(false);
            item.setId("choose-" + choice.name());
            item.setOnAction(chosen -> model.inspect(choice.subject().address()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void fillFields() {
        columns.show(
                words.get("inspector.offset"),
                words.get("inspector.field"),
                words.get("inspector.value"),
                words.get("inspector.was"));
        columns.getStyleClass().add("vm-row-head");
        fields.setId("fields");
        fields.getStyleClass().add("vm-rows");
        fields.setFixedCellSize(ColumnLine.HEIGHT);
        fields.setCellFactory(view -> new FieldCell(model, words, bytes::isSelected));
        fields.setAccessibleText(words.get("inspector.list"));
        fields.setOnKeyPressed(this::pressed);
        fields.getSelectionModel().selectedItemProperty().addListener((property, was, now) -> {
            if (!filling && now != null) {
                model.choose(now.address());
                watch.setSelected(model.watches().isWatched(now.address()));
            }
        });
        empty.getStyleClass().add("vm-side-empty");
        empty.setWrapText(true);
        empty.setMinHeight(USE_PREF_SIZE);
    }

    private VBox pointers() {
        pointed.setId("inspector-pointed");
        pointed.getStyleClass().setAll("vm-fold");
        pointed.setGraphic(new IconNode(Icon.ENTER, 9));
        pointed.setText(words.get("inspector.pointed"));
        pointed.selectedProperty().bindBidirectional(model.referencesShownProperty());
        references.getStyleClass().add("vm-references");
        ScrollPane scroll = new ScrollPane(references);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("vm-rules-scroll");
        scroll.setMaxHeight(96);
        scroll.visibleProperty().bind(model.referencesShownProperty());
        scroll.managedProperty().bind(model.referencesShownProperty());
        VBox box = new VBox(pointed, scroll);
        box.setMinHeight(USE_PREF_SIZE);
        return box;
    }

    private void pressed(KeyEvent key) {
        FieldRow row = fields.getSelectionModel().getSelectedItem();
        boolean known = true;
        switch (key.getCode()) {
            case ENTER -> enter(Optional.ofNullable(row));
            case BACK_SPACE -> model.back();
            case W -> toggleWatch();
            case X -> bytes.fire();
            case COMMA -> model.writers().previous();
            case PERIOD -> model.writers().next();
            default -> known = false;
        }
        if (known) {
            key.consume();
        }
    }

    private void enter(Optional<FieldRow> row) {
        if (row.isPresent() && row.get().target() != 0) {
            model.inspect(row.get().target());
        } else if (row.isPresent()) {
            writersAsked = true;
            arrange();
            writers.focus();
        }
    }

    private void toggleWatch() {
        model.field().ifPresent(row -> model.watches().toggle(row.address()));
        fill();
    }

    /// Gives the fields the keys.
    void focusFields() {
        writersAsked = false;
        arrange();
        if (fields.getSelectionModel().isEmpty() && !fields.getItems().isEmpty()) {
            fields.getSelectionModel()
                    .select(model.field()
                            .map(row -> fields.getItems().indexOf(row))
                            .filter(index -> index >= 0)
                            .orElse(0));
        }
        fields.requestFocus();
    }

    /// In a low pane there is room for the fields or for who wrote one, and in a very low one for nothing else.
    private void arrange() {
        boolean roomy = getHeight() >= VERY_LOW;
        for (Node node : List.of(locks, pointers)) {
            node.setVisible(roomy);
            node.setManaged(roomy);
        }
        boolean low = getHeight() < LOW;
        boolean list = !low || writersAsked;
        writers.showAll(list);
        VBox.setVgrow(fields, list ? Priority.SOMETIMES : Priority.ALWAYS);
        VBox.setVgrow(writers, list ? Priority.ALWAYS : Priority.NEVER);
        boolean shown = !low || !writersAsked;
        fields.setVisible(shown && !fields.getItems().isEmpty());
        fields.setManaged(fields.isVisible());
        columns.setVisible(fields.isVisible());
        columns.setManaged(fields.isVisible());
    }

    private void fill() {
        filling = true;
        Optional<Sheet> sheet = model.sheetProperty().get();
        List<FieldRow> rows = sheet.map(Sheet::rows).orElse(List.of());
        head.show(sheet);
        empty.setText(head.missing(sheet));
        empty.setVisible(!empty.getText().isEmpty());
        empty.setManaged(empty.isVisible());
        fields.getItems().setAll(rows);
        fields.setMinHeight(Math.min(3, rows.size()) * ColumnLine.HEIGHT);
        fields.setPrefHeight(rows.size() * ColumnLine.HEIGHT + 2);
        fields.setMaxHeight(rows.size() * ColumnLine.HEIGHT + 2);
        fields.getSelectionModel().clearSelection();
        long chosen = model.chosenProperty().get();
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).address() == chosen) {
                fields.getSelectionModel().select(index);
            }
        }
        watch.setSelected(model.field()
                .map(row -> model.watches().isWatched(row.address()))
                .orElse(false));
        watch.setDisable(model.field().isEmpty());
        arrange();
        filling = false;
    }

    private void showReferences(List<Reference> all) {
        boolean shown = model.referencesShownProperty().get();
        pointed.setText(shown ? words.get("inspector.pointed.count", all.size()) : words.get("inspector.pointed"));
        references.getChildren().clear();
        for (Reference reference : all) {
            String into = reference.into().isEmpty() ? "" : " → " + reference.into();
            Hyperlink link = new Hyperlink(reference.label() + into);
            link.getStyleClass().add("vm-link");
            link.setOnAction(chosen -> model.inspect(reference.address()));
            references.getChildren().add(link);
        }
    }

    private void showWatched() {
        watched.getChildren().clear();
        List<Watched> rows = model.watches().rows();
        watched.setMinHeight(USE_PREF_SIZE);
        watched.getStyleClass().setAll("vm-watched");
        if (rows.isEmpty()) {
            return;
        }
        Label title = new Label(words.get("watch.title"));
        title.getStyleClass().add("vm-writers-title");
        watched.getChildren().add(title);
        rows.forEach(row -> watched.getChildren().add(new WatchLine(row, model, words)));
    }
}
