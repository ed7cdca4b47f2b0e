package org.vmalloscope.cli;

import org.vmalloscope.diagram.ViewOptions;
import org.vmalloscope.picture.Theme;

/// How a diagram is written: `scale` is pixels of a PNG per px, `bare` leaves title, legend and caption away.
record DrawStyle(
        DrawFormat format, Theme theme, double scale, boolean transparent, boolean bare, ViewOptions options) {}
