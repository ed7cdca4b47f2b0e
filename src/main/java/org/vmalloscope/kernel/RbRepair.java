package org.vmalloscope.kernel;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.kernel.RbTree.BLACK;
import static org.vmalloscope.kernel.RbTree.RED;

import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.TreeCase;

/// What keeps a red-black tree balanced: rotations and colours after a node was linked, or taken out.
///
/// Kernel: rb_insert_color, rb_erase, __rb_erase_color, __rb_rotate_left and __rb_rotate_right of lib/rbtree.c, 2.6.32.
/// What the kernel writes twice, once for each side, stands here once.
final class RbRepair {
    private static final String INSERT_COLOR = "rb_insert_color";
    private static final String ERASE = "rb_erase";
    private static final String ERASE_COLOR = "__rb_erase_color";

    private final RbTree tree;
    private final RbWords words;

    RbRepair(RbTree tree, RbWords words) {
        this.tree = tree;
        this.words = words;
    }

    /// Rotates `node` down to the left (its right child rises), or to the right.
    private void rotate(long node, boolean toLeft, TreeCase why) {
        String function = toLeft ? "__rb_rotate_left" : "__rb_rotate_right";
        words.enter(function, address("node", node));
        words.note(new RotationBegun(toLeft, node, why));
        words.line("rising");
        long rising = tree.child(node, !toLeft);
        long parent = tree.parent(node);
        words.line("moving", address("rising", rising), address("parent", parent));
        long moving = tree.child(rising, toLeft);
        words.line("inner", address("moving", moving));
        tree.setChild(node, !toLeft, moving);
        words.line("back");
        if (moving != 0) {
            tree.setParent(moving, node);
        }
        words.line("down");
        tree.setChild(rising, toLeft, node);
        words.line("up");
        tree.setParent(rising, parent);
        words.line("hang");
        tree.replaceChild(parent, node, rising);
        words.line("under");
        tree.setParent(node, rising);
        words.leave(function);
    }

    void insertColor(long inserted) {
        words.enter(INSERT_COLOR, address("node", inserted));
        long node = inserted;
        long parent = tree.parent(node);
        words.line("while", address("parent", parent));
        while (parent != 0 && tree.isRed(parent)) {
            words.line("grand");
            long grandparent = tree.parent(parent);
            boolean parentIsLeft = tree.left(grandparent) == parent;
            words.line("uncle", address("grandparent", grandparent));
            long uncle = tree.child(grandparent, !parentIsLeft);
            words.line("red", address("uncle", uncle));
            if (uncle != 0 && tree.isRed(uncle)) {
                recolour(uncle, parent, grandparent);
                words.line("climb");
                node = grandparent;
            } else {
                node = rotateGrandparent(node, parent, grandparent, parentIsLeft);
            }
            parent = tree.parent(node);
            words.line("while", address("node", node), address("parent", parent));
        }
        words.line("root");
        tree.paint(tree.root(), BLACK, TreeCase.INSERT_ROOT);
        words.leave(INSERT_COLOR);
    }

    private void recolour(long uncle, long parent, long grandparent) {
        words.line("uncle-black");
        tree.paint(uncle, BLACK, TreeCase.INSERT_RED_UNCLE);
        words.line("parent-black");
        tree.paint(parent, BLACK, TreeCase.INSERT_RED_UNCLE);
        words.line("grand-red");
        tree.paint(grandparent, RED, TreeCase.INSERT_RED_UNCLE);
    }

    /// The uncle is black: at most two rotations, and the tree is in order. Returns what is the node afterwards.
    private long rotateGrandparent(long inserted, long insertedUnder, long grandparent, boolean parentIsLeft) {
        long node = inserted;
        long parent = insertedUnder;
        words.line("inner");
        if (tree.child(parent, !parentIsLeft) == node) {
            words.line("outward");
            rotate(parent, parentIsLeft, TreeCase.INSERT_INNER_CHILD);
            words.line("swap");
            node = insertedUnder;
            parent = inserted;
        }
        words.line("black", address("node", node), address("parent", parent));
        tree.paint(parent, BLACK, TreeCase.INSERT_OUTER_CHILD);
        words.line("redden");
        tree.paint(grandparent, RED, TreeCase.INSERT_OUTER_CHILD);
        words.line("rotate");
        rotate(grandparent, !parentIsLeft, TreeCase.INSERT_OUTER_CHILD);
        return node;
    }

    void erase(long node) {
        words.enter(ERASE, address("node", node));
        words.line("two");
        if (tree.left(node) != 0 && tree.right(node) != 0) {
            eraseWithTwoChildren(node);
        } else {
            words.line("only");
            long child = tree.left(node) != 0 ? tree.left(node) : tree.right(node);
            long parent = tree.parent(node);
            boolean wasBlack = tree.isBlack(node);
            words.line("lift", address("child", child), address("parent", parent));
            if (child != 0) {
                tree.setParent(child, parent);
            }
            words.line("hang");
            tree.replaceChild(parent, node, child);
            repairWhenBlack(wasBlack, child, parent);
        }
        words.leave(ERASE);
    }

