package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Pictures glide into each other: only what has moved moves.
final class TweenTest {
    private static Group node(String id, double x, double y) {
        return new Group(id, List.of(new Box(x, y, 40, 20, 3, Role.BLACK_NODE)));
    }

    private static Path edge(String from, String to, double x1, double y1, double x2, double y2) {
        return Path.curve(
                "edge:" + from + ">" + to, x1, y1, new Path.Cubic(x1, y2, x2, y1, x2, y2), Heads.NONE, Role.EDGE);
    }

    private static Picture picture(Shape... shapes) {
        return new Picture(400, 300, "", "", List.of(shapes));
    }

    private static Sprite last(List<Sprite> sprites, String id) {
        return sprites.stream()
                .filter(sprite -> sprite.shape().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equalPicturesAreStill() {
        assertTrue(new Tween(picture(node("a", 0, 0)), picture(node("a", 0, 0))).isStill());
    }

    @Test
    void whatHasMovedIsHalfWayAfterHalfTheTime() {
        Tween tween = new Tween(picture(node("a", 0, 0)), picture(node("a", 100, 40)));
        assertEquals(0.22, tween.seconds());
        assertEquals(
                new Bounds(50, 20, 40, 20), last(tween.at(0.11), "a").shape().bounds());
        assertEquals(
                new Bounds(100, 40, 40, 20), last(tween.at(0.22), "a").shape().bounds());
    }

    @Test
    void whatIsNewComesFromNineTenthsOfItsSize() {
        Tween tween = new Tween(picture(), picture(node("a", 0, 0)));
        assertEquals(new Sprite(node("a", 0, 0), 0, 0.9), last(tween.at(0), "a"));
        assertEquals(new Sprite(node("a", 0, 0), 1, 1), last(tween.at(0.16), "a"));
    }

    @Test
    void whatIsGoneFadesAndIsGone() {
        Tween tween = new Tween(picture(node("a", 0, 0)), picture());
        assertEquals(0.5, last(tween.at(0.06), "a").opacity(), 1e-9);
        assertEquals(List.of(), tween.at(0.12));
    }

    @Test
    void aRingIsThereSoonerThanAnythingElse() {
        Box ring = new Box(0, 0, 10, 10, 2, Role.CHANGED_RING);
        Tween tween = new Tween(picture(), picture(ring));
        assertEquals(List.of(new Sprite(ring, 1, 1)), tween.at(0.08));
    }

    @Test
    void inARotationThePivotsGoBeforeTheSubtrees() {
        Picture before =
                picture(edge("a", "b", 100, 20, 150, 100), node("a", 100, 0), node("b", 150, 100), node("c", 200, 200));
        Picture after =
                picture(edge("b", "a", 150, 20, 100, 100), node("a", 100, 100), node("b", 150, 0), node("c", 200, 100));
        Tween tween = new Tween(before, after);
        assertEquals(0.42, tween.seconds());
        List<Sprite> early = tween.at(0.42 * 0.4);
        assertTrue(last(early, "b").shape().bounds().y() < 40);
        assertEquals(200, last(early, "c").shape().bounds().y());
        List<Sprite> end = tween.at(0.42);
        assertEquals(100, last(end, "c").shape().bounds().y());
        assertEquals(new Bounds(100, 20, 50, 80), last(end, "edge:b>a").shape().bounds());
    }

    @Test
    void anEdgeStaysTiedToItsNodesOnTheirWay() {
        Picture before = picture(edge("a", "b", 10, 20, 60, 50), node("a", 0, 0), node("b", 50, 50));
        Picture after = picture(edge("a", "b", 10, 20, 60, 90), node("a", 0, 0), node("b", 50, 90));
        Bounds edge =
                last(new Tween(before, after).at(0.11), "edge:a>b").shape().bounds();
        assertEquals(20, edge.y(), 1e-9);
        assertEquals(70, edge.bottom(), 1e-9);
    }
}
