package dev.hearth.images.bootstrap;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.OsRelease;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.catalogue.ImageChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A host whose files lie below a directory. */
final class BootstrapFixture {
    static final OsRelease DEBIAN_12 = OsRelease.parse("ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");
    static final OsRelease FEDORA_44 = OsRelease.parse("ID=fedora\nVERSION_ID=44\n");

    private BootstrapFixture() {}

    /** Returns a host of the user who runs the tests. */
    static BootstrapHost host(Path directory, OsRelease osRelease) {
        return host(directory, osRelease, ownUid());
    }

    static BootstrapHost host(Path directory, OsRelease osRelease, long uid) {
        var account = new Account("me", uid, uid, List.of(), "", directory, Path.of("/bin/sh"));
        return new BootstrapHost(
                directory.resolve("host"),
                osRelease,
                account,
                directory.resolve("cache"),
                directory.resolve("scratch"),
                "the test");
    }

    static ImageChoice choice(String distribution, String release) {
        return Catalogue.load(List.of()).resolve(distribution, release, DEBIAN_12);
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ownUid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
