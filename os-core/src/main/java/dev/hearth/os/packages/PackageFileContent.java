package dev.hearth.os.packages;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what a package consists of that is a file, and installed nowhere. */
public final class PackageFileContent {
    private final Processes processes;

    /** Reads with the help of the host's programs. */
    public PackageFileContent(Processes processes) {
        this.processes = processes;
    }

    /** {@return what the package consists of; empty when the file is no package} */
    public Optional<PackageContent> read(Path file) {
        var path = file.toAbsolutePath().toString();
        return path.endsWith(".rpm") ? rpm(path) : deb(path);
    }

    private Optional<PackageContent> rpm(String path) {
        return run("rpm", "--query", "--package", "--nosignature", "--queryformat", PackageListings.RPM, "--", path)
                .flatMap(PackageListings::rpm);
    }

    private Optional<PackageContent> deb(String path) {
        return run("dpkg-deb", "--show", "--showformat=" + PackageListings.DEB, path)
                .flatMap(fields -> run("dpkg-deb", "--contents", path)
                        .flatMap(members -> PackageListings.deb(
                                fields, members, script(path, "preinst") + script(path, "postinst"))));
    }

    /** What a package has no script of that name for, dpkg-deb fails. */
    private String script(String path, String name) {
        return run("dpkg-deb", "--info", path, name).orElse("");
    }

    private Optional<String> run(String... argv) {
        var finished = processes.run(Command.of(List.of(argv)).withEnvironment("LC_ALL", "C.UTF-8"));
        return finished.succeeded() ? Optional.of(finished.out()) : Optional.empty();
    }
}
