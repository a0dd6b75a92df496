package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Files of a pet in the real Emacs: the same on every engine. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = MINUTES)
abstract class EmacsContract {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(8);
    private static final String INIT = ";; -*- lexical-binding: t -*-\n(setq it-mine t)\n";

    private final InstalledHearth hearth;
    private final Path init;
    private String pet = "";

    EmacsContract(TestedEngine engine) {
        Needed.programs("emacs");
        this.hearth = InstalledHearth.on(engine);
        this.init = hearth.person().home().resolve(".emacs.d/init.el");
    }

    @BeforeAll
    void tellEmacs() throws IOException {
        hearth.append("init.el", INIT);
        onHost("install", "-D", "init.el", init.toString()).succeeded();
        pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "mkdir", "/var/tmp/it");
        hearth.hearth(SOON, "--yes", "ide", "emacs").succeeded();
    }

    @AfterAll
    void removeEverything() throws IOException {
        try {
            hearth.hearth("--yes", "ide", "emacs", "--remove").succeeded();
            assertThat(init).hasContent(INIT);
        } finally {
            onHost("rm", "-r", hearth.person().home().resolve(".emacs.d").toString());
            hearth.close();
        }
    }

    @Test
    void editsAndCompilesAFile() {
        hearth.install(pet, "gcc", "libc6-dev");
        hearth.run(pet, "sh", "-c", "echo '#include <stdio.h>' >/var/tmp/it/hello.c");

        var said = emacs("""
                (find-file "/hearth:%1$s:/var/tmp/it/hello.c")
                (unless it-mine (error "the user's own lines were not read"))
                (goto-char (point-max))
                (insert "int main(void) { puts(\\"hello from C\\"); return 3; }\\n")
                (save-buffer)
                (compile "cc -o hello hello.c && ./hello; echo status $? in $HEARTH_PET; id -un")
                (let ((process (get-buffer-process "*compilation*")))
                  (while (process-live-p process) (accept-process-output process 1)))
                (princ (with-current-buffer "*compilation*" (buffer-string)))
                """);

        assertThat(said)
                .contains(
                        "hello from C\n",
                        "status 3 in " + pet + "\n",
                        hearth.person().name() + "\n");
        assertThat(hearth.run(pet, "cat", "/var/tmp/it/hello.c"))
                .isEqualTo("#include <stdio.h>\nint main(void) { puts(\"hello from C\"); return 3; }\n");
        assertThat(Path.of("/var/tmp/it/hello.c")).doesNotExist();
    }

    @Test
    void completesPetsAndReadsWhatIsThere() {
        assertThat(emacs("""
                (let ((non-essential t))
                  (princ (format "pets: %%S\\n" (file-name-all-completions "hearth:it-" "/"))))
                (princ (format "files: %%S\\n" (directory-files "/hearth:%1$s:/usr/libexec/hearth" nil "^run$")))
                (let ((default-directory "/hearth:%1$s:/var/tmp/"))
                  (princ (format "status: %%S %%s" (process-file "sh" nil t nil "-c" "exit 5") default-directory)))
                """))
                .contains("\"hearth:" + pet + ":\"", "files: (\"run\")", "status: 5 /hearth:" + pet + ":/var/tmp/");
    }

    private String emacs(String program) {
        var words = new ArrayList<>(List.of("emacs", "--batch", "--load", init.toString(), "--eval"));
        words.add("(progn\n" + program.formatted(pet) + ")");
        var ended = onHost(words.toArray(String[]::new));
        return ended.succeeded();
    }

    private Ended onHost(String... words) {
        return new Programs(hearth.person().environment())
                .run(LONG, hearth.directory(), hearth.person().saying(List.of(words)));
    }
}
