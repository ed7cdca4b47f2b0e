package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.memory.MemoryReader;

/// A red-black tree of embedded nodes with parent pointers.
///
/// Kernel: lib/rbtree.c, 2.6.32. A node is three words: parent and colour (0 red, 1 black in the lowest bit), right,
/// left. `root` is the address of the word that holds the root's address. Insertion links a red leaf where the caller
/// descended to and repairs upwards; erasing moves the successor object itself into the place of a node with two
/// children, so that nodes keep their identity.
///
/// Invariants after every operation: the root is black, a red node has no red child, every path from a node to a
/// missing child passes the same number of black nodes, and a child's parent pointer leads back.
public final class RbTree {
    private static final long RED = 0;
    private static final long BLACK = 1;
    private static final long COLOR = 1;

    private final RbWords words;
    private final long root;

    /// `words` decides how wide a word is, and whether stores and notes are seen.
    RbTree(RbWords words, long root) {
        this.words = words;
        this.root = root;
    }

    /// The tree of a kernel as a reader sees it; what would change it is refused.
    public static RbTree reading(MemoryReader memory, long root) {
        return new RbTree(new RbWords.ReadOnly(memory), root);
    }

    /// The root node, or 0.
    public long root() {
        return words.load(root);
    }

    public long parent(long node) {
        return words.load(node) & ~COLOR;
    }

    public boolean isBlack(long node) {
        return (words.load(node) & COLOR) == BLACK;
    }

    private boolean isRed(long node) {
        return !isBlack(node);
    }

    private boolean isBlackOrNull(long node) {
        return node == 0 || isBlack(node);
    }

    public long right(long node) {
        return words.load(node + words.width());
    }

    public long left(long node) {
        return words.load(node + 2L * words.width());
    }

    /// RB_CLEAR_NODE: the mark of a node that is in no tree is itself as its parent.
    public void clearNode(long node) {
        setParent(node, node);
    }

    /// RB_EMPTY_NODE: whether the node bears that mark.
    public boolean isClear(long node) {
        return parent(node) == node;
    }

    private void setParent(long node, long parent) {
        words.store(node, words.load(node) & COLOR | parent);
    }

    private void paint(long node, long color, TreeCase why) {
        words.note(new Recoloured(node, color == BLACK, why));
        words.store(node, words.load(node) & ~COLOR | color);
    }

    private void setRight(long node, long child) {
        words.store(node + words.width(), child);
    }

    private void setLeft(long node, long child) {
        words.store(node + 2L * words.width(), child);
    }

    private void setChild(long node, boolean left, long child) {
        if (left) {
            setLeft(node, child);
        } else {
            setRight(node, child);
        }
    }

    private long child(long node, boolean left) {
        return left ? left(node) : right(node);
    }

    /// Makes `newChild` what hung where `node` hangs.
    private void replaceChild(long parent, long node, long newChild) {
        if (parent == 0) {
            words.store(root, newChild);
        } else {
            setChild(parent, left(parent) == node, newChild);
        }
    }

    /// rb_link_node: a red leaf under `parent` (0 for an empty tree), on the side the descent ended.
    public void link(long node, long parent, boolean left) {
        words.store(node, parent);
        setLeft(node, 0);
        setRight(node, 0);
        if (parent == 0) {
            words.store(root, node);
        } else {
            setChild(parent, left, node);
        }
    }

    /// Rotates `node` down to the left (its right child rises), or to the right.
    private void rotate(long node, boolean toLeft, TreeCase why) {
        words.note(new RotationBegun(toLeft, node, why));
        long rising = child(node, !toLeft);
        long parent = parent(node);
        long moving = child(rising, toLeft);
        setChild(node, !toLeft, moving);
        if (moving != 0) {
            setParent(moving, node);
        }
        setChild(rising, toLeft, node);
        setParent(rising, parent);
        replaceChild(parent, node, rising);
        setParent(node, rising);
    }

    /// rb_insert_color: repairs the tree after [#link].
    public void insertColor(long inserted) {
        long node = inserted;
        long parent = parent(node);
        while (parent != 0 && isRed(parent)) {
            long grandparent = parent(parent);
            boolean parentIsLeft = left(grandparent) == parent;
            long uncle = child(grandparent, !parentIsLeft);
            if (uncle != 0 && isRed(uncle)) {
                paint(uncle, BLACK, TreeCase.INSERT_RED_UNCLE);
                paint(parent, BLACK, TreeCase.INSERT_RED_UNCLE);
                paint(grandparent, RED, TreeCase.INSERT_RED_UNCLE);
                node = grandparent;
            } else {
                if (child(parent, !parentIsLeft) == node) {
                    rotate(parent, parentIsLeft, TreeCase.INSERT_INNER_CHILD);
                    long swapped = parent;
                    parent = node;
                    node = swapped;
                }
                paint(parent, BLACK, TreeCase.INSERT_OUTER_CHILD);
                paint(grandparent, RED, TreeCase.INSERT_OUTER_CHILD);
                rotate(grandparent, !parentIsLeft, TreeCase.INSERT_OUTER_CHILD);
            }
            parent = parent(node);
        }
        paint(root(), BLACK, TreeCase.INSERT_ROOT);
    }

