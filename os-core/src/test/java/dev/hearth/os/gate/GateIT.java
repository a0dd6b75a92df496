package dev.hearth.os.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.compose.Composer;
import dev.hearth.os.compose.RecipeReader;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.machine.VirtualMachine;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots a composed base with the real QEMU, without the processor's help. */
@Tag("long")
class GateIT {
    private static final String REF = "it/12/base";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final VirtualMachine.Hardware SLOW =
            new VirtualMachine.Hardware(Duration.ofMinutes(20), 1024, false);

    private final Processes processes = ItHost.processes();

    @TempDir
    private Path directory;

    private Path home;

    @BeforeEach
    void begin() throws IOException {
        Needed.root();
        Needed.programs("ostree", "bwrap", "mmdebstrap", "gpg", "qemu-system-x86_64", "mke2fs", "setpriv");
        // Short: the agent's socket lies in it.
        home = DirectoryTree.makePrivate(directory.resolve("g"));
    }

    @AfterEach
    void end() {
        processes.run(Command.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    }

    @Test
    void runsEachCheckInsideTheVeryCommit() throws IOException {
        var repository = new Repository(directory.resolve("repo"), processes);
        var commit = composed(repository);
        var checks = Files.createDirectory(directory.resolve("checks"));
        check(checks, "10-user", "id -nG admin | grep -w sudo");
        check(checks, "20-read-only", "! touch /usr/it && ostree admin status");
        check(checks, "30-no-network", "! ls /sys/class/net | grep -v '^lo$'");
        check(checks, "40-packages", "dpkg --audit && dpkg -s ostree-boot | grep '^Status: install ok installed'");
        check(checks, "50-broken", "echo no such card; exit 3");

        var verdict = new Gate(repository, Instant::now).judge(REF, checks, LIMIT, SLOW, key(), _ -> {});

        assertThat(verdict.trouble()).isNull();
        assertThat(verdict.commit()).isEqualTo(commit);
        assertThat(verdict.failed()).extracting(Verdict.Check::name).containsExactly("50-broken");
        assertThat(verdict.failed()).extracting(Verdict.Check::output).containsExactly("no such card");
        assertThat(verdict.checks()).hasSize(5);
        assertThat(verdict.passed()).isFalse();
        var verdicts = new Verdicts(repository);
        assertThat(verdicts.read(commit, key())).contains(verdict);
        assertThat(verdicts.console(commit)).content().contains("Linux version");
        repository.run("fsck", List.of("--quiet"));
    }

    private String composed(Repository repository) throws IOException {
        var recipe = Files.writeString(directory.resolve("recipe.yaml"), """
                ref: it/12/base
                base: {distribution: debian, release: bookworm}
                packages: [linux-image-cloud-amd64, sudo]
                version: "12.{date}"
                users: [{name: admin, groups: [sudo]}]
                """);
        return new Composer(repository, Path.of("/"), directory.resolve("cache"), "a test")
                .compose(RecipeReader.read(recipe), _ -> {})
                .commit();
    }

    private static void check(Path checks, String name, String line) throws IOException {
        var file = Files.writeString(checks.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private ProviderKey key() {
        processes.run(Command.of("gpg", "--homedir", home.toString(), "--batch", "--quiet", "--passphrase", "")
                .with("--quick-generate-key", "it-hearth", "ed25519", "sign", "never"));
        return ProviderKey.find("it-hearth", home, processes);
    }
}
