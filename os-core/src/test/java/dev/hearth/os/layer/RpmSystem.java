package dev.hearth.os.layer;

import dev.hearth.core.needed.Needed;
import java.nio.file.Path;

/** The small distribution of RPM packages that the scripts in {@code src/it} make; it has dnf and no dpkg. */
public final class RpmSystem {
    private RpmSystem() {}

    /** {@return where its root file system is, as {@code root.tar}, and {@code repository}; making it takes minutes at first} */
    public static Path directory() {
        Needed.root();
        Needed.programs("apt-get", "createrepo_c", "dnf", "rpmbuild");
        var directory = Path.of(Needed.find("HEARTH_IT_CACHE").orElse("../os-core/target/it-cache"), "rpm")
                .toAbsolutePath()
                .normalize();
        ItHost.run("../os-core/src/it/rpm-repository", directory.toString());
        ItHost.run("../os-core/src/it/rpm-image", directory.toString());
        return directory;
    }
}
