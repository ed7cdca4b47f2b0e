package org.vmalloscope.model;

/// A scenario did what the specification leaves open, such as the use of memory that was freed: nothing can be
/// compared from here on.
public final class UnspecifiedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnspecifiedException(String what) {
        super(what, null, false, false);
    }
}
