package dev.hearth.cli.vm;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a base under test is made of.
 *
 * @param name what is kept of it is called so
 * @param packages of Debian's
 * @param hearth hearth's own package, if it is to have that
 */
record BaseRecipe(
        String name, List<String> packages, @Nullable Path hearth) {
    /** What the pet under test installs. */
    private static final String FOR_PETS = "gdb";

    private static final String KERNEL = "linux-image-cloud-amd64";
    /** What hearth works with on a machine: layers, signatures, pets, and whoever has them. */
    private static final List<String> FOR_HEARTH = List.of(
            "bubblewrap",
            "catatonit",
            "crun",
            "dbus-user-session",
            "gpg",
            "gpgv",
            "libpam-systemd",
            KERNEL,
            "podman",
            "slirp4netns",
            "sudo",
            "uidmap");

    /** {@return a base with all that hearth works with, and the package that the build has made} */
    static BaseRecipe withBuiltPackage() throws IOException {
        var directory = Path.of("target/packages").toAbsolutePath();
        Needed.that(Files.isDirectory(directory), "There are no packages; ./verify --vm builds them");
        try (var files = Files.list(directory)) {
            var built = files.filter(each -> each.toString().endsWith(".deb")).findFirst();
            return new BaseRecipe("base", FOR_HEARTH, built.orElseThrow());
        }
    }

    /** {@return a base that has little, and no hearth} */
    static BaseRecipe small() {
        return new BaseRecipe("small", List.of(KERNEL), null);
    }

    List<Path> inputs() {
        return hearth == null ? List.of() : List.of(hearth);
    }

    String text() {
        return """
                ref: it/12/base
                base: {distribution: debian, release: bookworm}
                packages: [%s]
                version: "1"
                users:
                  - {name: admin, uid: 1000}
                services:
                  enable: [systemd-networkd.service]
                  mask: [systemd-networkd-wait-online.service, networking.service, apt-daily.timer, apt-daily-upgrade.timer]
                """.formatted(String.join(", ", packages)) + (hearth == null ? "" : """
                files:
                  - {to: /usr/lib/it/hearth.deb, from: "%s"}
                post:
                  - dpkg --install /usr/lib/it/hearth.deb
                  - rm -r /usr/lib/it
                """.formatted(hearth));
    }

    /** Puts into a directory the files of those packages, with all that they depend on, that the small Debian has not. */
    void packagesForPets(Path directory) throws IOException {
        var state = Files.createTempDirectory("it-apt-");
        try {
            var archives =
                    Files.createDirectories(state.resolve("archives/partial")).getParent();
            ItHost.run(
                    "tar", "--extract", "--file=" + Debian.archive(), "--directory=" + state, "./var/lib/dpkg/status");
            var words = List.of(
                    "-o",
                    "Dir::State::status=" + state.resolve("var/lib/dpkg/status"),
                    "-o",
                    "Dir::Cache::archives=" + archives,
                    "-o",
                    "APT::Sandbox::User=root",
                    "--no-install-recommends",
                    "--yes",
                    "--download-only",
                    "install",
                    FOR_PETS);
            ItHost.processes()
                    .run(Command.of("apt-get").with(words).withTimeout(Duration.ofMinutes(10)))
                    .orThrow();
            try (var files = Files.newDirectoryStream(archives, "*.deb")) {
                for (var file : files) {
                    // apt writes a colon as %3a, which a server would take for the colon itself.
                    Files.copy(
                            file,
                            directory.resolve(file.getFileName().toString().replace("%3a", ".")));
                }
            }
        } finally {
            DirectoryTree.delete(state);
        }
    }
}
