package dev.hearth.ide.vscode;

import static dev.hearth.ide.IdeFixtures.CALL;
import static dev.hearth.ide.IdeFixtures.DEV;
import static dev.hearth.ide.IdeFixtures.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Account;
import dev.hearth.engine.json.Json;
import dev.hearth.ide.FileLeftAlone;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VsCodeTest {
    private static final String OF_THE_USER = """
            // Mine, ü
            {
              "editor.fontSize": 14, // large
              /* terminals */
              "terminal.integrated.profiles.linux": {
                "bash": { "path": "bash", },
              },
            }
            """;

    @TempDir
    private Path home;

    private Editors editors;
    private Path settings;

    @BeforeEach
    void useCode() throws IOException {
        var account = new Account("ada", 1000, 1000, List.of(), "Ada", home, Path.of("/bin/bash"));
        editors = new Editors(account, home.resolve("config"), home.resolve("data"), home.resolve("state"));
        settings = home.resolve("config/Code/User/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, OF_THE_USER);
    }

    @Test
    void addsAProfileAndKeepsAllElse() throws IOException {
        var code = editors.of(editors.used());

        Step.carryOut(code.setUp(DEV, CALL));

        var changed = Files.readString(settings);
        var added = changed.lines()
                .filter(line -> line.contains("hearth-dev"))
                .findFirst()
                .orElseThrow();
        assertThat(changed.replace(added + "\n", "")).isEqualTo(OF_THE_USER);
        var profile = Json.parse("{" + added.strip().replaceFirst(",$", "") + "}");
        assertThat(profile.at("hearth-dev", "path").text()).isEqualTo("/usr/bin/env");
        assertThat(profile.at("hearth-dev", "args").texts())
                .containsExactly(
                        "JAVA_HOME=/opt/java", CALL.launcher().toString(), "--engine", "docker", "enter", "dev");
        assertThat(profile.at("hearth-dev", "overrideName").isTrue()).isTrue();
        assertThat(code.setUp(DEV, CALL)).isEmpty();
        Step.carryOut(code.setUp(LAB, CALL));
        Step.carryOut(code.remove(DEV));
        Step.carryOut(code.remove(LAB));
        assertThat(settings).hasContent(OF_THE_USER);
        assertThat(code.known()).isEmpty();
    }

    @Test
    void attachesAsTheUserInTheHomeUntilTheExtensionSaysOtherwise() throws IOException {
        var code = editors.of(Editor.CODE);
        Step.carryOut(code.setUp(DEV, CALL));
        var file = settings.resolveSibling("globalStorage/ms-vscode-remote.remote-containers/nameConfigs/dev.json");
        var own = Files.readString(file);

        assertThat(own).contains("\"remoteUser\"", "\"ada\"", "\"workspaceFolder\"", home.toString());
        Files.writeString(file, "{\"remoteUser\": \"ada\", \"extensions\": []}");
        assertThat(code.setUp(DEV, CALL)).isEmpty();
        Step.carryOut(code.remove(DEV));

        assertThat(file).exists();
    }

    @ParameterizedTest
    @EnumSource
    void startsWithoutSettingsAndLeavesNone(Editor editor) throws IOException {
        Files.delete(settings);
        var tool = editors.of(editor);

        Step.carryOut(tool.setUp(DEV, CALL));
        assertThat(tool.user().resolve("settings.json")).content().contains("\"hearth-dev\"");
        Step.carryOut(tool.remove(DEV));

        try (var left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ \"a\": 1 \"b\": 2 }", "[]", "{ \"terminal.integrated.profiles.linux\": null }"})
    void leavesBrokenSettingsAloneAndSaysWhatToPaste(String text) throws IOException {
        Files.writeString(settings, text);

        assertThatThrownBy(() -> editors.of(Editor.CODE).setUp(DEV, CALL))
                .isInstanceOfSatisfying(
                        FileLeftAlone.class,
                        left -> assertThat(left.hint().orElseThrow())
                                .startsWith("Put this into 'terminal.integrated.profiles.linux' there yourself: "));
        assertThat(settings).hasContent(text);
    }

    @Test
    void leavesAProfileAloneThatSomebodyChanged() throws IOException {
        var code = editors.of(Editor.CODE);
        Step.carryOut(code.setUp(DEV, CALL));
        var edited = Files.readString(settings).replace("package", "rocket");
        Files.writeString(settings, edited);

        assertThatThrownBy(() -> code.remove(DEV)).isInstanceOf(FileLeftAlone.class);
        assertThatThrownBy(() -> code.setUp(DEV, CALL)).isInstanceOf(FileLeftAlone.class);
        assertThat(settings).hasContent(edited);
    }

    @Test
    void leavesItToTheDoctorWhenThePetIsGone() {
        var code = editors.of(Editor.CODE);
        Step.carryOut(code.setUp(DEV, CALL));
        var tools = new Tools(List.copyOf(editors.all()), () -> CALL);

        tools.removed(DEV);

        assertThat(settings).content().contains("hearth-dev");
        assertThat(tools.stale(List.of())).containsExactly("code knows the pet 'dev', which is gone");
    }

    @Test
    void opensADirectoryInThePet() {
        assertThat(editors.of(Editor.CODE)
                        .opening(DEV, Path.of("/home/ada/a b"))
                        .argv())
                .containsExactly(
                        "code",
                        "--folder-uri",
                        "vscode-remote://attached-container+7b22636f6e7461696e65724e616d65223a22646576227d"
                                + "/home/ada/a%20b");
    }
}
