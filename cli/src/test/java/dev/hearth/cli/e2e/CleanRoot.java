package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.Debian;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A small Debian without Java in a directory, in which commands run as on a machine of their own. */
final class CleanRoot implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Path ROOT = Path.of("/");
    /** Mounts last as long as the command. */
    private static final String ENTER = """
            mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && shift && exec "$@"
            """;

    private final Path directory;
    private final Programs programs = new Programs(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8"));

    private CleanRoot(Path directory) {
        this.directory = directory;
    }

    static CleanRoot make() {
        Needed.root();
        Needed.programs("unshare", "chroot", "setpriv", "tar");
        try {
            var root = new CleanRoot(Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-root-"));
            root.outside("chmod", "0755", root.directory.toString());
            root.outside("tar", "-xf", Debian.archive().toString(), "-C", root.directory.toString());
            // It leaves out manual pages, which a package is to have.
            root.outside("rm", "-rf", root.path("/etc/dpkg/dpkg.cfg.d").toString());
            root.run("useradd", "--uid", "4711", "--create-home", "it").succeeded();
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the path on the host of one inside} */
    Path path(String inside) {
        return directory.resolve(inside.substring(1));
    }

    /** {@return how a command inside ended, which root ran} */
    Ended run(String... words) {
        return entered(List.of("chroot", directory.toString(), "env", "HOME=/root"), words);
    }

    /** {@return how a command inside ended, which somebody else ran} */
    Ended runAsUser(String... words) {
        var user = List.of("setpriv", "--reuid=4711", "--regid=4711", "--clear-groups", "env", "HOME=/home/it");
        var chroot = new ArrayList<>(List.of("chroot", directory.toString()));
        chroot.addAll(user);
        return entered(chroot, words);
    }

    /** {@return how a command of the host's ended that works on this root} */
    Ended beside(String... words) {
        return entered(List.of(), words);
    }

    private Ended entered(List<String> before, String... words) {
        var argv = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTER, "sh", directory.toString()));
        argv.addAll(before);
        argv.addAll(List.of(words));
        return programs.run(LONG, ROOT, argv);
    }

    private void outside(String... words) {
        programs.run(LONG, ROOT, List.of(words)).succeeded();
    }

    /** {@return the names of all files but those in which package managers and users keep what they did} */
    Set<String> files() {
        var argv = List.of("find", directory.toString(), "-xdev", "-printf", "/%P\\n");
        return programs.run(LONG, ROOT, argv)
                .succeeded()
                .lines()
                .filter(name -> !name.matches("/(root|home|var/lib/(dpkg|rpm)|var/log|var/cache)/.*"))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        outside("rm", "-rf", "--one-file-system", directory.toString());
    }
}
