package dev.hearth.ide.toolchain;

import static dev.hearth.ide.IdeFixtures.DEV;
import static dev.hearth.ide.IdeFixtures.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.ide.FileLeftAlone;
import dev.hearth.ide.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetFileTest {
    private static final List<String> TOOLS = List.of("/usr/bin/cc", "/usr/bin/cmake");

    @TempDir
    private Path project;

    private PresetFile presets;
    private Path file;

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createFile(project.resolve("CMakeLists.txt"));
        presets = new PresetFile(project, new Toolchains(Path.of("/home/ada/tools"), Path.of("/home/ada")));
        file = project.resolve("CMakeUserPresets.json");
    }

    @Test
    void offersPetsAndTakesThemBackInAnyOrder() {
        Step.carryOut(presets.setUp(DEV, TOOLS));
        assertThat(presets.setUp(DEV, TOOLS)).isEmpty();
        Step.carryOut(presets.setUp(LAB, List.of("/usr/bin/cc")));

        assertThat(file).hasContent("""
                {
                  "version": 3,
                  "configurePresets": [
                    {"name":"hearth-dev","displayName":"In the pet dev","binaryDir":"${sourceDir}/build/hearth-dev",\
                "toolchainFile":"/home/ada/tools/dev.cmake","cmakeExecutable":"/home/ada/tools/bin/dev/cmake"},
                    {"name":"hearth-lab","displayName":"In the pet lab","binaryDir":"${sourceDir}/build/hearth-lab",\
                "toolchainFile":"/home/ada/tools/lab.cmake"}
                  ],
                  "buildPresets": [
                    {"name":"hearth-dev","configurePreset":"hearth-dev"},
                    {"name":"hearth-lab","configurePreset":"hearth-lab"}
                  ]
                }
                """);
        assertThat(Step.ask(presets.remove(DEV))).isTrue();
        Step.carryOut(presets.remove(DEV));
        assertThat(file).content().doesNotContain("dev");
        assertThat(presets.remove(DEV)).isEmpty();
        Step.carryOut(presets.remove(LAB));

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesAloneWhatSaysMore() throws IOException {
        Step.carryOut(presets.setUp(DEV, TOOLS));
        var edited = Files.readString(file).replace("\"version\": 3", "\"version\": 4");
        Files.writeString(file, edited);

        assertThatThrownBy(() -> presets.setUp(LAB, TOOLS))
                .isInstanceOf(FileLeftAlone.class)
                .hasMessageContaining("is there already, and says more than hearth writes");
        assertThat(presets.remove(DEV)).isEmpty();
        assertThat(file).content().isEqualTo(edited);
    }

    @Test
    void leavesALinkAlone() throws IOException {
        Files.createSymbolicLink(file, project.resolve("mine"));

        assertThatThrownBy(() -> presets.setUp(DEV, TOOLS)).isInstanceOf(FileLeftAlone.class);
        assertThat(project.resolve("mine")).doesNotExist();
    }

    @Test
    void wantsAProjectOfCmakes() throws IOException {
        Step.carryOut(presets.setUp(DEV, TOOLS));
        Files.delete(project.resolve("CMakeLists.txt"));

        assertThatThrownBy(() -> presets.setUp(LAB, TOOLS)).isInstanceOf(NoProject.class);
        Step.carryOut(presets.remove(DEV));
        assertThat(file).doesNotExist();
    }
}
