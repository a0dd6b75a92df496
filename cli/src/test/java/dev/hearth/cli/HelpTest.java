package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enter",
                "run",
                "ephemeral",
                "list",
                "show",
                "create",
                "start",
                "stop",
                "restart",
                "rm",
                "edit",
                "rename",
                "default",
                "logs",
                "env",
                "host",
                "export",
                "unexport",
                "image",
                "status",
                "os",
                "ide",
                "doctor",
                "engine",
                "setup",
                "config",
                "completion",
                "version",
                "demote",
                "promote",
                "help"
            })
    void explainsEachCommand(String command) {
        verify(command, new HearthFixture(directory).run(command, "--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh", "terminal", "toolchain", "vscode"})
    void explainsEachCommandOnTerminalsAndEditors(String command) {
        verify("ide-" + command, new HearthFixture(directory).run("ide", command, "--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "pull", "build", "rm"})
    void explainsEachCommandOnImages(String command) {
        verify("image-" + command, new HearthFixture(directory).run("image", command, "--help"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "upgrade",
                "rollback",
                "rebase",
                "deploy",
                "install",
                "uninstall",
                "override",
                "reset",
                "pin",
                "unpin",
                "undeploy",
                "cleanup",
                "kargs",
                "diff",
                "history",
                "config-diff",
                "config-merge",
                "search",
                "auto",
                "check",
                "advise",
                "unlock",
                "cancel",
                "compose",
                "sign",
                "delta",
                "gate",
                "release",
                "withdraw",
                "publish",
                "serve",
                "rollout"
            })
    void explainsEachCommandOnTheBase(String command) {
        verify("os-" + command, new HearthFixture(directory).run("os", command, "--help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove", "replace", "reset"})
    void explainsEachCommandOnPackagesOfTheBase(String command) {
        verify("os-override-" + command, new HearthFixture(directory).run("os", "override", command, "--help"));
    }

    @Test
    void explainsItself() {
        verify("hearth", new HearthFixture(directory).run("--help"));
    }

    @Test
    void explainsACommandByAnotherWay() {
        var hearth = new HearthFixture(directory);

        assertThat(hearth.run("help", "create").out())
                .isEqualTo(hearth.run("create", "--help").out());
        assertThat(hearth.run("help", "crate").err())
                .isEqualTo("Error: There is no command 'crate'\nHint: Did you mean 'create'?\n");
    }

    private static void verify(String name, Outcome outcome) {
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        Golden.verify("help/" + name + ".txt", outcome.out());
    }
}
