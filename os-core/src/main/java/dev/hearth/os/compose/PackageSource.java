package dev.hearth.os.compose;

import dev.hearth.os.packages.InstalledPackage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where the packages of a base come from. */
interface PackageSource {
    /** What programs that package scripts run take for the present, so that they write the same each day. */
    Instant PRESENT = Instant.parse("2000-01-01T00:00:00Z");

    /** {@return the programs of the machine that it needs} */
    List<String> tools();

    /** {@return which packages would come in now} */
    List<InstalledPackage> resolve();

    /** {@return what tells this source from others with the same packages, for the digest of the inputs} */
    String identity();

    /**
     * Makes a root file system of them.
     *
     * @param archive the tar archive to write, in a private directory
     * @param line told what the programs say
     */
    void build(Path archive, Consumer<String> line);

    /**
     * {@return when the newest of what came in was made}
     *
     * @param archive that was built
     * @param tree that it was unpacked to
     */
    Instant newest(Path archive, Path tree);

    /** {@return where machines with the base find packages} */
    MachineSources machineSources();
}
