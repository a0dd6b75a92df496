package dev.hearth.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowancesTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path directory;

    private Allowances allowances;
    private Path file;

    @BeforeEach
    void keepThem() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        allowances =
                new Allowances(new PrivateDirectory(directory.resolve("allowed"), owner), InstantSource.fixed(NOON));
        file = Files.writeString(directory.toRealPath().resolve("hearth.yaml"), "pets: {}\n");
    }

    @Test
    void allowsOneContentAtOnePath() throws IOException {
        var found = ProjectFile.read(file);
        assertThat(allowances.holds(found)).isFalse();

        allowances.allow(found);

        assertThat(allowances.holds(found)).isTrue();
        assertThat(allowances.list()).containsExactly(new Allowance(file, found.digest(), NOON));
        var elsewhere = Files.copy(file, directory.resolve("copy.yaml"));
        assertThat(allowances.holds(ProjectFile.read(elsewhere))).isFalse();
    }

    @Test
    void allowsNoContentThatCameLater() throws IOException {
        allowances.allow(ProjectFile.read(file));
        Files.writeString(file, "pets: {dev: {with-engine: true}}\n");
        var changed = ProjectFile.read(file);

        assertThatThrownBy(() -> allowances.require(changed))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("The file '%s' was changed since you allowed it".formatted(file));
        allowances.allow(changed);
        assertThat(allowances.list()).hasSize(1);
        assertThat(allowances.holds(changed)).isTrue();
    }

    @Test
    void saysThatAFileIsNew() {
        var found = ProjectFile.read(file);

        assertThatThrownBy(() -> allowances.require(found))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("The file '%s' was not allowed yet".formatted(file));
    }

    @Test
    void takesAnAllowanceBackAlsoOfAFileThatIsGone() throws IOException {
        allowances.allow(ProjectFile.read(file));
        Files.delete(file);

        allowances.revoke(file);

        assertThat(allowances.list()).isEmpty();
        assertThatThrownBy(() -> allowances.revoke(file)).isInstanceOf(NeverAllowed.class);
    }

    @Test
    void keepsThemToTheUser() throws IOException {
        allowances.allow(ProjectFile.read(file));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("allowed"))))
                .isEqualTo("rwx------");
    }

    @Test
    void allowsNothingByARecordThatIsDamaged() throws IOException {
        var found = ProjectFile.read(file);
        allowances.allow(found);
        try (var records = Files.newDirectoryStream(directory.resolve("allowed"))) {
            for (var record : records) {
                Files.writeString(record, "{\"path\": 1");
            }
        }

        assertThat(allowances.holds(found)).isFalse();
        assertThat(allowances.list()).isEmpty();
    }
}
