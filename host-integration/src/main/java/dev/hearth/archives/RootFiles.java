package dev.hearth.archives;

import java.io.IOException;
import java.io.InputStream;

/** All files of a root file system, which stay as they are. */
@FunctionalInterface
public interface RootFiles {

    /** Hands them over as a tar archive, as often as it is asked; the same each time. */
    void read(Reader reader) throws IOException;

    /** Takes what it needs out of the archive. */
    @FunctionalInterface
    interface Reader {
        void read(InputStream tar) throws IOException;
    }
}
