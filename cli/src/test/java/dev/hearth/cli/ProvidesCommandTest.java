package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.guest.GuestFiles;
import dev.hearth.packages.FakeApt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has a program that the host lacks. */
class ProvidesCommandTest {
    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = Map.of("gdb", "program /usr/bin/gdb", "cargo", "package cargo");
    private HearthFixture hearth;

    @BeforeEach
    void makePets() {
        hearth = new HearthFixture(directory);
        hearth.engine()
                .withFile("localhost/hearth/debian:12", "/var/lib/dpkg/status", FakeApt.paragraph("tar", "1.34"))
                .withProgram(GuestFiles.PROVIDES.value(), (container, request, line) -> {
                    asked.add(container.name());
                    var answer = answers.get(request.command().get(1));
                    if (answer != null) {
                        line.accept(answer);
                    }
                    return answer == null ? 1 : 0;
                });
        new FakeApt(hearth.engine()).with("gdb", "13");
        hearth.run("create", "dev");
        hearth.run("start", "dev");
    }

    @Test
    void saysItInOneLine() {
        Golden.verify("provides/program.txt", hearth.run("provides", "gdb").text());
        Golden.verify("provides/package.txt", hearth.run("provides", "cargo").text());
        Golden.verify(
                "provides/program-json.txt",
                hearth.run("provides", "gdb", "--format=json").text());
        Golden.verify("provides/nobody.txt", hearth.run("provides", "sl").text());
        Golden.verify("provides/no-name.txt", hearth.run("provides", "../sl").text());
    }

    @Test
    void keepsWhatItSaysForShells() throws Exception {
        hearth.run("provides", "gdb");
        hearth.run("provides", "sl");

        assertThat(answer("gdb")).hasContent("'gdb' is in the pet 'dev': hearth run -c dev gdb");
        assertThat(answer("sl")).isEmptyFile();
        assertThat(Files.getPosixFilePermissions(answer("sl").getParent())).hasSize(3);
    }

    @Test
    void forgetsItWhenPetsChange() {
        hearth.run("provides", "sl");
        hearth.run("install", "--yes", "--quiet", "-c", "dev", "gdb");
        assertThat(answer("sl")).doesNotExist();

        hearth.run("provides", "gdb");
        hearth.run("rm", "--yes", "--force", "dev");

        assertThat(answer("gdb")).doesNotExist();
    }

    @Test
    void startsNoPetForIt() {
        hearth.run("stop", "dev");

        assertThat(hearth.run("provides", "gdb").status()).isEqualTo(3);

        assertThat(asked).isEmpty();
    }

    @Test
    void prefersAPetThatHasItToTheMeantOne() {
        hearth.run("create", "web");
        hearth.run("start", "web");

        assertThat(hearth.run("provides", "cargo").out()).contains("hearth install -c ");
        assertThat(asked).hasSize(2);
    }

    private Path answer(String name) {
        return directory.resolve("cache/commands").resolve(name);
    }
}
