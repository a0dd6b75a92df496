package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemotesTest {
    @TempDir
    private Path root;

    private Path repository;

    @BeforeEach
    void layOut() throws IOException {
        repository = Files.createDirectories(root.resolve("ostree/repo"));
        Files.writeString(repository.resolve("config"), """
                [core]
                mode=bare

                [remote "strict"]
                url=https://base.example/
                gpg-verify=true

                [remote "lax"]
                url=https://base.example/
                gpg-verify=false

                [remote "silent"]
                url=https://base.example/
                """);
    }

    @Test
    void demandsSignaturesUnlessTheRemoteSaysOtherwise() {
        assertThat(remotes().demandsSignatures("strict")).isTrue();
        assertThat(remotes().demandsSignatures("silent")).isTrue();
        assertThat(remotes().demandsSignatures("lax")).isFalse();
        assertThat(remotes().demandsSignatures("nowhere")).isFalse();
    }

    @Test
    void readsRemotesThatTheSystemHasInFilesOfTheirOwn() throws IOException {
        var directory = Files.createDirectories(root.resolve("etc/ostree/remotes.d"));
        Files.writeString(directory.resolve("vendor.conf"), "[remote \"vendor\"]\ngpg-verify=true\n");

        assertThat(remotes().demandsSignatures("vendor")).isTrue();
    }

    @Test
    void trustsTheSystemsKeysOnlyWithoutAnyOfItsOwn() throws IOException {
        var system = Files.createDirectories(root.resolve("usr/share/ostree/trusted.gpg.d"));
        Files.createFile(system.resolve("maker.gpg"));
        assertThat(remotes().keyRings("strict")).containsExactly(system.resolve("maker.gpg"));

        Files.createFile(repository.resolve("strict.trustedkeys.gpg"));
        assertThat(remotes().keyRings("strict")).containsExactly(repository.resolve("strict.trustedkeys.gpg"));
    }

    @Test
    void namesTheFileThatIsDamaged() throws IOException {
        Files.writeString(repository.resolve("config"), "[core\n");

        assertThatExceptionOfType(DamagedSysroot.class)
                .isThrownBy(() -> remotes().demandsSignatures("strict"))
                .withMessageStartingWith("The configuration '" + repository.resolve("config") + "' cannot be read:");
    }

    private Remotes remotes() {
        return new Remotes(new Sysroot(root));
    }
}