    /// rb_erase: takes a node out of the tree.
    public void erase(long node) {
        if (left(node) != 0 && right(node) != 0) {
            eraseWithTwoChildren(node);
            return;
        }
        long child = left(node) != 0 ? left(node) : right(node);
        long parent = parent(node);
        boolean wasBlack = isBlack(node);
        if (child != 0) {
            setParent(child, parent);
        }
        replaceChild(parent, node, child);
        if (wasBlack) {
            eraseColor(child, parent);
        }
    }

    private void eraseWithTwoChildren(long old) {
        long successor = right(old);
        while (left(successor) != 0) {
            successor = left(successor);
        }
        words.note(new Recoloured(successor, isBlack(old), TreeCase.ERASE_SUCCESSOR));
        replaceChild(parent(old), old, successor);
        long child = right(successor);
        long parent = parent(successor);
        boolean wasBlack = isBlack(successor);
        if (parent == old) {
            parent = successor;
        } else {
            if (child != 0) {
                setParent(child, parent);
            }
            setLeft(parent, child);
            setRight(successor, right(old));
            setParent(right(old), successor);
        }
        words.store(successor, words.load(old));
        setLeft(successor, left(old));
        setParent(left(old), successor);
        if (wasBlack) {
            eraseColor(child, parent);
        }
    }

    /// Repairs the tree after a black node left it: `node`, which may be 0, lacks one black on its path.
    private void eraseColor(long moved, long movedUnder) {
        long node = moved;
        long parent = movedUnder;
        while (isBlackOrNull(node) && node != root()) {
            boolean nodeIsLeft = left(parent) == node;
            long sibling = child(parent, !nodeIsLeft);
            if (isRed(sibling)) {
                paint(sibling, BLACK, TreeCase.ERASE_RED_SIBLING);
                paint(parent, RED, TreeCase.ERASE_RED_SIBLING);
                rotate(parent, nodeIsLeft, TreeCase.ERASE_RED_SIBLING);
                sibling = child(parent, !nodeIsLeft);
            }
            if (isBlackOrNull(left(sibling)) && isBlackOrNull(right(sibling))) {
                paint(sibling, RED, TreeCase.ERASE_BLACK_NEPHEWS);
                node = parent;
                parent = parent(node);
            } else {
                lendColor(parent, sibling, nodeIsLeft);
                node = root();
                break;
            }
        }
        if (node != 0) {
            paint(node, BLACK, TreeCase.ERASE_DONE);
        }
    }

    /// The last step of the repair: a red nephew makes up for the missing black.
    private void lendColor(long parent, long firstSibling, boolean nodeIsLeft) {
        long sibling = firstSibling;
        if (isBlackOrNull(child(sibling, !nodeIsLeft))) {
            long inner = child(sibling, nodeIsLeft);
            if (inner != 0) {
                paint(inner, BLACK, TreeCase.ERASE_INNER_NEPHEW);
            }
            paint(sibling, RED, TreeCase.ERASE_INNER_NEPHEW);
            rotate(sibling, !nodeIsLeft, TreeCase.ERASE_INNER_NEPHEW);
            sibling = child(parent, !nodeIsLeft);
        }
        paint(sibling, isBlack(parent) ? BLACK : RED, TreeCase.ERASE_OUTER_NEPHEW);
        paint(parent, BLACK, TreeCase.ERASE_OUTER_NEPHEW);
        long outer = child(sibling, !nodeIsLeft);
        if (outer != 0) {
            paint(outer, BLACK, TreeCase.ERASE_OUTER_NEPHEW);
        }
        rotate(parent, nodeIsLeft, TreeCase.ERASE_OUTER_NEPHEW);
    }

    /// The leftmost node, or 0.
    public long first() {
        long node = root();
        while (node != 0 && left(node) != 0) {
            node = left(node);
        }
        return node;
    }

    /// rb_next: the in-order successor, or 0.
    public long next(long node) {
        return neighbour(node, false);
    }

    /// rb_prev: the in-order predecessor, or 0.
    public long prev(long node) {
        return neighbour(node, true);
    }

    private long neighbour(long start, boolean before) {
        if (isClear(start)) {
            return 0;
        }
        long node = start;
        if (child(node, before) != 0) {
            node = child(node, before);
            while (child(node, !before) != 0) {
                node = child(node, !before);
            }
            return node;
        }
        long parent = parent(node);
        while (parent != 0 && child(parent, before) == node) {
            node = parent;
            parent = parent(node);
        }
        return parent;
    }
}
