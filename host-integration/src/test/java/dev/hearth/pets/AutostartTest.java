package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");

    @TempDir
    Path directory;

    private Path launcher = Path.of("/");

    @BeforeEach
    void installHearth() throws IOException {
        launcher = Files.createFile(directory.resolve("hearth"));
    }

    @Test
    void enablesAndDisables() throws IOException {
        autostart().enable(DEV);

        assertThat(Files.readSymbolicLink(wants(DEV))).isEqualTo(unit(DEV));
        assertThat(unit(DEV)).content().contains("\"" + launcher + "\" --engine \"docker\" start dev\n");

        autostart().disable(DEV);
        autostart().disable(DEV);

        assertThat(unit(DEV)).doesNotExist();
        assertThat(wants(DEV)).doesNotExist();
    }

    @Test
    void followsARename() throws IOException {
        autostart().enable(DEV);

        autostart().rename(DEV, LAB);

        assertThat(unit(DEV)).doesNotExist();
        assertThat(Files.readSymbolicLink(wants(LAB))).isEqualTo(unit(LAB));
        assertThat(unit(LAB)).content().contains("start lab\n").doesNotContain("dev");
    }

    @Test
    void leavesDisabledWhatTheUserDisabled() throws IOException {
        autostart().enable(DEV);
        Files.delete(wants(DEV));

        autostart().rename(DEV, LAB);

        assertThat(unit(LAB)).exists();
        assertThat(wants(LAB)).doesNotExist();

        Files.delete(unit(LAB));
        autostart().rename(LAB, DEV);
        assertThat(unit(DEV)).doesNotExist();
    }

    @Test
    void callsThisHearthOnceTheOtherIsGone() throws IOException {
        autostart().enable(DEV);
        var old = launcher;
        assertThat(autostart().repair(DEV)).isEmpty();

        launcher = Files.createFile(directory.resolve("newer"));
        assertThat(autostart().repair(DEV)).isEmpty();

        Files.delete(old);
        assertThat(autostart().repair(DEV)).hasValue(old);
        assertThat(unit(DEV)).content().contains("\"" + launcher + "\"").doesNotContain("\"" + old + "\"");
        assertThat(autostart().repair(DEV)).isEmpty();
    }

    @Test
    void repairsNothingWhereThereIsNothing() {
        assertThat(autostart().repair(DEV)).isEmpty();
        assertThat(directory.resolve("units")).doesNotExist();
    }

    @Test
    void saysEarlyThatUnitsCannotBeWritten() {
        assertThatThrownBy(() -> new Autostart(Path.of("/proc/self"), _ -> unit()).prepare())
                .isInstanceOf(UnitsNotWritable.class)
                .hasMessage("The directory '/proc/self', which starting a pet at login needs, cannot be written");
    }

    private Autostart autostart() {
        return new Autostart(directory.resolve("units"), pet -> new LoginUnit(pet, launcher, "docker", null));
    }

    private LoginUnit unit() {
        return new LoginUnit(DEV, launcher, "docker", null);
    }

    private Path unit(PetName name) {
        return directory.resolve("units/hearth-pet-" + name + ".service");
    }

    private Path wants(PetName name) {
        return directory.resolve("units/default.target.wants/hearth-pet-" + name + ".service");
    }
}
