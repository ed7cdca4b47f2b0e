package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vmalloscope.diagram.SpaceContents.Stretch;
import org.vmalloscope.kernel.Machine;

/// Where an address stands in a strip, and which address stands at a place.
///
/// The scale is uniform but for folds. A fold takes the middle out of a long stretch in which nothing begins or ends,
/// and leaves some of the stretch at either side. At zoom *z* every place is *z* times as far from the left edge of the
/// picture as at zoom 1, so that a place keeps its share of the picture.
///
/// Positions are stable: the scale is one of a ladder, and what is left of the width opens the largest hole. While
/// that has room, a new area beside it moves no other.
final class SpaceScale {
    private static final double LARGEST = 36;
    private static final double RUNG = 1.3;
    private static final double[] FOLD_SIZES = {1, 0.75, 0.5, 0.3, 0.15, 0.07, 0.03};
    private static final double MOST_FOLDED = 0.62;
    private static final double EASY_TO_READ = 20;

    private static final double HOLE_FOLD = 58;
    private static final double HOLE_SIDE = 22;
    private static final double AREA_FOLD = 46;
    private static final double AREA_BELOW = 66;
    private static final double AREA_ABOVE = 30;

    private final long start;
    private final long span;
    private final double left;
    private final double width;
    private final double zoom;
    private final boolean highFirst;
    private final double page;
    private final long[] offsets;
    private final double[] places;
    private final List<Fold> folds;

    /// A part that is not to scale: the addresses `[from, to)`, in the middle of a stretch.
    ///
    /// @param left its first x, `right` the one after it, whatever the direction
    /// @param stretch what it is taken out of
    record Fold(long from, long to, double left, double right, Stretch stretch) {
        double middle() {
            return (left + right) / 2;
        }

        double width() {
            return right - left;
        }
    }

    private SpaceScale(
            SpaceContents contents, List<Stretch> foldable, double left, double width, double zoom, boolean highFirst) {
        this.start = contents.start();
        this.span = contents.end() - contents.start();
        this.left = left;
        this.width = width;
        this.zoom = zoom;
        this.highFirst = highFirst;
        Fit fit = new Fit(contents, foldable, width);
        this.page = fit.page;
        List<double[]> found = fit.folds();
        int count = found.size();
        offsets = new long[2 * count + 2];
        places = new double[2 * count + 2];
        folds = new ArrayList<>(count);
        double perByte = page / Machine.PAGE_SIZE;
        double x = 0;
        long at = 0;
        int knot = 1;
        for (double[] fold : found) {
            Stretch stretch = foldable.get((int) fold[0]);
            long from = stretch.from() - start + (long) (fold[1] / perByte);
            long to = stretch.to() - start - (long) (fold[3] / perByte);
            x += (from - at) * perByte;
            offsets[knot] = from;
            places[knot++] = x;
            x += fold[2];
            offsets[knot] = to;
            places[knot++] = x;
            at = to;
        }
        offsets[knot] = span;
        places[knot] = x + (span - at) * perByte;
        stretchTo(places, width);
        for (int index = 0; index < count; index++) {
            long from = start + offsets[2 * index + 1];
            long to = start + offsets[2 * index + 2];
            Stretch stretch = foldable.get((int) found.get(index)[0]);
            folds.add(new Fold(from, to, Math.min(x(from), x(to)), Math.max(x(from), x(to)), stretch));
        }
    }

    /// The scale for a strip that begins at `left` and is `width` px wide at zoom 1.
    static SpaceScale of(SpaceContents contents, double left, double width, double zoom, boolean highFirst) {
        return of(contents, contents.foldable(), left, width, zoom, highFirst);
    }

    /// The same; of `foldable` it folds what it must.
    static SpaceScale of(
            SpaceContents contents, List<Stretch> foldable, double left, double width, double zoom, boolean highFirst) {
        return new SpaceScale(contents, foldable, left, Math.max(1, width), zoom, highFirst);
    }

    private static void stretchTo(double[] places, double width) {
        double factor = width / places[places.length - 1];
        for (int index = 0; index < places.length; index++) {
            places[index] *= factor;
        }
    }

