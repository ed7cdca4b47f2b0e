/// Watch Linux's vmalloc think.
module org.vmalloscope {
    requires atlantafx.base;
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires java.desktop;
    requires jfx.incubator.input;
    requires jfx.incubator.richtext;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires static org.jspecify;

    exports org.vmalloscope.app to
            javafx.graphics;

    opens org.vmalloscope.cli to
            info.picocli;
}
