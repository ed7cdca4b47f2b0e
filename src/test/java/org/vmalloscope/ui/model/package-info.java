@org.jspecify.annotations.NullMarked
package org.vmalloscope.ui.model;
