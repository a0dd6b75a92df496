package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.guest.GuestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdeCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory).withState();
        hearth.engine().withProgram(GuestFiles.SSH_ACCESS.value(), (_, _, line) -> {
            line.accept("Setting up openssh-server");
            line.accept("host-key ssh-ed25519 AAAA");
            return 0;
        });
        hearth.run("create", "dev");
    }

    @Test
    void letsTheUserInBySsh() throws IOException {
        golden("ssh-dry-run", hearth.run("ide", "ssh", "--dry-run"));
        golden("ssh-json", hearth.run("ide", "ssh", "dev", "--dry-run", "--format=json"));
        golden("ssh-cannot-ask", hearth.run("ide", "ssh", "dev"));
        hearth.atTerminal("n\n");
        golden("ssh-declined", hearth.run("ide", "ssh", "dev"));
        assertThat(directory.resolve(".ssh")).doesNotExist();

        makeKey();
        golden("ssh", hearth.run("--yes", "ide", "ssh", "dev"));
        assertThat(directory.resolve(".ssh/config"))
                .hasContent("Include \"" + directory + "/state/ssh/pets/*.conf\"\n");
        assertThat(directory.resolve("state/ssh/pets/dev.known_hosts")).hasContent("hearth-pet ssh-ed25519 AAAA");

        golden("ssh-remove", hearth.run("--yes", "ide", "ssh", "dev", "--remove"));
        golden("ssh-removed-already", hearth.run("ide", "ssh", "dev", "--remove"));
        assertThat(directory.resolve(".ssh")).isEmptyDirectory();
    }

    @Test
    void followsThePet() throws IOException {
        makeKey();
        hearth.run("--yes", "ide", "ssh", "dev");

        hearth.run("rename", "dev", "lab");
        assertThat(directory.resolve("state/ssh/pets/lab.conf")).content().contains("\nHost lab.hearth\n");
        hearth.run("rm", "--force", "lab");

        assertThat(directory.resolve("state/ssh/pets")).isEmptyDirectory();
    }

    @Test
    void hasTheDoctorNameWhatIsStale() throws IOException {
        makeKey();
        hearth.run("--yes", "ide", "ssh", "dev");

        assertThat(hearth.run("doctor").out())
                .contains("  broken  Terminals and editors were told what is not so any more: "
                        + "ssh calls '/opt/hearth/bin/hearth' for the pet 'dev', which is not there\n");
    }

    @Test
    void leavesALinkedConfigurationAlone() throws IOException {
        makeKey();
        Files.createDirectories(directory.resolve(".ssh"));
        Files.createSymbolicLink(
                directory.resolve(".ssh/config"), Files.writeString(directory.resolve("dotfiles"), "Host *\n"));

        golden("ssh-linked", hearth.run("--yes", "ide", "ssh", "dev"));
        assertThat(directory.resolve("dotfiles")).hasContent("Host *\n");
    }

    @Test
    void saysWhyAPetHasNoServer() throws IOException {
        makeKey();
        hearth.engine().withProgram(GuestFiles.SSH_ACCESS.value(), (_, _, line) -> {
            line.accept("The image has no package manager that hearth knows");
            return 1;
        });

        golden("ssh-no-server", hearth.run("--yes", "ide", "ssh", "dev"));
        assertThat(directory.resolve(".ssh")).doesNotExist();
    }

    @Test
    void refusesWhatCannotBe() {
        golden("nothing", hearth.run("ide"));
        golden("ssh-no-pet", hearth.run("ide", "ssh", "lab"));
    }

    private void makeKey() throws IOException {
        var ssh = Files.createDirectories(directory.resolve("state/ssh"));
        Files.writeString(ssh.resolve("key"), "private");
        Files.writeString(ssh.resolve("key.pub"), "ssh-ed25519 AAAA hearth\n");
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify("ide/" + name + ".txt", outcome.text().replace(directory.toString(), "/home/ada"));
    }
}
