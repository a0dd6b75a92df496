package dev.hearth.os.packages;

import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which packages a tree holds, a deployment or a checkout, and runs nothing of it. */
public final class PackageDatabase {
    private static final List<String> DPKG = List.of("usr/lib/sysimage/dpkg/status", "var/lib/dpkg/status");
    private static final List<String> RPM = List.of("usr/lib/sysimage/rpm", "usr/share/rpm");

    /** Where a tree may have its database: what has to be there of a tree for {@link #read}. */
    public static final List<String> PLACES =
            Stream.of(DPKG.stream(), RPM.stream()).flatMap(each -> each).toList();

    private final Processes processes;

    /** Reads with the help of the host's programs. */
    public PackageDatabase(Processes processes) {
        this.processes = processes;
    }

    /**
     * {@return the packages of the tree; {@link InstalledPackages#NONE} when it has no database}
     *
     * @throws DamagedPackageDatabase when there is one that is not what it should be
     * @throws RpmMissing when it is rpm's and the host has no rpm
     */
    public InstalledPackages read(Path tree) {
        try {
            var status = dpkg(tree);
            if (status.isPresent()) {
                var entries = DpkgStatus.read(status.get());
                return new InstalledPackages(
                        VersionOrder.DPKG,
                        entries.stream().map(DpkgStatus.Entry::identity).toList());
            }
            var database = rpm(tree);
            if (database.isPresent()) {
                var read = new RpmDatabase(processes, database.get()).read();
                return new InstalledPackages(VersionOrder.RPM, read);
            }
            return InstalledPackages.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return what the packages of the tree consist of, to be closed}
     *
     * @throws DamagedPackageDatabase when its database is not what it should be
     * @throws RpmMissing when it is rpm's and the host has no rpm
     */
    public PackageContents contents(Path tree) {
        try {
            var status = dpkg(tree);
            if (status.isPresent()) {
                return DpkgContents.of(tree, status.get());
            }
            var database = rpm(tree);
            return database.isPresent() ? RpmContents.of(processes, database.get()) : PackageContents.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> dpkg(Path tree) throws IOException {
        for (var name : DPKG) {
            var status = inside(tree, name).filter(Files::isRegularFile);
            // An empty one is there where dpkg came along as an ordinary package of an RPM distribution.
            if (status.isPresent() && Files.size(status.get()) > 0) {
                return status;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> rpm(Path tree) throws IOException {
        for (var name : RPM) {
            var database = inside(tree, name).filter(RpmCopy::isIn);
            if (database.isPresent()) {
                return database;
            }
        }
        return Optional.empty();
    }

    /** {@return the path without links; a link out of the tree would show the host's packages as the tree's} */
    private static Optional<Path> inside(Path tree, String name) throws IOException {
        var path = tree.resolve(name);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var real = path.toRealPath();
        if (!real.startsWith(tree.toRealPath())) {
            throw new DamagedPackageDatabase(path, "a link on its way leads out of the tree");
        }
        return Optional.of(real);
    }
}
