package org.vmalloscope.picture;

/// A shape on its way from one picture to the next: painted with an opacity, and smaller or larger around its centre.
///
/// @param opacity 0 to 1
/// @param scale 1 as it is
public record Sprite(Shape shape, double opacity, double scale) {
    /// A shape as it is.
    static Sprite whole(Shape shape) {
        return new Sprite(shape, 1, 1);
    }
}
