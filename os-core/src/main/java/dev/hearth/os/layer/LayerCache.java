package dev.hearth.os.layer;

import dev.hearth.core.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** {@return whether a directory has all these files, and each was fetched after whatever is in another} */
    boolean cameAfter(String other, String directory, List<String> names) {
        try (var others = Files.list(directory(other))) {
            var newest = FileTime.fromMillis(0);
            for (var each : others.filter(Files::isRegularFile).toList()) {
                newest = newest.compareTo(fetched(each)) < 0 ? fetched(each) : newest;
            }
            for (var name : names) {
                var file = directory(directory).resolve(name);
                if (!Files.isRegularFile(file) || fetched(file).compareTo(newest) <= 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not when it was last modified: apt and dnf set that to the server's time. */
    private static FileTime fetched(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "unix:ctime");
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
                    packages.add(new Kept(file, size, fetched(file)));
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
