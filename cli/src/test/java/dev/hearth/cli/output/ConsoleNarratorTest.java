package dev.hearth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.images.ImageReference;
import dev.hearth.images.Transfer;
import dev.hearth.pets.PetName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleNarratorTest {
    private static final ImageReference IMAGE = ImageReference.parse("quay.io/toolbx/ubuntu-toolbox:24.04");

    private final StringWriter said = new StringWriter();
    private final List<String> noted = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void keepsPlainLinesFewWhereThereIsNoTerminal() {
        var narrator = narrator(false);

        narrator.creating(PetName.parse("dev"));
        narrator.pulling(IMAGE);
        for (int second = 0; second < 12; second++) {
            narrator.transferred(new Transfer.Part("a1", "Downloading", second * 1_000_000L, 12_000_000));
            pass(1000);
        }
        narrator.imageReady(IMAGE);
        narrator.settingUp(PetName.parse("dev"), "adding the user");
        narrator.created(PetName.parse("dev"));

        assertThat(said).hasToString("""
                Creating the pet 'dev'
                Fetching the image quay.io/toolbx/ubuntu-toolbox:24.04
                5.0 MB of 12.0 MB, 1.0 MB/s
                10.0 MB of 12.0 MB, 1.0 MB/s
                The image quay.io/toolbx/ubuntu-toolbox:24.04 is here
                """);
    }

    @Test
    void drawsABarForEachLayerOnATerminal() {
        var narrator = narrator(true);
        narrator.pulling(IMAGE);
        narrator.transferred(new Transfer.Part("a1b2c3d4e5f6", "Downloading", 5_000_000, 10_000_000));
        narrator.transferred(new Transfer.Part("done", "Already exists", 0, 0));
        said.getBuffer().setLength(0);

        pass(500);
        narrator.transferred(new Transfer.Part("b2", "Extracting", 1_000_000, 4_000_000));

        assertThat(said).hasToString("""
                a1b2c3d4e5f6  Downloading         [############            ]  5.0 MB of 10.0 MB
                b2            Extracting          [######                  ]  1.0 MB of 4.0 MB
                5.0 MB of 10.0 MB, 10.0 MB/s
                """);
    }

    @Test
    void takesAwayWhatItDrewBeforeItSaysSomethingThatStays() {
        var narrator = narrator(true);

        narrator.settingUp(PetName.parse("dev"), "adding the user");
        narrator.warning("The clock is wrong.");

        assertThat(said)
                .hasToString("Setting up 'dev': adding the user\n\u001B[1F\u001B[JWarning: The clock is wrong.\n");
    }

    @Test
    void drawsNoMoreThanFiveTimesASecond() {
        var narrator = narrator(true);
        narrator.bootstrapping("debian", "12");

        for (int i = 0; i < 100; i++) {
            pass(10);
            narrator.transferred(new Transfer.Line("I: step " + i));
        }

        assertThat(said.toString().lines().filter(line -> line.contains("I: step")))
                .hasSize(5);
    }

    @Test
    void makesForeignWordsHarmless() {
        narrator(false).warning("bad \u001b]0;title\u0007 thing");

        assertThat(said).hasToString("Warning: bad ]0;title thing\n");
    }

    @Test
    void notesWhatItDoesNotSay() {
        narrator(false).settingUp(PetName.parse("dev"), "adding the user");

        assertThat(noted).containsExactly("Setting up 'dev': adding the user");
        assertThat(said).hasToString("");
    }

    private ConsoleNarrator narrator(boolean live) {
        var talk = new Talk(new PrintWriter(said), 90, () -> live);
        InstantSource source = () -> now;
        return new ConsoleNarrator(talk, () -> Colors.PLAIN, source.withZone(ZoneOffset.UTC), noted::add);
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }
}
