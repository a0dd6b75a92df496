package dev.hearth.os.layer;

import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Package lists and packages that earlier runs fetched.
 *
 * @param root only its owner may enter it, so that nobody else can put packages there
 * @param owner root's number, as which package managers run
 * @param maxBytes how much it may hold when a run ends
 */
public record LayerCache(Path root, long owner, long maxBytes) {
    private static final Pattern PACKAGE = Pattern.compile(".*\\.(deb|rpm)");

    private record Kept(Path file, long size, FileTime fetched) {}

    /** Returns a directory in it, which is made when it is not there. */
    Path directory(String name) {
        try {
            return Files.createDirectories(PrivateFiles.directory(root, owner).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the packages that were fetched first until the rest is small enough; lists are kept. */
    void trim() {
        var packages = new ArrayList<Kept>();
        long total = 0;
        try (var files = Files.walk(PrivateFiles.directory(root, owner))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                long size = Files.size(file);
                total += size;
                if (PACKAGE.matcher(file.toString()).matches()) {
                    // Not when it was last modified: apt and dnf set that to the server's time.
                    packages.add(new Kept(file, size, (FileTime) Files.getAttribute(file, "unix:ctime")));
                }
            }
            packages.sort(Comparator.comparing(Kept::fetched));
            for (var each : packages) {
                if (total <= maxBytes) {
                    return;
                }
                Files.delete(each.file());
                total -= each.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
