package dev.hearth.os.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.text.Printable;
import dev.hearth.os.health.PetCheck;
import dev.hearth.os.machine.MachineReport;
import dev.hearth.os.machine.MachineTask;
import dev.hearth.os.program.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryoutChecksTest {
    @TempDir
    private Path root;

    private long owner;

    @BeforeEach
    void findOut() throws IOException {
        owner = Integer.toUnsignedLong((Integer) Files.getAttribute(root, "unix:uid"));
    }

    private Path place(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void asksForUnitsAndProgramsByTheirPathInside() throws IOException {
        place("etc/hearth/health.yaml", "units: [a.service]\ntimeout: 7\n");
        place("etc/hearth/check/required.d/10-card", "#!/bin/sh\n");
        place("usr/lib/hearth/check/wanted.d/10-card", "#!/bin/sh\n");

        var checks = TryoutChecks.of(root, owner);

        assertThat(checks.limit()).isEqualTo(Duration.ofSeconds(7));
        assertThat(checks.tasks())
                .containsExactly(
                        MachineTask.unit("unit/a.service", "a.service"),
                        MachineTask.program("required/10-card", "/etc/hearth/check/required.d/10-card"),
                        MachineTask.program("wanted/10-card", "/usr/lib/hearth/check/wanted.d/10-card"));
        assertThat(checks.leftOut()).isEmpty();
    }

    @Test
    void followsLinksInsideOnly() throws IOException {
        place("usr/libexec/card", "#!/bin/sh\n");
        Files.createDirectories(root.resolve("etc/hearth/check/required.d"));
        Files.createSymbolicLink(root.resolve("etc/hearth/check/required.d/10-card"), Path.of("/usr/libexec/card"));
        Files.createSymbolicLink(root.resolve("etc/hearth/check/required.d/20-host"), Path.of("/bin/true"));
        place("etc/hearth/health.yaml", "units: []\n");

        assertThat(TryoutChecks.of(root, owner).tasks())
                .containsExactly(MachineTask.program("required/10-card", "/etc/hearth/check/required.d/10-card"));
    }

    @Test
    void leavesOutPetsAndWhatCannotBeTold() throws IOException {
        var placing = new PetCheck("dev", "ada").placing(root, true, Path.of("/usr/bin/hearth"));
        if (placing instanceof Action.PlaceProgram(var file, var text)) {
            place(root.relativize(file).toString(), text);
        }
        place("etc/hearth/check/required.d/two words", "#!/bin/sh\n");
        place("etc/hearth/health.yaml", "units: []\n");

        var checks = TryoutChecks.of(root, owner);

        assertThat(checks.tasks()).isEmpty();
        assertThat(checks.leftOut())
                .extracting(LeftOut::what)
                .map(Printable::line)
                .containsExactly("the check 'pet-ada-dev'", "the check 'two words'");
    }

    @Test
    void takesWhatCannotBeRunForFailed() throws IOException {
        var file = place("etc/hearth/check/required.d/10-card", "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        place("etc/hearth/health.yaml", "units: []\n");

        var checks = TryoutChecks.of(root, owner);

        assertThat(checks.tasks()).isEmpty();
        assertThat(checks.found(new MachineReport(null, List.of(), false)))
                .containsExactly(new TriedCheck("10-card", true, false, 0, "it is not executable"));
    }
}
