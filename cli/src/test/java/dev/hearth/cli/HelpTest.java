package dev.hearth.cli;

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
                "rename",
                "default",
                "logs",
                "engine",
                "config",
                "completion",
                "version"
            })
    void explainsEachCommand(String command) {
        Golden.verify(
                "help/" + command + ".txt",
                new HearthFixture(directory).run(command, "--help").text());
    }

    @Test
    void explainsItself() {
        Golden.verify(
                "help/hearth.txt", new HearthFixture(directory).run("--help").text());
    }
}
