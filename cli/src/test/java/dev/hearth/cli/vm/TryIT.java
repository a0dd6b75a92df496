package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.text.Sha256;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code hearth os try} on a sysroot whose next boot would fail a check, in a real machine. */
@Tag("long")
class TryIT {
    private static final Path LAUNCHER = Path.of("target/hearth/bin/hearth").toAbsolutePath();
    private static final String STATEROOT = "it";

    @Test
    void tellsWhichCheckFailsAndLeavesTheSysrootAsItIs() throws IOException {
        MachineSession.require();
        try (var provided = ProvidedBase.open(BaseRecipe.small())) {
            var work = provided.directory().resolve("try");
            DirectoryTree.clear(work);
            try {
                var sysroot = sysroot(provided, work.resolve("sysroot"));
                var scratch = Files.createDirectory(work.resolve("scratch"));
                var before = fingerprint(sysroot);

                var finished = ItHost.processes()
                        .run(Command.of(LAUNCHER.toString(), "os", "try", "--format=json", "--time=20m")
                                .with("--sysroot=" + sysroot, "--work=" + scratch)
                                .withTimeout(Duration.ofMinutes(30)));

                assertThat(finished.status()).describedAs(finished.err()).isEqualTo(12);
                var view = new JsonMapper().readTree(finished.out());
                assertThat(view.path("trouble").isNull()).isTrue();
                var failed = new ArrayList<String>();
                var passed = new ArrayList<String>();
                for (var check : view.path("tried")) {
                    (check.path("passed").asBoolean() ? passed : failed)
                            .add(check.path("name").asText() + ": "
                                    + check.path("output").asText());
                }
                assertThat(failed).containsExactly("10-card: no such card");
                assertThat(passed)
                        .containsExactly("unit default.target: ", "20-alone: ", "30-itself: kept\nmine", "40-nice: ");
                assertThat(view.path("leftOut").findValuesAsText("what")).contains("/data");
                assertThat(fingerprint(sysroot)).isEqualTo(before);
                assertThat(scratch.resolve("hearth-try/console")).content().contains("Linux version");
                assertThat(scratch.resolve("hearth-try/machine")).doesNotExist();
            } finally {
                DirectoryTree.delete(work);
            }
        }
    }

    /** {@return a sysroot with two versions, of which the one that boots next lacks what a check looks for} */
    private static Path sysroot(ProvidedBase provided, Path sysroot) throws IOException {
        var versions = LaterVersions.begin(provided, "try");
        var second = versions.commit("2", Map.of("usr/lib/it-broken", "yes\n"));
        Files.createDirectory(sysroot);
        ItHost.run("ostree", "admin", "init-fs", "--modern", sysroot.toString());
        admin(sysroot, "os-init", STATEROOT);
        var repository = "--repo=" + sysroot.resolve("ostree/repo");
        ItHost.run("ostree", "config", repository, "set", "sysroot.bootloader", "none");
        var provider = versions.directory().toString();
        ItHost.run("ostree", "pull-local", repository, provider, provided.first());
        admin(sysroot, "deploy", "--os=" + STATEROOT, "--karg-none", "--karg-append=root=LABEL=x", provided.first());
        var stateroot = sysroot.resolve("ostree/deploy").resolve(STATEROOT);
        var etc = stateroot.resolve("deploy").resolve(provided.first() + ".0").resolve("etc");
        check(etc, "required.d/10-card", "[ ! -e /usr/lib/it-broken ] || { echo no such card; exit 3; }");
        check(etc, "required.d/20-alone", "! ls /sys/class/net | grep -v '^lo$'");
        check(etc, "required.d/30-itself", "[ \"$HEARTH_TRY\" = 1 ] && cat /var/lib/it-service/state /etc/it-local");
        check(etc, "wanted.d/40-nice", "! touch /usr/it 2>/dev/null");
        Files.writeString(etc.resolve("it-local"), "mine\n");
        Files.writeString(etc.resolve("fstab"), "UUID=0b7c /data ext4 defaults 0 2\n");
        var state = Files.createDirectories(stateroot.resolve("var/lib/it-service"));
        Files.writeString(state.resolve("state"), "kept\n");
        // A commit that was fetched before would have gone with the first deployment: nothing named it.
        ItHost.run("ostree", "pull-local", repository, provider, second);
        admin(sysroot, "deploy", "--os=" + STATEROOT, second);
        return sysroot;
    }

    private static void admin(Path sysroot, String verb, String... words) {
        var rights = "-sys_admin,-linux_immutable";
        ItHost.processes()
                .run(Command.of("setpriv", "--bounding-set=" + rights, "--inh-caps=" + rights, "--")
                        .with("ostree", "admin", verb, "--sysroot=" + sysroot)
                        .with(words)
                        .withTimeout(Duration.ofMinutes(20)))
                .orThrow();
    }

    private static void check(Path etc, String name, String line) throws IOException {
        var file = etc.resolve("hearth/check").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** {@return one checksum of all that a directory has: names, content, kinds, owners, modes and times} */
    private static String fingerprint(Path directory) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted().toList()) {
                var metadata = Files.readAttributes(
                        file, "unix:mode,uid,gid,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
                var content = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? Sha256.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                        : Files.isSymbolicLink(file)
                                ? Files.readSymbolicLink(file).toString()
                                : "";
                lines.add(List.of(directory.relativize(file), new TreeMap<>(metadata), content)
                        .toString());
            }
        }
        return Sha256.of(String.join("\n", lines));
    }
}
