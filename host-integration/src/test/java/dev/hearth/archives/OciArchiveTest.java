package dev.hearth.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.DirectoryTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciArchiveTest {
    private static final ArchivedImage IMAGE = new ArchivedImage(
            "dev", "amd64", Instant.parse("2026-01-31T12:00:00Z"), List.of("PATH=/bin"), Map.of("a", "{\"b\": \"c\"}"));

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("dev.oci.tar");
        new OciArchiveWriter(file).write(IMAGE, content("the files"));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var opened = open();

        assertThat(opened.image()).isEqualTo(IMAGE);
        assertThat(opened.tar()).hasContent("the files");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        assertThat(directory.toFile().list()).containsExactly("dev.oci.tar");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheOldFileWhenItCannotWriteTheNewOne() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> new OciArchiveWriter(file).write(IMAGE, broken))
                .isInstanceOf(IOException.class);

        assertThat(directory.toFile().list()).containsExactly("dev.oci.tar");
        assertThat(open().tar()).hasContent("the files");
    }

    @Test
    void refusesAnArchiveThatIsDamagedAnywhere() throws IOException {
        var bytes = Files.readAllBytes(file);
        int refused = 0;
        for (int place = 0; place < bytes.length; place += 97) {
            var damaged = bytes.clone();
            damaged[place] ^= 0x55;
            Files.write(file, damaged);
            try {
                // Padding may be anything.
                assertThat(open().image().labels()).isEqualTo(IMAGE.labels());
            } catch (InvalidArchive e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Files.writeString(file, "pets: {}");

        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidArchive.class)
                .hasMessageStartingWith("The file '" + file + "' holds no pet: ");
    }

    private OciArchiveReader.Opened open() throws IOException {
        var scratch = directory.resolve("scratch");
        DirectoryTree.delete(scratch);
        Files.createDirectory(scratch);
        return new OciArchiveReader(file, scratch).open();
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
