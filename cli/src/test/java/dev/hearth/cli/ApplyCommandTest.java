package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeProgram;
import dev.hearth.guest.GuestFiles;
import dev.hearth.packages.FakeApt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    private static final int NOT_ALLOWED = 8;

    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void start() throws IOException {
        hearth = new HearthFixture(directory.toRealPath()).withState();
        hearth.engine()
                .withProgram("/bin/sh", (_, request, line) -> shell(request, line))
                .withProgram(GuestFiles.OFFER.value(), (_, request, line) -> {
                    line.accept("/usr/bin/" + request.command().get(2));
                    return 0;
                });
    }

    @Test
    void makesWhatIsDeclaredAndNothingMoreASecondTime() throws IOException {
        declare("""
                pets:
                  dev:
                    volumes: [/srv:/srv]
                    environment: {EDITOR: vim}
                    packages: [gcc]
                    exports: {bin: [gcc]}
                    hooks: ["touch /hooked"]
                  web: {hostname: web}
                """);
        golden("apply/plan", hearth.run("apply", "--dry-run"));
        golden("apply/plan-json", hearth.run("apply", "--dry-run", "--format=json"));
        assertThat(hearth.engine().containers()).isEmpty();

        golden("apply/made", hearth.run("--yes", "apply"));

        assertThat(names()).containsExactly("dev", "web");
        assertThat(hooks()).containsExactly("touch /hooked");
        assertThat(hearth.run("export", "--list").out()).contains("gcc", "dev");
        var ids = hearth.engine().containers().stream().map(FakeContainer::id).toList();
        golden("apply/again", hearth.run("apply"));
        assertThat(hearth.engine().containers().stream().map(FakeContainer::id)).isEqualTo(ids);
    }

    @Test
    void bringsBackWhatDrifted() throws IOException {
        declare("pets: {dev: {environment: {EDITOR: vim}, exports: {bin: [gcc]}}}\n");
        hearth.run("--yes", "apply");
        hearth.run("--yes", "edit", "dev", "--env=EDITOR=vi", "--volume=/srv", "--memory=1g");
        hearth.run("unexport", "bin", "gcc");
        hearth.run("export", "bin", "gdb");

        golden("apply/drift", hearth.run("apply", "--dry-run"));
        assertThat(hearth.run("--yes", "apply").status()).isZero();

        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
        assertThat(hearth.run("history", "dev").out()).contains("@2");
    }

    @Test
    void runsHooksAgainOnlyWhenTheyChanged() throws IOException {
        declare("pets: {dev: {hooks: [one]}}\n");
        hearth.run("--yes", "apply");
        hearth.run("--yes", "apply");
        assertThat(hooks()).containsExactly("one");

        declare("pets: {dev: {hooks: [one, two]}}\n");
        hearth.run("--yes", "apply");

        assertThat(hooks()).containsExactly("one", "one", "two");
        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
    }

    @Test
    void leavesThePetAsItWasWhenAHookFails() throws IOException {
        declare("pets: {dev: {}}\n");
        hearth.run("--yes", "apply");
        var before = hearth.engine().container("dev").id();
        declare("pets: {dev: {hooks: [fail], environment: {A: b}}, lab: {hooks: [fail]}, web: {}}\n");

        var outcome = hearth.run("--yes", "apply");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.err()).contains("The hook 'fail' of 'lab' ended with status 3: no luck");
        assertThat(hearth.engine().container("dev").id()).isEqualTo(before);
        assertThat(names()).containsExactly("dev", "web");
    }

    @Test
    void removesWhatTheFileMadeAndNoLongerNames() throws IOException {
        hearth.run("create", "own");
        declare("pets: {dev: {}, web: {}, own: {}}\n");
        hearth.run("--yes", "apply");
        declare("pets: {dev: {}}\n");

        golden("apply/forgotten", hearth.run("apply"));
        golden("apply/prune", hearth.run("apply", "--prune", "--dry-run"));
        hearth.run("--yes", "apply", "--prune");

        assertThat(names()).containsExactly("dev", "own");
    }

    @Test
    void refusesAPetOfAnotherFile() throws IOException {
        declare("pets: {dev: {}}\n");
        hearth.run("--yes", "apply");
        hearth.allowed("other.yaml", "pets: {dev: {}}\n");

        var outcome = hearth.run("--yes", "apply", "other.yaml");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).startsWith("Error: The pet 'dev' was made by '");
        Files.move(hearth.work().resolve("hearth.yaml"), hearth.work().resolve("moved.yaml"));
        assertThat(hearth.run("--yes", "apply", "other.yaml").status()).isZero();
    }

    @Test
    void saysWhatItCannotChange() throws IOException {
        hearth.engine().withImage("other:1");
        declare("pets: {dev: {}}\n");
        hearth.run("--yes", "apply");
        declare("pets: {dev: {image: \"other:1\"}}\n");

        golden("apply/stays", hearth.run("apply"));
        golden("apply/stays-json", hearth.run("apply", "--format=json"));
    }

    @Test
    void changesPackagesOfAPetThatIsThere() throws IOException {
        withApt();
        declare("pets: {dev: {hooks: [one]}}\n");
        hearth.run("--yes", "apply");
        hearth.run("--yes", "install", "gdb");
        declare("pets: {dev: {packages: [gcc, make], hooks: [one]}}\n");

        golden("apply/packages", hearth.run("apply", "--dry-run"));
        golden("apply/packages-done", hearth.run("--yes", "apply"));

        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
        assertThat(hearth.run("show", "dev").out())
                .contains("Packages:     gcc\n", "make\n")
                .doesNotContain("gdb");
        assertThat(hooks()).containsExactly("one");
        declare("pets: {dev: {packages: [make], hooks: [two], environment: {A: b}}}\n");
        golden("apply/packages-and-more", hearth.run("apply", "--dry-run"));
        assertThat(hearth.run("--yes", "apply").status()).isZero();
        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
    }

    @Test
    void takesPackagesBackWhenTheRestFails() throws IOException {
        withApt();
        declare("pets: {dev: {packages: [gdb]}}\n");
        hearth.run("--yes", "apply");
        declare("pets: {dev: {packages: [gcc], hooks: [fail]}}\n");

        var outcome = hearth.run("--yes", "apply");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.err()).contains("The hook 'fail' of 'dev' ended with status 3: no luck");
        assertThat(hearth.run("show", "dev").out())
                .contains("Packages:     gdb\n")
                .doesNotContain("gcc");
    }

    @Test
    void changesNothingWhenAPackageCannotBeHad() throws IOException {
        withApt();
        declare("pets: {dev: {}}\n");
        hearth.run("--yes", "apply");
        var before = hearth.engine().container("dev").id();
        declare("pets: {dev: {packages: [gone], environment: {A: b}}}\n");

        var outcome = hearth.run("--yes", "apply");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.err()).contains("E: Unable to locate package gone");
        assertThat(hearth.engine().container("dev").id()).isEqualTo(before);
        assertThat(hearth.run("history", "dev", "--format=json").out()).contains("\"generations\": []");
    }

    @Test
    void readsTheManifestsOfDistrobox() throws IOException {
        hearth.allowed("distrobox.ini", """
                [dev]
                init_hooks=touch /x
                root=true
                """);

        golden("apply/distrobox", hearth.run("apply", "distrobox.ini", "--dry-run"));
        assertThat(hearth.run("--yes", "apply", "distrobox.ini").status()).isZero();
        assertThat(hooks()).containsExactly("touch /x");
    }

    @Test
    void takesFromTheConfigurationWhatTheFileLeavesOut() throws IOException {
        Files.createDirectories(hearth.config());
        Files.writeString(hearth.config().resolve("config.yaml"), "home: none\nenvironment: {A: b}\n");
        declare("pets: {dev: {environment: {C: d}}}\n");

        hearth.run("--yes", "apply");

        assertThat(hearth.run("show", "dev").out()).contains("none", "A=b", "C=d");
        assertThat(hearth.run("apply", "--dry-run").out()).isEqualTo("dev: as declared\n");
    }

    @Test
    void refusesAFileThatNobodyAllowed() throws IOException {
        var file = write("pets: {dev: {hooks: [one]}}\n");

        var outcome = hearth.run("--yes", "apply");

        assertThat(outcome.status()).isEqualTo(NOT_ALLOWED);
        assertThat(outcome.err()).startsWith("""
                        Error: The file '%1$s' was not allowed yet
                        Hint: See what it asks for, and allow it at a terminal: `hearth trust %1$s`.
                        """.formatted(file));
        assertThat(hearth.run("apply", "--dry-run", "--format=json").err()).contains("\"kind\": \"not-allowed\"");
        assertThat(hearth.engine().containers()).isEmpty();
    }

    @Test
    void refusesAFileThatIsMalformed() throws IOException {
        var file = write("pets: {dev: {init: 1}}\n");

        var outcome = hearth.run("apply");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("Error: " + file + ":1:20: 'init' must be true or false, not '1'\n");
    }

    @Test
    void saysThatThereIsNoFile() {
        var outcome = hearth.run("apply");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("Error: There is no hearth.yaml of yours in '" + hearth.work());
    }

    @Test
    void asksForTheWholePlan() throws IOException {
        declare("pets: {dev: {}, web: {}}\n");
        hearth.atTerminal("n\n");

        var outcome = hearth.run("apply");

        assertThat(outcome.status()).isEqualTo(130);
        assertThat(outcome.err()).contains("dev: make\n", "web: make\n", "Make it so? [y/N] ");
        assertThat(hearth.engine().containers()).isEmpty();
    }

    private void withApt() {
        hearth.engine()
                .withFile("localhost/hearth/debian:12", "/var/lib/dpkg/status", FakeApt.paragraph("tar", "1.34"));
        var _ = new FakeApt(hearth.engine()).with("gcc", "12").with("gdb", "13").with("make", "4");
    }

    private void declare(String text) throws IOException {
        hearth.allowed("hearth.yaml", text);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(hearth.work().resolve("hearth.yaml"), text);
    }

    private List<String> names() {
        return hearth.engine().containers().stream()
                .map(FakeContainer::name)
                .sorted()
                .toList();
    }

    /** {@return what was run in pets by their shell, besides the first process and the package manager} */
    private List<String> hooks() {
        return hearth.engine().execs().stream()
                .map(ExecRequest::command)
                .filter(command -> command.size() == 3 && command.getFirst().equals("/bin/sh"))
                .filter(command -> !command.equals(GuestFiles.installation().command()))
                .map(List::getLast)
                .toList();
    }

    private static int shell(ExecRequest request, Consumer<String> line) {
        if (request.command().equals(GuestFiles.entrypoint())) {
            return FakeProgram.KEEPS_RUNNING;
        }
        if (request.command().getLast().equals("fail")) {
            line.accept("no luck");
            return 3;
        }
        return 0;
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify(
                name + ".txt",
                outcome.text()
                        .replace(hearth.work().toString(), "/work")
                        .replace("user " + hearth.uid() + ":", "user UID:"));
    }
}
