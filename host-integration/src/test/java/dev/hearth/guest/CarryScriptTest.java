package dev.hearth.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarryScriptTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        var own = Files.createDirectories(directory.resolve("old/opt/own"));
        Files.writeString(own.resolve("a file"), "one\n");
        Files.setPosixFilePermissions(own.resolve("a file"), PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(own.resolve("link"), Path.of("/nowhere"));
        Files.createDirectories(directory.resolve("new"));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsNotThere(Shell shell) {
        assertThat(carry(shell, "old", "missing", "/opt/own", "/opt/none", "/opt/own/link"))
                .isEqualTo("/opt/none\n");
    }

    @ParameterizedTest
    @EnumSource
    void putsFilesWhereTheyWere(Shell shell) throws IOException {
        var archive = Base64.getEncoder().encodeToString(packed(shell));
        int half = archive.length() / 8 * 4;

        carry(shell, "new", "add", archive.substring(0, 4), archive.substring(4, half));
        carry(shell, "new", "add", archive.substring(half));
        carry(shell, "new", "unpack");

        var own = directory.resolve("new/opt/own");
        assertThat(own.resolve("a file")).hasContent("one\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("a file"))))
                .isEqualTo("rw-r-----");
        assertThat(own.resolve("link")).isSymbolicLink();
        assertThat(directory.resolve("kept/carried.tar")).doesNotExist();
    }

    /** All of it is text, as the files are. */
    private byte[] packed(Shell shell) {
        var variables = Map.of("HEARTH_ROOT", directory.resolve("old").toString());
        var finished = shell.run("carry", variables, "pack", "/opt/own");
        assertThat(finished.status()).isZero();
        return finished.out().getBytes(UTF_8);
    }

    private String carry(Shell shell, String root, String... words) {
        var variables = Map.of(
                "HEARTH_KEPT", directory.resolve("kept").toString(),
                "HEARTH_ROOT", directory.resolve(root).toString());
        var finished = shell.run("carry", variables, words);
        assertThat(finished.status()).as(finished.err()).isZero();
        return finished.out();
    }
}
