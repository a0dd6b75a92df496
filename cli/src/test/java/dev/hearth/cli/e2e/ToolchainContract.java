package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Editors and build tools on the host with a pet's compilers, as the documents say: the same on every engine. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 20, unit = MINUTES)
abstract class ToolchainContract {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String DOCUMENT = "ide.md";
    private static final List<String> SCRIPTS =
            Documentation.blocks(DOCUMENT, "Compilers, debuggers and interpreters", "sh");

    private final InstalledHearth hearth;
    private final Path toolchains;
    private String pet = "";

    ToolchainContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
        this.toolchains = hearth.person().home().resolve(".local/share/hearth/toolchains");
    }

    @BeforeAll
    void tellOfAPet() {
        pet = hearth.create(TestedEngine.image());
        hearth.install(pet, "gcc", "g++", "libc6-dev", "make", "cmake", "gdb", "gdbserver", "clangd", "python3-venv");
        hearth.run(pet, "sh", "-c", """
                printf 'static inline int twice(int n) {\\n    return 2 * n;\\n}\\n' |
                    sudo tee /usr/include/it_pet.h >/dev/null""");
        hearth.append("CMakeLists.txt", """
                cmake_minimum_required(VERSION 3.21)
                project(it C CXX)
                find_path(THE_HEADER stdio.h)
                message(STATUS "stdio.h is in ${THE_HEADER}")
                add_executable(app app.c more.cpp)
                """);
        hearth.append("app.c", """
                #include <it_pet.h>
                #include <stdio.h>
                int more(int n);
                int main(void) { return printf("%d\\n", more(twice(21))) < 0; }
                """);
        hearth.append(
                "more.cpp", "#include <vector>\nextern \"C\" int more(int n) { return std::vector<int>{n}[0]; }\n");
        hearth.append("right.c", "#include <it_pet.h>\nint main(void) { return twice(21); }\n");
        hearth.append("wrong.c", "#include <it_pet.h>\nint main(void) { return twice(\"a\"); }\n");
        hearth.append(
                "Makefile", "wrong: wrong.c\n\tgcc -Werror -c wrong.c\nright: right.c\n\tgcc -g -o right right.c\n");
        hearth.hearth("ide", "toolchain", pet).succeeded();
    }

    @AfterAll
    void removeThePet() {
        try {
            hearth.hearth("rm", "--force", pet).succeeded();
            assertThat(toolchains.resolve(pet + ".cmake")).doesNotExist();
            assertThat(toolchains.resolve("bin").resolve(pet)).doesNotExist();
        } finally {
            hearth.close();
        }
    }

    @Test
    void buildsByTheHostsCmake() throws IOException {
        Needed.programs("cmake", "make");
        var toolchain = "-DCMAKE_TOOLCHAIN_FILE=" + toolchains.resolve(pet + ".cmake");

        // The host has that header as well, but the compilers do not see the host's.
        assertThat(onHost("cmake", "-S", ".", "-B", "host", "-G", "Unix Makefiles", toolchain)
                        .succeeded())
                .contains("stdio.h is in THE_HEADER-NOTFOUND\n");
        onHost("cmake", "--build", "host").succeeded();

        assertThat(hearth.run(pet, "host/app")).isEqualTo("42\n");
        assertThat(Files.readString(hearth.directory().resolve("host/compile_commands.json")))
                .contains("\"command\": \"" + tool("cc") + " ", "\"command\": \"" + tool("c++") + " ");
    }

    @Test
    void buildsByThePresetWithThePetsCmake() throws IOException {
        Needed.programs("cmake");
        hearth.hearth("--yes", "ide", "toolchain", pet, ".").succeeded();
        var preset = "hearth-" + pet;
        assertThat(onHost("cmake", "--list-presets").succeeded()).contains("\"" + preset + "\"");

        assertThat(onHost(tool("cmake"), "--preset", preset).succeeded()).contains("stdio.h is in /usr/include\n");
        onHost(tool("cmake"), "--build", "--preset", preset).succeeded();

        var built = hearth.directory().resolve("build/" + preset);
        assertThat(hearth.run(pet, built.resolve("app").toString())).isEqualTo("42\n");
        understandsTheCompilersOf(built);
        hearth.hearth("--yes", "ide", "toolchain", pet, ".", "--remove").succeeded();
        assertThat(hearth.directory().resolve("CMakeUserPresets.json")).doesNotExist();
    }

    private void understandsTheCompilersOf(Path built) throws IOException {
        var words = List.of(
                tool("clangd"),
                "--query-driver=" + toolchains.resolve("bin").resolve(pet) + "/*",
                "--compile-commands-dir=" + built);
        var source = hearth.directory().resolve("app.c");
        try (var editor = LanguageClient.start(
                hearth.directory(),
                hearth.person().environment(),
                hearth.person().saying(words))) {
            editor.open(source);

            assertThat(editor.diagnostics()).isEqualTo("[]");
            assertThat(editor.definition(source, 3, 47)).endsWith("/usr/include/it_pet.h:0:18");
        }
        assertThat(hearth.log("server.log")).contains("successfully executed " + tool("cc"));
    }

    /** As Eclipse CDT asks a toolchain at the start of a project. */
    @Test
    void tellsWhereThePetsHeadersAre() {
        hearth.append("spec.c", "");

        var asked = onHost(tool("gcc"), "-E", "-P", "-v", "-dD", "spec.c");

        assertThat(asked.succeeded()).contains("#define __GNUC__ ");
        assertThat(asked.err()).contains("#include <...> search starts here:\n").contains("\n /usr/include\n");
    }

    @Test
    void debugsThroughAPipe() {
        Needed.programs("gdb");
        hearth.append("sum.c", "int sum(int n) { return n + 1; }\nint main(void) { return sum(41); }\n");
        onHost(tool("gcc"), "-g", "-o", "app", "sum.c").succeeded();
        var script = inThePet(SCRIPTS.get(3)).strip() + " --batch -ex 'break sum' -ex continue -ex backtrace";
        assertThat(onHost("sh", "-ec", script).succeeded())
                .contains("Breakpoint 1, sum (n=41)")
                .containsPattern("#1 .* in main ");
    }

    @Test
    void isAnInterpreterWithItsEnvironment() {
        onHost("sh", "-ec", inThePet(SCRIPTS.get(1))).succeeded();
        var python = hearth.person().home().resolve(".local/bin/app-python").toString();

        var where = "import os, sys; print(sys.prefix, os.environ['HEARTH_PET'])";
        assertThat(onHost(python, "-c", where).succeeded())
                .isEqualTo(hearth.directory().resolve(".venv") + " " + pet + "\n");
    }

    @Test
    void isAJdkThatIdesCanRead() throws IOException {
        hearth.install(pet, "openjdk-17-jdk-headless");
        var jdks = hearth.person().home().resolve(".jdks");
        assertThat(jdks).doesNotExist();
        try {
            onHost("sh", "-ec", inThePet(SCRIPTS.get(2))).succeeded();

            assertThat(Files.readString(jdks.resolve("dev-17/release"))).contains("JAVA_VERSION=\"17.");
            hearth.append(
                    "It.java", "class It { public static void main(String[] words) { System.out.print(6 * 7); } }");
            assertThat(onHost(jdks.resolve("dev-17/bin/java").toString(), "It.java")
                            .succeeded())
                    .isEqualTo("42");
        } finally {
            onHost("rm", "-r", jdks.toString()).succeeded();
        }
    }

    @Test
    void checksAndGoesToDefinitionsInNeovim() throws IOException {
        Needed.programs("nvim");
        hearth.append(
                "init.lua",
                inThePet(Documentation.blocks(DOCUMENT, "Neovim", "lua").getFirst()));
        var check = hearth.append("check.lua", """
                local function await(what, done)
                  if not vim.wait(60000, done, 50) then error('not seen: ' .. what) end
                end
                await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
                local out = { vim.diagnostic.get(0)[1].message }
                vim.api.nvim_win_set_cursor(0, { 2, 25 })
                vim.lsp.buf.definition()
                await('the definition', function() return vim.api.nvim_buf_get_name(0):find('it_pet.h', 1, true) end)
                table.insert(out, vim.api.nvim_buf_get_name(0))
                table.insert(out, vim.api.nvim_get_current_line())
                vim.fn.writefile(out, 'nvim.out')
                """);

        onHost(
                        "env",
                        "XDG_DATA_HOME=" + hearth.directory().resolve("data"),
                        "nvim",
                        "--headless",
                        "-u",
                        "init.lua",
                        "wrong.c",
                        "-c",
                        "luafile " + check,
                        "-c",
                        "qa!")
                .succeeded();

        assertThat(hearth.log("nvim.out").lines())
                .satisfiesExactly(
                        message -> assertThat(message).contains("ncompatible pointer to integer conversion"),
                        file -> assertThat(file).isEqualTo("/pet/" + pet + "/usr/include/it_pet.h"),
                        line -> assertThat(line).isEqualTo("static inline int twice(int n) {"));
    }

    @Test
    void fillsTheListOfErrorsInVim() {
        Needed.programs("vim");
        hearth.append("vimrc", vimScript());

        // Without a terminal Vim ends with the number of errors that it printed.
        onHost(
                "vim",
                "-es",
                "-u",
                "vimrc",
                "-c",
                "make! wrong",
                "-c",
                "call writefile(map(filter(getqflist(), 'v:val.valid'), "
                        + "'bufname(v:val.bufnr) . \":\" . v:val.lnum . \":\" . v:val.text'), 'vim.out')",
                "-c",
                "qa!");

        assertThat(hearth.log("vim.out")).startsWith("wrong.c:2: ").contains("makes integer from pointer");
    }

    @Test
    void debugsInVim() {
        Needed.programs("vim");
        hearth.append("debug.vim", vimScript());
        onHost(tool("make"), "right").succeeded();
        try (var terminal = Terminal.of(hearth.person(), hearth.directory())) {
            terminal.type("vim -u debug.vim -c 'Termdebug ./right'");
            terminal.see("gdb>");
            terminal.type("break twice");
            terminal.see("Breakpoint 1 at");
            terminal.type("run");
            terminal.see("it_pet.h");
        }
    }

    private String vimScript() {
        return inThePet(Documentation.blocks(DOCUMENT, "Vim", "vim").getFirst());
    }

    /** The documents call their pet so. */
    private String inThePet(String text) {
        return text.replace("-c dev ", "-c " + pet + " ")
                .replace("'dev'", "'" + pet + "'")
                .replace("toolchains/bin/dev", "toolchains/bin/" + pet);
    }

    private String tool(String name) {
        return toolchains.resolve("bin").resolve(pet).resolve(name).toString();
    }

    private Ended onHost(String... words) {
        var environment = new TreeMap<>(hearth.person().environment());
        environment.put("PATH", InstalledHearth.LAUNCHER.getParent() + ":" + environment.get("PATH"));
        environment.put("HEARTH_ENGINE", hearth.launcher().getLast());
        return new Programs(environment)
                .run(SOON, hearth.directory(), hearth.person().saying(List.of(words)));
    }
}
