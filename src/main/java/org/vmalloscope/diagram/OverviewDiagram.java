package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// All diagrams of a moment on one sheet, each in a panel with its title.
///
/// A wide sheet has two columns, a narrow one. A panel is as high as its diagram needs, so the sheet may be higher than
/// the frame.
final class OverviewDiagram {
    private static final double GAP = 10;
    private static final double HEAD = 30;
    private static final double TWO_COLUMNS = 1000;
    private static final double TALLEST = 620;
    private static final TextFont TITLE = TextFont.sans(12.5, Weight.SEMIBOLD);

    private final Moment moment;
    private final Frame frame;
    private final double width;
    private final Pen pen = new Pen();
    private final List<String> descriptions = new ArrayList<>();

    private OverviewDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.width = frame.roomWidth();
    }

    static Picture draw(Moment moment, Frame frame) {
        return new OverviewDiagram(moment, frame).picture();
    }

    static Diagram.FigureSize size(Moment moment) {
        return new Diagram.FigureSize(1840, draw(moment, Frame.of(1840, 100)).height());
    }

    static List<LegendEntry> legend(Moment moment) {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        for (Diagram diagram : Diagram.single()) {
            for (LegendEntry entry : diagram.legend(moment, ViewOptions.DEFAULT)) {
                entries.putIfAbsent(entry.words(), entry);
            }
        }
        return List.copyOf(entries.values());
    }

    private Picture picture() {
        double y = row(0, List.of(new Panel(Diagram.SPACE, width, 170)));
        if (width >= TWO_COLUMNS) {
            double left = Math.round((width - GAP) * 0.56);
            double right = width - GAP - left;
            y = row(y, List.of(new Panel(Diagram.TREE, left, 340), new Panel(Diagram.BLOCKS, right, 340)));
            Frame beside = Frame.of(left - 4, 240);
            if (Diagram.LISTS.draw(moment, beside).width() <= left) {
                y = row(y, List.of(new Panel(Diagram.LISTS, left, 270), new Panel(Diagram.PURGE, right, 270)));
                y = row(y, List.of(new Panel(Diagram.PAGES, width, 240)));
            } else {
                y = row(y, List.of(new Panel(Diagram.LISTS, width, 270)));
                y = row(y, List.of(new Panel(Diagram.PAGES, left, 270), new Panel(Diagram.PURGE, right, 270)));
            }
        } else {
            for (Diagram diagram : List.of(Diagram.TREE, Diagram.LISTS, Diagram.BLOCKS, Diagram.PURGE, Diagram.PAGES)) {
                y = row(y, List.of(new Panel(diagram, width, 280)));
            }
        }
        if (FirstChunkFacts.of(moment).isPresent()) {
            y = row(y, List.of(new Panel(Diagram.FIRST_CHUNK, width, 280)));
        }
        return new Picture(
                width, Math.max(frame.roomHeight(), y - GAP), "Overview", String.join(" ", descriptions), pen.shapes());
    }

    /// A place for a diagram: so wide, and at least so high.
    private record Panel(Diagram diagram, double width, double least) {}

    /// Draws panels beside each other, all as high as the highest; the first y below them.
    private double row(double top, List<Panel> panels) {
        List<Picture> pictures = panels.stream()
                .map(panel -> panel.diagram()
                        .draw(
                                moment,
                                Frame.of(panel.width() - 4, panel.least() - HEAD)
                                        .with(frame.options())))
                .toList();
        double high = pictures.stream().mapToDouble(Picture::height).max().orElse(0);
        double inner = Math.min(high, TALLEST);
        double x = 0;
        for (int at = 0; at < panels.size(); at++) {
            Panel panel = panels.get(at);
            Picture picture = pictures.get(at);
            pen.box(x + 0.5, top + 0.5, panel.width() - 1, inner + HEAD + 2, 8, Role.PANEL);
            pen.text(x + 14, top + HEAD / 2, TITLE, Role.TEXT, panel.diagram().title());
            pen.box(x + 1, top + HEAD - 1, panel.width() - 2, 1, 0, Role.RULE);
            boolean fits = picture.width() <= panel.width() && picture.height() <= TALLEST + 1;
            if (fits) {
                Group body = new Group("", picture.shapes(), picture.description());
                pen.add(body.moved(x + 2, top + HEAD));
            } else {
                String words = "larger than this sheet: see the diagram "
                        + panel.diagram().label();
                pen.fitted(x + 14, top + HEAD + 20, panel.width() - 28, TITLE, Role.TEXT_THIRD, words);
            }
            descriptions.add(panel.diagram().title() + ": " + picture.description());
            x += panel.width() + GAP;
        }
        return top + HEAD + inner + 3 + GAP;
    }
}
