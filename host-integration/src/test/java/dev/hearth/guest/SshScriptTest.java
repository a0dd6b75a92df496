package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SshScriptTest {
    private static final String KEY = "ssh-ed25519 AAAA hearth";

    @TempDir
    private Path pet;

    private Path kept;
    private Path server;

    @BeforeEach
    void installAServerThatShowsItsConfiguration() throws IOException {
        kept = pet.resolve("kept");
        server = Files.writeString(pet.resolve("sshd"), "#!/bin/sh\necho \"$1 $2 $3\"\ncat \"$4\"\nexit 42\n");
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @EnumSource
    void makesKeysOnce(Shell shell) throws IOException {
        Needed.programs("ssh-keygen");
        var first = access(shell);
        var made = Files.readString(kept.resolve("host_key"));

        assertThat(first.out()).startsWith("host-key ssh-ed25519 AAAA").endsWith("\n");
        assertThat(access(shell).out()).isEqualTo(first.out());
        assertThat(kept.resolve("host_key")).hasContent(made);
        assertThat(kept.resolve("authorized_keys")).hasContent(KEY + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.resolve("host_key"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @EnumSource
    void makesAKeyAnewThatWasCutOff(Shell shell) throws IOException {
        Needed.programs("ssh-keygen");
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("host_key"), "half");

        assertThat(access(shell).status()).isZero();
        assertThat(kept.resolve("host_key")).content().startsWith("-----BEGIN");
    }

    @ParameterizedTest
    @EnumSource
    void keepsAServerThatItInstallsFromListening(Shell shell) throws IOException {
        var units = Files.createDirectories(pet.resolve("units"));
        Files.writeString(units.resolve("ssh.service"), "the user's");

        shell.with(
                List.of(),
                "set -- key 0 0; units=%s; eval \"$(sed -n '/^keep_from_listening/,/^}/p' %s)\"; keep_from_listening"
                        .formatted(units, Shell.scripts().resolve("ssh-access")),
                Map.of());

        assertThat(units.resolve("ssh.service")).hasContent("the user's");
        assertThat(Files.readSymbolicLink(units.resolve("sshd.socket"))).isEqualTo(Path.of("/dev/null"));
    }

    @ParameterizedTest
    @EnumSource
    void givesAConnectionTheSessionsVariables(Shell shell) throws IOException {
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("host_key"), "");

        var served = serve(
                shell, Map.of("IT_BLANK", "a b", "IT_LINES", "a\nb", "IT_QUOTE", "\"", "SSH_AUTH_SOCK", "/run/agent"));

        assertThat(served.status()).isEqualTo(42);
        assertThat(served.out())
                .startsWith("-i -e -f\nHostKey " + kept + "/host_key\n")
                .contains("\nSetEnv ", " \"IT_BLANK=a b\"")
                .doesNotContain("IT_LINES", "IT_QUOTE", "SSH_AUTH_SOCK", "\"HOME=", "\"h_");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatAPetLacks(Shell shell) {
        var served = serve(shell, Map.of("HEARTH_PET", "dev"));

        assertThat(served.status()).isEqualTo(127);
        assertThat(served.err())
                .startsWith("hearth: this pet takes no connections by SSH; `hearth ide ssh dev` on the host");
    }

    private Finished access(Shell shell) throws IOException {
        var owner = Files.getAttribute(pet, "unix:uid").toString();
        var group = Files.getAttribute(pet, "unix:gid").toString();
        return shell.run("ssh-access", variables(Map.of()), KEY, owner, group);
    }

    private Finished serve(Shell shell, Map<String, String> more) {
        return shell.run("ssh-server", variables(more));
    }

    private Map<String, String> variables(Map<String, String> more) {
        var variables = new TreeMap<>(more);
        variables.put("HEARTH_SSH_KEPT", kept.toString());
        variables.put("HEARTH_SSH_SERVERS", server.toString());
        return variables;
    }
}
