package dev.hearth.os.ostree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The remotes of a sysroot, as the files that configure them say. */
final class Remotes {
    private static final String VERIFY = "gpg-verify";

    private final Sysroot sysroot;

    Remotes(Sysroot sysroot) {
        this.sysroot = sysroot;
    }

    /** {@return whether what comes from a remote has to be signed; ostree demands that unless it is told otherwise} */
    boolean demandsSignatures(String remote) {
        return find(remote)
                .map(keys -> keys.value(group(remote), VERIFY).orElse("true"))
                .filter(value -> !value.equals("false") && !value.equals("0"))
                .isPresent();
    }

    /**
     * {@return the files with the keys that are trusted for a remote, as {@code gpgv} reads them}
     *
     * <p>A remote without keys of its own trusts those that come with the system.
     */
    List<Path> keyRings(String remote) {
        var own = sysroot.repository().resolve(remote + ".trustedkeys.gpg");
        return Files.exists(own)
                ? List.of(own)
                : files(sysroot.root().resolve("usr/share/ostree/trusted.gpg.d"), "*.gpg");
    }

    /** {@return where a remote is, when that is said} */
    Optional<String> address(String remote) {
        return find(remote).flatMap(keys -> keys.value(group(remote), "url"));
    }

    private Optional<KeyFile> find(String remote) {
        var files = new ArrayList<Path>();
        files.add(sysroot.repository().resolve("config"));
        files.addAll(files(sysroot.root().resolve("etc/ostree/remotes.d"), "*.conf"));
        return files.stream()
                .map(ConfigurationFile::read)
                .filter(keys -> keys.groups().containsKey(group(remote)))
                .findFirst();
    }

    private static String group(String remote) {
        return "remote \"" + remote + "\"";
    }

    private static List<Path> files(Path directory, String pattern) {
        try (var stream = Files.newDirectoryStream(directory, pattern)) {
            var files = new ArrayList<Path>();
            stream.forEach(files::add);
            files.sort(null);
            return List.copyOf(files);
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }
}
