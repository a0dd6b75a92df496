package dev.hearth.between;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.Move.Exported;
import dev.hearth.between.Move.State;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.schema.NewerSchema;
import dev.hearth.exports.ExportKind;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveJournalTest {
    private static final PetName DEV = new PetName("dev");
    private static final MoveId ID = new MoveId("demote-00000a");
    private static final Move BEGUN = new Move(
            ID,
            Instant.parse("2026-01-02T03:04:05Z"),
            DEV,
            true,
            List.of(new Move.Item("htop", List.of("htop"), List.of("htop"))),
            List.of("htop"),
            List.of(),
            null,
            State.BEGUN);

    @TempDir
    Path directory;

    private Path moves;
    private MoveJournal journal;

    @BeforeEach
    void startAfresh() throws IOException {
        moves = directory.resolve("moves");
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        journal = new MoveJournal(new PrivateDirectory(moves, owner));
    }

    @Test
    void keepsAllThatIsKnown() {
        var far = BEGUN.from(new GenerationNumber(3)).with(new Exported(ExportKind.BIN, "htop"));

        journal.keep(BEGUN);
        journal.keep(far);

        assertThat(journal.get(ID)).isEqualTo(far);
    }

    @Test
    void findsWhatWasCutOff() {
        journal.keep(BEGUN);

        assertThat(journal.begun(Direction.DEMOTE, DEV, List.of("htop"))).contains(BEGUN);
        assertThat(journal.begun(Direction.DEMOTE, DEV, List.of("htop", "gimp")))
                .isEmpty();
        assertThat(journal.begun(Direction.PROMOTE, DEV, List.of("htop"))).isEmpty();
        assertThat(journal.begun(Direction.DEMOTE, new PetName("lab"), List.of("htop")))
                .isEmpty();
        journal.keep(BEGUN.being(State.DONE));
        assertThat(journal.begun(Direction.DEMOTE, DEV, List.of("htop"))).isEmpty();
    }

    @Test
    void forgetsWhatCameToNothingAndKeepsWhatDidNot() {
        journal.keep(BEGUN.from(new GenerationNumber(1)));
        journal.restore(BEGUN);
        assertThatThrownBy(() -> journal.get(ID)).isInstanceOf(MoveNotFound.class);

        var far = BEGUN.from(new GenerationNumber(1));
        journal.restore(far);
        assertThat(journal.get(ID)).isEqualTo(far);
    }

    @Test
    void passesOverWhatIsDamagedAndRefusesWhatIsNewer() throws IOException {
        journal.keep(BEGUN);
        Files.writeString(moves.resolve("demote-00000b.json"), "{\"schema\":1,\"id\":");
        Files.writeString(moves.resolve("demote-00000c.json"), "{\"schema\":1}");
        assertThat(journal.begun(Direction.DEMOTE, DEV, List.of("htop"))).contains(BEGUN);

        Files.writeString(moves.resolve("demote-00000d.json"), "{\"schema\":2,\"needs\":\"9.0\"}");

        assertThatThrownBy(() -> journal.get(new MoveId("demote-00000d"))).isInstanceOf(NewerSchema.class);
    }
}
