package dev.hearth.generations;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerFiles;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ExecRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads which packages a container has, out of the databases of its own package managers.
 *
 * <p>Those of dpkg, apk and pacman are text, and read from the files, so that the container need not run. rpm's is not: its
 * own program is asked, in a container that runs.
 */
public final class PackageDatabases {
    private static final ContainerPath DPKG = ContainerPath.of("/var/lib/dpkg/status");
    private static final List<ContainerPath> APK =
            List.of(ContainerPath.of("/lib/apk/db/installed"), ContainerPath.of("/usr/lib/apk/db/installed"));
    private static final ContainerPath PACMAN = ContainerPath.of("/var/lib/pacman/local");

    private final ContainerEngine engine;

    public PackageDatabases(ContainerEngine engine) {
        this.engine = engine;
    }

    /**
     * {@return the packages of a container; nothing where nobody can tell}
     *
     * @param running whether its own programs can be asked
     */
    public Optional<PackageList> read(ContainerId id, boolean running) {
        var files = engine.files();
        return files.lines(id, DPKG)
                .map(DpkgStatus::versions)
                .or(() -> apk(files, id))
                .or(() -> running ? rpm(id) : Optional.empty())
                .or(() -> files.archive(id, PACMAN, PackageDatabases::names).map(PacmanLocal::versions))
                .filter(versions -> !versions.isEmpty())
                .map(PackageList::new);
    }

    private static Optional<Map<String, String>> apk(ContainerFiles files, ContainerId id) {
        return APK.stream()
                .flatMap(path -> files.lines(id, path).stream())
                .findFirst()
                .map(ApkInstalled::versions);
    }

    private Optional<Map<String, String>> rpm(ContainerId id) {
        var lines = new ArrayList<String>();
        var query = ExecRequest.asRoot("rpm", "--query", "--all", "--queryformat", RpmQuery.FORMAT);
        return engine.exec(id, query, lines::add) == 0 && !lines.isEmpty()
                ? Optional.of(RpmQuery.versions(lines))
                : Optional.empty();
    }

    private static List<String> names(InputStream archive) throws IOException {
        var tar = new TarArchiveInputStream(archive);
        var names = new ArrayList<String>();
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }

    /** Puts down a version of a package, beside others that it may be there in. */
    static void put(Map<String, String> versions, String name, String version) {
        versions.merge(name, version, (one, other) -> one.equals(other) ? one : one + "," + other);
    }
}
