package dev.hearth.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a user's shells, changed by real programs and returned. */
class ShellHooksTest {
    private static final String LINE =
            "[ ! -r '/opt/it'\\''s/lib/not-found.bash' ] || . '/opt/it'\\''s/lib/not-found.bash'\n";

    @TempDir
    Path directory;

    private Path home;
    private Path programs;

    @BeforeEach
    void haveThreeShells() throws IOException {
        home = Files.createDirectory(directory.resolve("home"));
        programs = Files.createDirectory(directory.resolve("bin"));
        for (var shell : List.of("bash", "zsh", "fish")) {
            Files.createFile(
                    programs.resolve(shell),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    @Test
    void addsALineAndAFile() throws IOException {
        Files.writeString(home.resolve(".bashrc"), "alias ll='ls -l'");

        carryOut();

        assertThat(home.resolve(".bashrc")).hasContent("alias ll='ls -l'\n" + LINE.strip());
        assertThat(Files.readString(home.resolve(".zshrc"))).isEqualTo(LINE.replace(".bash", ".zsh"));
        assertThat(home.resolve(".config/fish/conf.d/hearth-not-found.fish"))
                .hasContent("test -r '/opt/it\\'s/lib/not-found.fish'; and source '/opt/it\\'s/lib/not-found.fish'");
    }

    @Test
    void isDoneOnce() throws IOException {
        carryOut();

        assertThat(hooks()).isEmpty();

        Files.writeString(home.resolve(".bashrc"), "");
        assertThat(hooks()).hasSize(1);
    }

    @Test
    void takesOutWhatItPutIn() throws IOException {
        Files.writeString(home.resolve(".bashrc"), "one\n");
        carryOut();
        Files.writeString(home.resolve(".bashrc"), "one\n" + LINE + "two\n");

        setup().undo();

        assertThat(Files.readString(home.resolve(".bashrc"))).isEqualTo("one\ntwo\n");
        assertThat(home.resolve(".zshrc")).doesNotExist();
        assertThat(home.resolve(".config/fish/conf.d/hearth-not-found.fish")).doesNotExist();
        assertThat(setup().changes()).isEmpty();
    }

    private void carryOut() throws IOException {
        hooks().forEach(setup()::carryOut);
    }

    private List<Step> hooks() throws IOException {
        return setup().shellHooks(Path.of("/opt/it's/lib"));
    }

    private Setup setup() throws IOException {
        long uid = ((Integer) Files.getAttribute(directory, "unix:uid")).longValue();
        var account = new Account("ann", uid, uid, List.of(), "Ann", home, Path.of("/bin/bash"));
        var path = programs + ":/usr/bin:/bin";
        return new Setup(
                directory,
                new HostProcesses(new Environment(Map.of("PATH", path)), Trace.SILENT),
                new Silent(),
                account,
                directory.resolve("state"),
                directory.resolve("state-of-root"),
                Path.of("/opt/hearth/bin/hearth"));
    }

    private static final class Silent implements SetupNarrator {
        @Override
        public void doing(Step step) {}

        @Override
        public void undoing(Step step) {}

        @Override
        public void said(String line) {}

        @Override
        public void warning(String sentence) {
            throw new AssertionError(sentence);
        }
    }
}
