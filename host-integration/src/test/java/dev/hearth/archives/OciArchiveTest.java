package dev.hearth.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.images.ImageLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciArchiveTest {
    private static final ArchivedImage IMAGE = new ArchivedImage(
            "dev", "amd64", Instant.parse("2026-01-31T12:00:00Z"), List.of("PATH=/bin"), Map.of("a", "{\"b\": \"c\"}"));

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("dev.oci.tar");
        new OciArchiveWriter(file).write(IMAGE, layers("the files", "what differs"));
    }

    /** As the writer gets them: packed, in files that are somewhere else. */
    private List<ImageLayer> layers(String... contents) throws IOException {
        var files = new ArrayList<RootFiles>();
        for (var content : contents) {
            files.add(reader -> reader.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
        }
        var layers = new ArrayList<ImageLayer>();
        for (var one : files) {
            layers.addAll(new LayerStack(Files.createTempDirectory(elsewhere, "layer")).of(List.of(one)));
        }
        return layers;
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var opened = open();

        assertThat(opened.image()).isEqualTo(IMAGE);
        assertThat(contents(opened)).containsExactly("the files", "what differs");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        assertThat(directory.toFile().list()).containsExactly("dev.oci.tar");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheOldFileWhenItCannotWriteTheNewOne() throws IOException {
        var broken = List.of(new ImageLayer(directory.resolve("none"), "sha256:" + "0".repeat(64)));

        assertThatThrownBy(() -> new OciArchiveWriter(file).write(IMAGE, broken))
                .isInstanceOf(IOException.class);

        assertThat(directory.toFile().list()).containsExactly("dev.oci.tar");
        assertThat(contents(open())).containsExactly("the files", "what differs");
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
        var scratch = elsewhere.resolve("scratch");
        DirectoryTree.delete(scratch);
        Files.createDirectory(scratch);
        return new OciArchiveReader(file, scratch).open();
    }

    private static List<String> contents(OciArchiveReader.Opened opened) throws IOException {
        var contents = new ArrayList<String>();
        for (var layer : opened.layers()) {
            try (var whole = new GZIPInputStream(Files.newInputStream(layer.file()))) {
                contents.add(new String(whole.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
