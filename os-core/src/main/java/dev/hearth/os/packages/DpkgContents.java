package dev.hearth.os.packages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what dpkg's packages consist of: their lists and scripts lie beside its {@code status} file. */
final class DpkgContents implements PackageContents {
    /** Setuid and setgid. */
    private static final int PRIVILEGE = 06000;

    private final Root tree;
    private final Path information;
    private final Map<String, DpkgStatus.Entry> entries;

    private DpkgContents(Root tree, Path information, Map<String, DpkgStatus.Entry> entries) {
        this.tree = tree;
        this.information = information;
        this.entries = entries;
    }

    static DpkgContents of(Path tree, Path status) throws IOException {
        var entries = new HashMap<String, DpkgStatus.Entry>();
        // Of a package that is there for two architectures either is as good.
        DpkgStatus.read(status)
                .forEach(entry -> entries.putIfAbsent(entry.identity().name(), entry));
        return new DpkgContents(new Root(tree), status.resolveSibling("info"), entries);
    }

    @Override
    public Optional<PackageContent> read(String name) {
        return Optional.ofNullable(entries.get(name))
                .map(entry -> new PackageContent(
                        entry.identity(), entry.source(), entry.needs(), files(entry.identity()), scripts(entry)));
    }

    private List<PackagedFile> files(InstalledPackage identity) {
        return text(identity, "list")
                .lines()
                .filter(line -> line.length() > 1)
                .map(line -> new PackagedFile(line.substring(1), isPrivileged(line.substring(1))))
                .filter(file -> !file.path().equals("."))
                .toList();
    }

    private String scripts(DpkgStatus.Entry entry) {
        return text(entry.identity(), "preinst") + text(entry.identity(), "postinst");
    }

    /** Files of packages that exist for several architectures have theirs in the name. */
    private String text(InstalledPackage identity, String kind) {
        return Stream.of(identity.name(), identity.name() + ":" + identity.architecture())
                .map(name -> information.resolve(name + "." + kind))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(DpkgContents::read)
                .orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPrivileged(String path) {
        var file = tree.find(Path.of(path)).filter(Files::isRegularFile);
        try {
            return file.isPresent() && ((int) Files.getAttribute(file.get(), "unix:mode") & PRIVILEGE) != 0;
        } catch (NoSuchFileException | AccessDeniedException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
