package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Terminals with windows, which open a pet by what hearth wrote for them: the same on every engine. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class DesktopTerminalsContract {
    private final InstalledHearth hearth;
    private String pet = "";

    DesktopTerminalsContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image());
    }

    @AfterAll
    void removeThePet() {
        hearth.close();
    }

    @Test
    void opensAPetInKonsole() throws IOException {
        Needed.programs("konsole");
        hearth.hearth("ide", "terminal", "--for=konsole", pet).succeeded();
        try (var desktop = Desktop.of(hearth.person(), hearth.directory())) {
            seeThePet(desktop, "konsole", "konsole", "--profile", "hearth-" + pet);
        } finally {
            hearth.hearth("ide", "terminal", "--for=konsole", pet, "--remove").succeeded();
        }
    }

    /** What dconf has goes with the desktop's own settings. */
    @Test
    void opensAPetInGnomeTerminal() throws IOException {
        Needed.programs("gnome-terminal", "dconf");
        try (var desktop = Desktop.of(hearth.person(), hearth.directory())) {
            desktop.run(hearthWords("--yes", "ide", "terminal", "--for=gnome-terminal", pet));
            try {
                seeThePet(desktop, "gnome-terminal", "gnome-terminal", "--wait", "--profile=hearth-" + pet);
            } finally {
                desktop.run(hearthWords("ide", "terminal", "--for=gnome-terminal", pet, "--remove"));
            }
        }
    }

    private String[] hearthWords(String... words) {
        return Stream.concat(hearth.launcher().stream(), Stream.of(words)).toArray(String[]::new);
    }

    private void seeThePet(Desktop desktop, String window, String... words) throws IOException {
        var terminal = desktop.start(window + ".log", words);
        try {
            var seen = hearth.directory().resolve("seen-" + window);
            var line = "unset HISTFILE; echo \"$HEARTH_PET $(id -un)\" >" + seen;
            // What is typed before the shell reads may be lost.
            var said = Eventually.see(
                    "what was typed",
                    () -> {
                        desktop.type(window, line);
                        return Files.exists(seen) ? hearth.log("seen-" + window) : "";
                    },
                    answer -> answer.endsWith("\n"));

            assertThat(said).isEqualTo("%s %s\n", pet, hearth.person().name());
            var picture = ImageIO.read(desktop.photograph(window).toFile());
            assertThat(IntStream.range(0, picture.getWidth())
                            .map(x -> picture.getRGB(x, picture.getHeight() / 8))
                            .distinct()
                            .count())
                    .as("colours across what was drawn")
                    .isGreaterThan(1);
        } finally {
            Programs.kill(terminal);
        }
    }
}