    private void eraseWithTwoChildren(long old) {
        words.line("successor");
        long successor = tree.right(old);
        words.line("leftmost", address("successor", successor));
        while (tree.left(successor) != 0) {
            words.line("deeper");
            successor = tree.left(successor);
            words.line("leftmost", address("successor", successor));
        }
        words.note(new Recoloured(successor, tree.isBlack(old), TreeCase.ERASE_SUCCESSOR));
        words.line("place");
        tree.replaceChild(tree.parent(old), old, successor);
        words.line("leaves");
        long child = tree.right(successor);
        long parent = tree.parent(successor);
        boolean wasBlack = tree.isBlack(successor);
        words.line("near", address("child", child), address("parent", parent));
        if (parent == old) {
            words.line("own");
            parent = successor;
        } else {
            unlink(old, successor);
        }
        words.line("take", address("parent", parent));
        words.store(successor, words.load(old));
        words.line("left");
        tree.setLeft(successor, tree.left(old));
        words.line("left-up");
        tree.setParent(tree.left(old), successor);
        repairWhenBlack(wasBlack, child, parent);
    }

    /// Closes the gap that the successor leaves further below, and gives it the right subtree.
    private void unlink(long old, long successor) {
        long child = tree.right(successor);
        long parent = tree.parent(successor);
        words.line("mend");
        if (child != 0) {
            tree.setParent(child, parent);
        }
        words.line("close");
        tree.setLeft(parent, child);
        words.line("right");
        tree.setRight(successor, tree.right(old));
        words.line("right-up");
        tree.setParent(tree.right(old), successor);
    }

    private void repairWhenBlack(boolean wasBlack, long child, long parent) {
        words.line("black");
        if (wasBlack) {
            words.line("repair");
            eraseColor(child, parent);
        }
    }

    /// Repairs the tree after a black node left it: `node`, which may be 0, lacks one black on its path.
    private void eraseColor(long moved, long movedUnder) {
        words.enter(ERASE_COLOR, address("node", moved), address("parent", movedUnder));
        long node = moved;
        long parent = movedUnder;
        words.line("while");
        while (tree.isBlackOrNull(node) && node != tree.root()) {
            boolean nodeIsLeft = tree.left(parent) == node;
            long sibling = blackSibling(parent, nodeIsLeft);
            words.line("nephews", address("sibling", sibling));
            if (tree.isBlackOrNull(tree.left(sibling)) && tree.isBlackOrNull(tree.right(sibling))) {
                words.line("sibling-red");
                tree.paint(sibling, RED, TreeCase.ERASE_BLACK_NEPHEWS);
                words.line("climb");
                node = parent;
                parent = tree.parent(node);
            } else {
                lendColor(parent, sibling, nodeIsLeft);
                words.line("root");
                node = tree.root();
                break;
            }
            words.line("while", address("node", node), address("parent", parent));
        }
        words.line("paint", address("node", node));
        if (node != 0) {
            tree.paint(node, BLACK, TreeCase.ERASE_DONE);
        }
        words.leave(ERASE_COLOR);
    }

    /// The sibling of a node that lacks a black; a red one is rotated away first.
    private long blackSibling(long parent, boolean nodeIsLeft) {
        words.line("sibling");
        long sibling = tree.child(parent, !nodeIsLeft);
        words.line("red", address("sibling", sibling));
        if (tree.isRed(sibling)) {
            words.line("swap-black");
            tree.paint(sibling, BLACK, TreeCase.ERASE_RED_SIBLING);
            words.line("swap-red");
            tree.paint(parent, RED, TreeCase.ERASE_RED_SIBLING);
            words.line("toward");
            rotate(parent, nodeIsLeft, TreeCase.ERASE_RED_SIBLING);
            words.line("next");
            sibling = tree.child(parent, !nodeIsLeft);
        }
        return sibling;
    }

    /// The last step of the repair: a red nephew makes up for the missing black.
    private void lendColor(long parent, long firstSibling, boolean nodeIsLeft) {
        long sibling = firstSibling;
        words.line("outer");
        if (tree.isBlackOrNull(tree.child(sibling, !nodeIsLeft))) {
            words.line("inner-black");
            long inner = tree.child(sibling, nodeIsLeft);
            if (inner != 0) {
                tree.paint(inner, BLACK, TreeCase.ERASE_INNER_NEPHEW);
            }
            words.line("inner-red");
            tree.paint(sibling, RED, TreeCase.ERASE_INNER_NEPHEW);
            words.line("away");
            rotate(sibling, !nodeIsLeft, TreeCase.ERASE_INNER_NEPHEW);
            words.line("risen");
            sibling = tree.child(parent, !nodeIsLeft);
        }
        words.line("lend", address("sibling", sibling));
        tree.paint(sibling, tree.isBlack(parent) ? BLACK : RED, TreeCase.ERASE_OUTER_NEPHEW);
        words.line("parent-black");
        tree.paint(parent, BLACK, TreeCase.ERASE_OUTER_NEPHEW);
        words.line("outer-black");
        long outer = tree.child(sibling, !nodeIsLeft);
        if (outer != 0) {
            tree.paint(outer, BLACK, TreeCase.ERASE_OUTER_NEPHEW);
        }
        words.line("last");
        rotate(parent, nodeIsLeft, TreeCase.ERASE_OUTER_NEPHEW);
    }
}