    /// The place of an address; of one outside of the space, the end that it lies beyond.
    double x(long address) {
        long offset = address - start;
        if (Long.compareUnsigned(address, start) < 0) {
            offset = 0;
        } else if (Long.compareUnsigned(offset, span) > 0) {
            offset = span;
        }
        int at = Arrays.binarySearch(offsets, offset);
        if (at < 0) {
            at = -at - 2;
        }
        double x = places[Math.min(at, places.length - 1)];
        if (at < offsets.length - 1 && offset != offsets[at]) {
            double share = (offset - offsets[at]) / (double) (offsets[at + 1] - offsets[at]);
            x += share * (places[at + 1] - places[at]);
        }
        return (left + (highFirst ? width - x : x)) * zoom;
    }

    /// The address at a place; beyond an end of the strip, that end.
    long address(double x) {
        double inside = x / zoom - left;
        double place = Math.clamp(highFirst ? width - inside : inside, 0, width);
        int at = Arrays.binarySearch(places, place);
        if (at < 0) {
            at = -at - 2;
        }
        if (at >= places.length - 1) {
            return start + span;
        }
        double length = places[at + 1] - places[at];
        double share = length > 0 ? (place - places[at]) / length : 0;
        return start + offsets[at] + (long) (share * (offsets[at + 1] - offsets[at]));
    }

    /// Px that a page takes where nothing is folded.
    double page() {
        return page * zoom;
    }

    /// The first x of the strip.
    double left() {
        return left * zoom;
    }

    /// The first x after the strip.
    double right() {
        return (left + width) * zoom;
    }

    boolean highFirst() {
        return highFirst;
    }

    /// What is not to scale, ascending by address.
    List<Fold> folds() {
        return folds;
    }

    /// Which stretches are folded at which scale, so that everything fits into a width.
    private static final class Fit {
        private final List<Stretch> foldable;
        private final double uniform;
        private final double width;
        private double page;
        private double size;

        Fit(SpaceContents contents, List<Stretch> foldable, double width) {
            this.foldable = foldable;
            this.width = width;
            double pages = (contents.end() - contents.start()) / (double) Machine.PAGE_SIZE;
            for (Stretch stretch : foldable) {
                pages -= stretch.pages();
            }
            this.uniform = pages;
            for (double smaller : FOLD_SIZES) {
                size = smaller;
                page = largestScale();
                if (page >= EASY_TO_READ || foldedWidth() <= MOST_FOLDED * width) {
                    break;
                }
            }
        }

        private double largestScale() {
            double scale = LARGEST;
            while (widthAt(scale) > width && scale > Double.MIN_NORMAL) {
                scale /= RUNG;
            }
            return scale;
        }

        private double widthAt(double scale) {
            double sum = uniform * scale;
            for (Stretch stretch : foldable) {
                sum += Math.min(stretch.pages() * scale, folded(stretch));
            }
            return sum;
        }

        private double foldedWidth() {
            double sum = 0;
            for (Stretch stretch : foldable) {
                sum += isFolded(stretch) ? folded(stretch) : 0;
            }
            return sum;
        }

        private boolean isFolded(Stretch stretch) {
            return stretch.pages() * page > folded(stretch);
        }

        private double folded(Stretch stretch) {
            return below(stretch) + middle(stretch) + above(stretch);
        }

        private double below(Stretch stretch) {
            return size * (stretch.hole() ? stretch.after() ? HOLE_SIDE : 0 : AREA_BELOW);
        }

        private double middle(Stretch stretch) {
            return size * (stretch.hole() ? HOLE_FOLD : AREA_FOLD);
        }

        private double above(Stretch stretch) {
            return size * (stretch.hole() ? stretch.before() ? HOLE_SIDE : 0 : AREA_ABOVE);
        }

        /// For each fold the number of its stretch and the px below, in and above the fold.
        List<double[]> folds() {
            List<double[]> found = new ArrayList<>();
            double[] widest = {};
            double most = 0;
            for (int index = 0; index < foldable.size(); index++) {
                Stretch stretch = foldable.get(index);
                if (isFolded(stretch)) {
                    double[] fold = {index, below(stretch), middle(stretch), above(stretch)};
                    found.add(fold);
                    if (stretch.hole() && stretch.pages() > most) {
                        most = stretch.pages();
                        widest = fold;
                    }
                }
            }
            if (widest.length > 0) {
                open(widest, Math.min(width - widthAt(page), most * page - folded(foldable.get((int) widest[0]))));
            }
            return found;
        }

        /// Gives px that are left over to the sides of a fold, where new areas will stand.
        private void open(double[] fold, double left) {
            Stretch stretch = foldable.get((int) fold[0]);
            double below = !stretch.before() ? left : stretch.after() ? left / 2 : 0;
            fold[1] += Math.max(0, below);
            fold[3] += Math.max(0, left - below);
        }
    }
}
