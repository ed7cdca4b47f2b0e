package org.vmalloscope.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.ui.model.LinkModel;
import org.vmalloscope.ui.model.MarginModel;
import org.vmalloscope.ui.model.MarginModel.Chip;

/// The mark right of a line that made an area: the look that the area has now. Pointing at it points at the area, a
/// click selects it.
final class ChipCell extends Region {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
    /// px
    static final double WIDTH = 26;

    private static final double LEFT = 4;

    private static final double HEIGHT = 15;
    private static final double MIDDLE = (LEFT + WIDTH - 1) / 2;

    private final int number;
    private final MarginModel margin;
    private final LinkModel links;
    private final Supplier<FxPainter> painter;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Tooltip tip = new Tooltip();
    private final DoubleProperty height = new SimpleDoubleProperty();
    private Optional<Chip> shown = Optional.empty();
    private @Nullable FxPainter paintedWith;

    ChipCell(int line, MarginModel margin, LinkModel links, Supplier<FxPainter> painter) {
        this.number = line;
        this.margin = margin;
        this.links = links;
        this.painter = painter;
        getStyleClass().add("vm-chip-cell");
        getChildren().add(canvas);
        height.addListener((property, was, now) -> resize(WIDTH, now.doubleValue()));
        setOnMouseEntered(entered -> shown.ifPresent(chip -> links.hover(chip.id())));
        setOnMouseExited(left -> links.hover(""));
        setOnMouseClicked(click -> shown.ifPresent(chip -> links.select(chip.id())));
    }

    /// Is as high as the line from now on.
    void heightFrom(ReadOnlyDoubleProperty line) {
        height.bind(line);
    }

    /// Shows the area that is there now.
    void update() {
        Optional<Chip> chip = margin.chip(number);
        setVisible(chip.isPresent());
        pseudoClassStateChanged(NOW, margin.progress(number) == MarginModel.Progress.NOW);
        pseudoClassStateChanged(
                LINKED,
                chip.isPresent()
                        && links.hoveredProperty().get().equals(chip.get().id()));
        if (!chip.equals(shown) || paintedWith != painter.get()) {
            shown = chip;
            paint(chip, painter.get());
        }
    }

    private void paint(Optional<Chip> chip, FxPainter with) {
        paintedWith = with;
        with.clear(canvas.getGraphicsContext2D(), WIDTH, HEIGHT);
        Tooltip.uninstall(this, tip);
        chip.ifPresent(made -> {
            Kind kind = made.kind();
            with.paintOver(
                    List.of(
                            new Box(LEFT, 1, WIDTH - LEFT - 1, HEIGHT - 2, 3, kind.area()),
                            new Box(MIDDLE - 6, 2, 12, HEIGHT - 4, 0, kind.plate()),
                            new Glyph(kind.icon(), MIDDLE, HEIGHT / 2, 9, kind.area())),
                    canvas.getGraphicsContext2D(),
                    new Bounds(0, 0, WIDTH, HEIGHT),
                    1);
            tip.setText(made.names());
            Tooltip.install(this, tip);
        });
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(0, Math.rint((getHeight() - HEIGHT) / 2));
    }
}
