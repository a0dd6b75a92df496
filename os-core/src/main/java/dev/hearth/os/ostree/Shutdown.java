package dev.hearth.os.ostree;

import dev.hearth.os.OsEvent;
import java.util.function.Consumer;

/** What the shutdown of the machine can be left with. */
public interface Shutdown {
    /** Of a sysroot in a directory, which no machine shuts down with. */
    Shutdown NONE = new Shutdown() {
        @Override
        public boolean writesOut() {
            return false;
        }

        @Override
        public void haveFinished(Consumer<OsEvent> events) {
            throw new IllegalStateException("nothing shuts down");
        }
    };

    /** {@return whether it writes out deployments that are staged} */
    boolean writesOut();

    /** Has {@link OstreeEngine#finish} called once it has done that. */
    void haveFinished(Consumer<OsEvent> events);
}
