package dev.hearth.os.layer;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small Debian that {@code ./verify} makes once a day. */
public final class Debian {
    private Debian() {}

    /** {@return its root file system; made here when {@code ./verify} did not} */
    public static Path archive() throws IOException {
        var given = Needed.find("HEARTH_IT_DEBIAN");
        if (given.isPresent()) {
            return Path.of(given.get());
        }
        Needed.programs("mmdebstrap");
        var archive = Path.of("../os-core/target/it-cache/debian.tar").toAbsolutePath();
        if (!Files.exists(archive)) {
            Files.createDirectories(archive.getParent());
            ItHost.run("../.ci/bootstrap-debian", archive.toString());
        }
        return archive;
    }
}
