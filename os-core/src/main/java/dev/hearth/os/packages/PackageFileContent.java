package dev.hearth.os.packages;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a package consists of that is a file, and installed nowhere. */
public final class PackageFileContent {
    /** A line as {@code tar} lists an archive: mode, owner, size, date, time, path. */
    private static final Pattern MEMBER =
            Pattern.compile("(?<mode>[-a-zA-Z]{10}) +\\S+ +\\d+(?:,\\d+)? +\\S+ +\\S+ \\./(?<path>.+?)(?: -> .*)?");

    private static final Pattern PRIVILEGED = Pattern.compile("-..[sS].*|-.....[sS].*");

    private static final String FIELDS = """
            ${Package}
            ${Version}
            ${Architecture}
            ${source:Package}
            ${Pre-Depends},${Depends}
            """;

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
        return run("rpm", "--query", "--package", "--nosignature", "--queryformat", RpmListing.FORMAT, "--", path)
                .flatMap(RpmListing::parse);
    }

    private Optional<PackageContent> deb(String path) {
        return run("dpkg-deb", "--show", "--showformat=" + FIELDS, path)
                .map(text -> text.split("\n", -1))
                .filter(fields -> fields.length >= 5)
                .flatMap(fields -> run("dpkg-deb", "--contents", path)
                        .map(members -> new PackageContent(
                                new InstalledPackage(fields[0], fields[1], fields[2]),
                                fields[3],
                                DpkgStatus.needs(fields[4]),
                                members(members),
                                script(path, "preinst") + script(path, "postinst"))));
    }

    private static List<PackagedFile> members(String listing) {
        return listing.lines()
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .map(member -> new PackagedFile(
                        member.group("path").replaceFirst("/$", ""),
                        PRIVILEGED.matcher(member.group("mode")).matches()))
                .toList();
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
