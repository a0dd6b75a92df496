package dev.hearth.ide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileTest {
    private static final String LINE = "Include ü";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "# mine", "# mine\r\nHost *\r\n\tUser ada\r\n\r\n", "\n\n", "a\nInclude other\n"})
    void isAfterwardsWhatItWasBefore(String text) throws IOException {
        var file = file(text);
        // No encoding has these bytes.
        Files.write(file.path(), new byte[] {(byte) 0xff, (byte) 0xc3}, APPEND);
        var before = Files.readAllBytes(file.path());

        file.withFirstLine(LINE).orElseThrow().work().run();
        assertThat(Files.readAllBytes(file.path())).startsWith("Include ü\n".getBytes(UTF_8));
        assertThat(file.withFirstLine(LINE)).isEmpty();
        file.withoutLine(LINE).orElseThrow().work().run();

        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
        assertThat(file.withoutLine(LINE)).isEmpty();
    }

    @Test
    void goesAwayWithTheLineThatItWasMadeFor() {
        var file = new UserFile(directory.resolve("new/config"));

        file.withFirstLine(LINE).orElseThrow().work().run();
        assertThat(file.path()).hasContent(LINE);
        file.withoutLine(LINE).orElseThrow().work().run();

        assertThat(file.path()).doesNotExist();
    }

    @Test
    void keepsItsPermissions() throws IOException {
        var file = file("a\n");
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw----"));

        file.withFirstLine(LINE).orElseThrow().work().run();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-rw----");
    }

    @Test
    void isLeftAloneWhereSomethingCouldBeLost() throws IOException {
        var file = file("a\n");
        var link = Files.createSymbolicLink(directory.resolve("link"), file.path());
        var readOnly = Files.writeString(directory.resolve("read-only"), "b\n");
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r--r--r--"));
        var named = Files.writeString(directory.resolve("named"), "c\n");
        Files.createLink(directory.resolve("other-name"), named);

        assertLeftAlone(link, "is a link");
        assertLeftAlone(readOnly, "is read-only");
        assertLeftAlone(named, "has several names");
        assertLeftAlone(directory, "is no file");
    }

    @Test
    void isLeftAloneWhenSomebodyChangesItAfterThePlan() throws IOException {
        var file = file("a\n");
        var step = file.withFirstLine(LINE).orElseThrow();
        Files.writeString(file.path(), "b\n");

        assertThatThrownBy(step.work()::run)
                .hasMessage("The file '%s' was changed meanwhile, so hearth leaves it alone", file.path());
        assertThat(file.path()).hasContent("b\n");
    }

    private static void assertLeftAlone(Path path, String why) {
        assertThatThrownBy(() -> new UserFile(path).withFirstLine(LINE))
                .isInstanceOfSatisfying(FileLeftAlone.class, left -> {
                    assertThat(left.message()).isEqualTo("The file '%s' %s, so hearth leaves it alone", path, why);
                    assertThat(left.hint()).hasValue("Make this its first line yourself: " + LINE);
                });
    }

    private UserFile file(String text) throws IOException {
        return new UserFile(Files.writeString(directory.resolve("config"), text));
    }
}
