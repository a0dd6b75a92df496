package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The terminal of a pet in the real editor, seen through a browser: the same on every engine. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = MINUTES)
abstract class CodeServerContract {
    private static final Duration LONG = Duration.ofMinutes(8);

    /** The person's own, in which text of terminals can be read in the page. */
    private static final String SETTINGS = """
            // Mine
            {
              "terminal.integrated.gpuAcceleration": "off", // slow here
              "workbench.startupEditor": "none",
              "workbench.secondarySideBar.defaultVisibility": "hidden",
              "chat.disableAIFeatures": true,
              "git.enabled": false,
            }
            """;

    private final TestedEngine engine;
    private final InstalledHearth hearth;
    private final Path data;
    private final Path settings;
    private final Path project;
    private String pet = "";

    CodeServerContract(TestedEngine engine) {
        this.engine = engine;
        this.hearth = InstalledHearth.on(engine);
        this.data = hearth.person().home().resolve(".local/share/code-server");
        this.settings = data.resolve("User/settings.json");
        this.project = hearth.directory().resolve("project");
    }

    @BeforeAll
    void tellTheEditor() {
        hearth.append("settings.json", SETTINGS);
        onHost("install", "-D", "settings.json", settings.toString()).succeeded();
        onHost("mkdir", project.toString()).succeeded();
        pet = hearth.create(TestedEngine.image());
        hearth.run(
                LONG,
                pet,
                "sudo",
                "sh",
                "-ec",
                "apt-get -q update; apt-get -q -y install --no-install-recommends gcc libc6-dev gdb");
        hearth.append("project/total.c", """
                #include <stdio.h>
                static int total(int last) { int sum = 0; for (int i = 1; i <= last; i++) sum += i * i; return sum; }
                int main(void) {
                    printf("total %d\\n", total(4));
                    return 0;
                }
                """);
        hearth.hearth("--yes", "ide", "vscode", "--for=code-server", pet).succeeded();
    }

    @AfterAll
    void removeEverything() {
        try {
            hearth.hearth("--yes", "ide", "vscode", "--for=code-server", pet, "--remove")
                    .succeeded();
            assertThat(settings).hasContent(SETTINGS);
        } finally {
            var cache = hearth.person().home().resolve(".cache/Microsoft");
            onHost("rm", "-r", data.toString(), cache.toString());
            hearth.close();
        }
    }

    @Test
    void debugsAProgramInThePet() throws IOException {
        try (var server = CodeServer.start(hearth.person(), hearth.directory(), project);
                var window = new EditorWindow(server.open())) {
            try {
                debug(window);
            } finally {
                picture(window, "4-end");
            }
        }
        // Nobody left the debugger: the editor's end has to be its end, too.
        Eventually.see("nothing of the terminal in the pet", this::running, running -> !running.contains("gdb"));
    }

    private void debug(EditorWindow window) {
        window.question("Create New Terminal (With Profile)", "Select the terminal profile to create", "hearth-" + pet);
        picture(window, "1-profiles");
        window.choose();
        window.see("(" + pet + ") ");
        picture(window, "2-prompt");

        window.seeTitle("hearth-" + pet);
        window.type("unset HISTFILE");
        window.type("echo $HEARTH_PET as $(id -un) in $PWD");
        window.see(pet + " as " + hearth.person().name() + " in " + project + "(" + pet + ")");
        window.type("gcc -g -o total total.c && gdb -q total");
        window.see("(gdb)");
        window.type("break total");
        window.see("Breakpoint 1 at ");
        window.type("run");
        window.see("Breakpoint 1, total (last=4) at total.c:2");
        window.type("print last * last");
        window.see("$1 = 16");
        window.type("backtrace");
        window.see(" in main () at total.c:4");
        assertThat(running()).contains("gdb -q total");
        picture(window, "3-gdb");
    }

    private String running() {
        return hearth.client("top", pet).succeeded();
    }

    private void picture(EditorWindow window, String name) {
        window.picture("code-server-%s-%s".formatted(engine.name().toLowerCase(Locale.ROOT), name));
    }

    private Ended onHost(String... words) {
        return new Programs(hearth.person().environment())
                .run(LONG, hearth.directory(), hearth.person().saying(List.of(words)));
    }
}
