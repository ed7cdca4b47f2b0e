package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note.Recoloured;
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
    static final long RED = 0;
    static final long BLACK = 1;
    private static final long COLOR = 1;

    private final RbWords words;
    private final long root;
    private final RbRepair repair;

    /// `words` decides how wide a word is, and whether stores and notes are seen.
    RbTree(RbWords words, long root) {
        this.words = words;
        this.root = root;
        this.repair = new RbRepair(this, words);
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

    boolean isRed(long node) {
        return !isBlack(node);
    }

    boolean isBlackOrNull(long node) {
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

    void setParent(long node, long parent) {
        words.store(node, words.load(node) & COLOR | parent);
    }

    void paint(long node, long color, TreeCase why) {
        words.note(new Recoloured(node, color == BLACK, why));
        words.store(node, words.load(node) & ~COLOR | color);
    }

    void setRight(long node, long child) {
        words.store(node + words.width(), child);
    }

    void setLeft(long node, long child) {
        words.store(node + 2L * words.width(), child);
    }

    void setChild(long node, boolean left, long child) {
        if (left) {
            setLeft(node, child);
        } else {
            setRight(node, child);
        }
    }

    long child(long node, boolean left) {
        return left ? left(node) : right(node);
    }

    /// Makes `newChild` what hung where `node` hangs.
    void replaceChild(long parent, long node, long newChild) {
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

    /// rb_insert_color: repairs the tree after [#link].
    public void insertColor(long node) {
        repair.insertColor(node);
    }

    /// rb_erase: takes a node out of the tree.
    public void erase(long node) {
        repair.erase(node);
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
