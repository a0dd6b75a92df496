package dev.hearth.ide.toolchain;

import static dev.hearth.ide.IdeFixtures.CALL;
import static dev.hearth.ide.IdeFixtures.DEV;
import static dev.hearth.ide.IdeFixtures.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.ide.FileEditedByHand;
import dev.hearth.ide.Marked;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tools;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainsTest {
    private static final List<String> TOOLS = List.of("/usr/bin/gcc", "/usr/bin/g++", "/usr/local/bin/gdb");

    @TempDir
    private Path home;

    private Toolchains toolchains;
    private Tools tools;

    @BeforeEach
    void makeToolchains() {
        toolchains = new Toolchains(home.resolve("toolchains"), home);
        tools = new Tools(List.of(toolchains), () -> CALL);
    }

    @Test
    void givesToolsTheirUsualNames() throws IOException {
        Step.carryOut(toolchains.setUp(DEV, TOOLS, CALL));

        assertThat(files()).containsExactly("bin/dev/g++", "bin/dev/gcc", "bin/dev/gdb", "dev.cmake");
        assertThat(toolchains.bin(DEV).resolve("gdb"))
                .isExecutable()
                .content()
                .contains("'--engine' 'docker' run -c \"$h_pet\" -- '/usr/local/bin/gdb' \"$@\"\n")
                .contains("`hearth ide toolchain dev --remove` takes it back");
        assertThat(toolchains.setUp(DEV, TOOLS, CALL)).isEmpty();
        assertThat(toolchains.known()).extracting(Marked::pet).containsExactly(DEV);
    }

    @Test
    void tellsCmakeOfTheCompilersThatAreThere() throws IOException {
        Step.carryOut(toolchains.setUp(DEV, List.of("/usr/bin/clang", "/usr/bin/gcc", "/usr/bin/pkg-config"), CALL));

        assertThat(Files.readString(toolchains.cmakeFile(DEV)))
                .contains("set(CMAKE_C_COMPILER \"%s\")\n"
                        .formatted(toolchains.bin(DEV).resolve("gcc")))
                .contains("set(CMAKE_CXX_COMPILER \"the-pet-has-none\")\n")
                .contains("set(PKG_CONFIG_EXECUTABLE \"%s\""
                        .formatted(toolchains.bin(DEV).resolve("pkg-config")));
    }

    @Test
    void followsWhatThePetHas() {
        Step.carryOut(toolchains.setUp(DEV, TOOLS, CALL));

        var steps = toolchains.setUp(DEV, List.of("/usr/bin/gcc", "/usr/local/bin/gdb", "/usr/bin/cc"), CALL);

        assertThat(steps)
                .extracting(Step::line)
                .containsExactly(
                        "Remove programs from '" + toolchains.bin(DEV) + "': g++",
                        "Make programs in '" + toolchains.bin(DEV) + "' that run those of 'dev': cc",
                        "Write '" + toolchains.cmakeFile(DEV) + "'");
        assertThat(Step.ask(steps)).isFalse();
        Step.carryOut(steps);
        assertThat(files()).containsExactly("bin/dev/cc", "bin/dev/gcc", "bin/dev/gdb", "dev.cmake");
    }

    @Test
    void takesTheFirstOfTwoProgramsOfOneName() {
        Step.carryOut(toolchains.setUp(DEV, List.of("/usr/bin/gcc"), CALL));
        Step.carryOut(toolchains.setUp(DEV, List.of("/usr/local/bin/gcc"), CALL));

        assertThat(toolchains.bin(DEV).resolve("gcc")).content().contains("# X-Hearth-Export=/usr/local/bin/gcc\n");
    }

    @Test
    void followsThePet() {
        Step.carryOut(toolchains.setUp(DEV, TOOLS, CALL));

        tools.renamed(DEV, LAB);
        assertThat(files()).containsExactly("bin/lab/g++", "bin/lab/gcc", "bin/lab/gdb", "lab.cmake");
        assertThat(toolchains.bin(LAB).resolve("gcc")).content().contains("\nh_pet=lab\n");
        assertThat(toolchains.cmakeFile(LAB)).content().contains("\"name=lab\"").doesNotContain("dev");
        tools.removed(LAB);

        assertThat(home.resolve("toolchains")).isEmptyDirectory();
    }

    @Test
    void keepsApartThePetsWhoseNamesLookLikeFiles() {
        var other = new PetName("dev.cmake");
        Step.carryOut(toolchains.setUp(DEV, TOOLS, CALL));
        Step.carryOut(toolchains.setUp(other, List.of("/usr/bin/gcc"), CALL));

        assertThat(files())
                .containsExactly(
                        "bin/dev.cmake/gcc",
                        "bin/dev/g++",
                        "bin/dev/gcc",
                        "bin/dev/gdb",
                        "dev.cmake",
                        "dev.cmake.cmake");
        tools.removed(DEV);
        assertThat(files()).containsExactly("bin/dev.cmake/gcc", "dev.cmake.cmake");
    }

    @Test
    void keepsAFileThatSomebodyChanged() throws IOException {
        Step.carryOut(toolchains.setUp(DEV, TOOLS, CALL));
        var edited = Files.readString(toolchains.cmakeFile(DEV)) + "set(CMAKE_C_FLAGS -O2)\n";
        Files.writeString(toolchains.cmakeFile(DEV), edited);

        assertThatThrownBy(() -> toolchains.setUp(DEV, TOOLS, CALL)).isInstanceOf(FileEditedByHand.class);
        assertThatThrownBy(() -> toolchains.remove(DEV)).isInstanceOf(FileEditedByHand.class);
        assertThat(files()).hasSize(4);
        tools.removed(DEV);

        assertThat(files()).containsExactly("dev.cmake");
        assertThat(toolchains.cmakeFile(DEV)).content().isEqualTo(edited);
    }

    @Test
    void saysWhatIsNotSoAnyMore() {
        Step.carryOut(toolchains.setUp(DEV, TOOLS, CALL));

        assertThat(tools.stale(List.of())).containsExactly("toolchain knows the pet 'dev', which is gone");
    }

    private List<String> files() {
        try (var paths = Files.walk(home.resolve("toolchains"))) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> home.resolve("toolchains").relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
