package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import dev.hearth.pets.PetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandsTest {
    private static final String APPLICATIONS = "/usr/share/applications";

    /** What a pet answers, by the question. */
    private static final Map<String, String> ANSWERS = Map.of(
            "program gcc",
            "/usr/bin/gcc",
            "program gdb",
            "/usr/bin/gdb",
            "apps",
            Stream.of("org.gnome.gedit\tText Editor", "org.kde.kate\tEditor", "vim\tEditor", "odd\tOdd")
                    .map(line -> line.split("\t", -1))
                    .map(app -> APPLICATIONS + "/" + app[0] + ".desktop\t" + APPLICATIONS + "\t" + app[1])
                    .reduce("", (all, line) -> all + line + "\n"),
            "text " + APPLICATIONS + "/org.gnome.gedit.desktop",
            "[Desktop Entry]\nType=Application\nName=Text Editor\nIcon=gedit\nExec=gedit %U",
            "text " + APPLICATIONS + "/odd.desktop",
            "[Desktop Entry]\nType=Link",
            "icons gedit",
            "icon /usr/share/icons/hicolor/48x48/apps/gedit.png\n 00 ff\n 0a",
            "unit redis.service",
            "system /lib/systemd/system/redis.service\n[Service]\nExecStart=/usr/bin/redis\nUser=redis");

    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory);
        hearth.withVariable("PATH", "/usr/bin:" + directory.resolve(".local/bin"));
        hearth.engine().withProgram(GuestFiles.OFFER.value(), (_, request, line) -> {
            var answer = ANSWERS.getOrDefault(question(request), "");
            answer.lines().forEach(line);
            return answer.isEmpty() ? 1 : 0;
        });
        hearth.run("create", "dev");
    }

    @Test
    void hasTheDoctorNameWhatIsLeftOfAPetThatThePlainEngineRemoved() {
        hearth.run("export", "bin", "gcc");
        hearth.engine().withLabel(PetSpec.LABEL).forEach(container -> {
            hearth.engine().stop(container.id(), Duration.ZERO);
            hearth.engine().remove(container.id());
        });

        assertThat(hearth.run("doctor").out())
                .contains("  broken  Exports of pets that are gone: gcc\n")
                .contains("`hearth unexport` takes them away, as in `hearth unexport bin gcc`.\n");
    }

    @Test
    void exportsAndTakesBack() {
        assertThat(hearth.run("export", "bin", "gcc", "gdb"))
                .extracting(Outcome::status, Outcome::err)
                .containsExactly(0, "");
        hearth.run("export", "app", "gedit");
        hearth.run("export", "service", "redis.service", "--as", "cache");

        assertThat(listed())
                .containsExactly(
                        "app org.gnome.gedit dev org.gnome.gedit",
                        "bin gcc dev /usr/bin/gcc",
                        "bin gdb dev /usr/bin/gdb",
                        "service cache dev redis.service");
        hearth.run("unexport", "bin", "gcc");
        hearth.run("unexport", "app", "gedit");
        assertThat(listed()).containsExactly("bin gdb dev /usr/bin/gdb", "service cache dev redis.service");
        assertThat(hearth.run("complete", "exports").out()).isEqualTo("gdb\ncache\n");
    }

    @Test
    void listsExportsForPeopleAndPrograms() throws IOException {
        Golden.verify("export/none.txt", hearth.run("export", "--list").text());
        Files.createDirectories(directory.resolve(".local/bin"));

        hearth.run("export", "bin", "gcc");

        Golden.verify(
                "export/one-json.txt",
                hearth.run("export", "--list", "--format=json").text().replace(directory.toString(), "/home/ada"));
    }

    @Test
    void copiesAnAppsIcons() {
        hearth.run("export", "app", "Text Editor");

        assertThat(directory.resolve(".local/share/icons/hicolor/48x48/apps/hearth-dev-org.gnome.gedit.png"))
                .hasBinaryContent(new byte[] {0, -1, 10});
    }

    @Test
    void letsExportsFollowTheirPet() {
        hearth.run("export", "bin", "gcc");
        hearth.run("export", "app", "--pet");

        hearth.run("rename", "dev", "lab");
        assertThat(listed()).containsExactly("app lab lab", "bin gcc lab /usr/bin/gcc");

        hearth.run("rm", "--force", "lab");
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "bin gcz       | 3 | There is no program 'gcz' in 'dev'",
                "bin bin/gcc   | 3 | There is no program 'bin/gcc' in 'dev'",
                "bin --as=a/b gcc | 2 | 'a/b' cannot be the name of an export",
                "bin --as=hearth gcc | 2 | A program of a pet cannot be exported as 'hearth', which is what exports call",
                "bin --as=x gcc gdb | 2 | Several exports cannot have one name",
                "bin           | 2 | The name of what to export is missing",
                "bin --pet     | 2 | The pet itself is exported alone, and as an app",
                "bin --list    | 2 | Exports cannot be listed and made at once",
                "-c dev        | 2 | What to export is missing",
                "app geddit    | 3 | There is no app 'geddit' in 'dev'",
                "app Editor    | 2 | Several apps in 'dev' are called 'Editor': org.kde.kate, vim",
                "app odd       | 2 | The desktop entry of 'odd' cannot be exported: it is of no application",
                "service none  | 3 | There is no unit 'none.service' in 'dev'",
                "service a@b   | 2 | The service 'a@b' cannot be exported: it is a template, or made from one",
                "bin -c lab gcc | 3 | There is no pet named 'lab'"
            })
    void saysWhatIsWrongAndMakesNothing(String words, int status, String message) {
        var outcome = hearth.run(("export " + words).split(" ", -1));

        assertThat(outcome.err()).startsWith("Error: " + message + "\nHint: ");
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(directory.resolve(".local")).doesNotExist();
    }

    @Test
    void leavesAForeignFileAloneAndExportsTheOthers() throws IOException {
        var bin = Files.createDirectories(directory.resolve(".local/bin"));
        var foreign = Files.writeString(bin.resolve("gcc"), "#!/bin/sh\n");

        var outcome = hearth.run("export", "bin", "gcc", "gdb");

        assertThat(outcome.err()).startsWith("Error: The file '" + foreign + "' is there already, and is no export\n");
        assertThat(outcome.status()).isEqualTo(4);
        assertThat(foreign).hasContent("#!/bin/sh\n");
        assertThat(listed()).containsExactly("bin gdb dev /usr/bin/gdb");
        assertThat(hearth.run("unexport", "bin", "gcc"))
                .extracting(Outcome::status)
                .isEqualTo(3);
    }

    @Test
    void saysThatShellsDoNotFindWhatItExports() {
        hearth.withVariable("PATH", "/usr/bin");

        assertThat(hearth.run("export", "bin", "gcc").err())
                .isEqualTo("Warning: '%s' is not on your PATH, so shells do not find what is there\n"
                        .formatted(directory.resolve(".local/bin")));
    }

    @Test
    void namesTheEngineThatWasAskedFor() {
        hearth.run("export", "bin", "gcc", "--engine=docker");

        assertThat(directory.resolve(".local/bin/gcc"))
                .content()
                .contains("exec \"$h_hearth\" '--engine' 'docker' run -c \"$h_pet\" -- '/usr/bin/gcc' \"$@\"\n");
    }

    private List<String> listed() {
        return hearth.run("export", "--list")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(" +", " "))
                .map(line -> line.substring(0, line.lastIndexOf(" /")))
                .toList();
    }

    private static String question(ExecRequest request) {
        var words = request.command();
        return String.join(" ", words.subList(1, Math.min(words.size(), 3)));
    }
}
