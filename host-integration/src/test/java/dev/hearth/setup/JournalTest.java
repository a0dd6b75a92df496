package dev.hearth.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.core.schema.NewerSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Path RELEASED = Path.of("src/test/resources/dev/hearth/releases/0.1.0");

    @TempDir
    private Path directory;

    private Path file;
    private Journal journal;

    @BeforeEach
    void makeAJournal() throws IOException {
        journal = new Journal(directory, Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid")));
        file = directory.resolve("setup.json");
    }

    @Test
    void readsBackWhatItWrote() {
        journal.add(new Step.EnableLinger("ada"));
        journal.add(new Step.JoinDockerGroup("ada"));
        journal.add(new Step.EnableLinger("ada"));

        assertThat(journal.read()).containsExactly(new Step.EnableLinger("ada"), new Step.JoinDockerGroup("ada"));
    }

    @Test
    void readsWhatThePreviousReleaseWrote() throws IOException {
        Files.write(file, Files.readAllBytes(RELEASED.resolve("setup.json")));

        assertThat(journal.read())
                .containsExactly(
                        new Step.AddSubordinateIds("ada", 100000, 65536),
                        new Step.EnableLinger("ada"),
                        new Step.StartUnit("docker.socket", false));
    }

    @Test
    void namesTheHearthThatANewerFormTakes() throws IOException {
        Files.writeString(file, "{\"schema\": 2, \"needs\": \"0.4.0\", \"steps\": [{\"step\": \"to-be-invented\"}]}");

        assertThatExceptionOfType(NewerSchema.class)
                .isThrownBy(journal::read)
                .withMessage("'" + file + "' was written by a newer hearth, and takes hearth 0.4.0 or later (it has"
                        + " schema 2, this hearth knows 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "{\"schema\": 1, \"steps\": [{\"step\": \"unheard of\"}]}"})
    void refusesWhatItDoesNotUnderstand(String content) throws IOException {
        Files.writeString(file, content);

        assertThatExceptionOfType(JournalDamaged.class).isThrownBy(journal::read);
    }
}
