package dev.hearth.archives;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.images.ImageLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerStackTest {
    @TempDir
    Path directory;

    @Test
    void keepsTheFirstStateAsItIs() throws IOException {
        var state = new State().directory("etc", 0755).file("etc/a", 0644, "one");

        var layer = layers(state).getFirst();

        assertThat(Files.newInputStream(layer.file()).readNBytes(2)).containsExactly(0x1f, 0x8b);
        try (var whole = new GZIPInputStream(Files.newInputStream(layer.file()))) {
            assertThat(whole.readAllBytes()).isEqualTo(state.bytes());
        }
        assertThat(layer.diffId()).isEqualTo("sha256:" + Blob.digest(new ByteArrayInputStream(state.bytes())));
    }

    @Test
    void tellsOnlyWhatDiffers() throws IOException {
        var first = new State()
                .directory("etc", 0755)
                .file("etc/a", 0644, "one")
                .file("etc/b", 0644, "two")
                .directory("opt", 0700)
                .directory("opt/gone", 0755)
                .file("opt/gone/x", 0644, "x")
                .file("etc/mode", 0644, "m");
        var second = new State()
                .directory("etc", 0755)
                .file("etc/a", 0644, "one")
                .file("etc/b", 0644, "2")
                .directory("opt", 0700)
                .file("etc/mode", 0600, "m")
                .file("etc/ü", 0644, "new");

        assertThat(told(layers(first, second).getLast()))
                .containsExactly(
                        "etc/ 755", "etc/b 644 2", "etc/mode 600 m", "etc/ü 644 new", "opt/ 700", "opt/.wh.gone 644 ");
    }

    @Test
    void tellsNothingOfAStateThatIsTheSame() throws IOException {
        var state = new State().directory("etc", 0755).file("etc/a", 0644, "one");

        assertThat(told(layers(state, state).getLast())).isEmpty();
    }

    @Test
    void takesFilesThatAreTheSameOneIntoOneLayer() throws IOException {
        var first = new State().file("a", 0644, "one").file("other", 0644, "o").link("other2", "other");
        var second = new State()
                .file("a", 0644, "one")
                .link("b", "a")
                .file("other", 0644, "o")
                .link("other2", "other");

        assertThat(told(layers(first, second).getLast())).containsExactly("a 644 one", "b = a");
    }

    @Test
    void makesWhateverAFileWasIntoWhatItIs() throws IOException {
        var first = new State()
                .directory("d", 0755)
                .file("d/x", 0644, "x")
                .file("f", 0644, "f")
                .file("gone", 0644, "g");
        var second =
                new State().file("d", 0644, "now a file").directory("f", 0755).file("f/y", 0644, "y");

        assertThat(told(layers(first, second).getLast()))
                .containsExactly("d 644 now a file", "f/ 755", "f/y 644 y", ".wh.gone 644 ");
    }

    private List<ImageLayer> layers(State... states) throws IOException {
        var files = new ArrayList<RootFiles>();
        for (var state : states) {
            files.add(reader -> reader.read(new ByteArrayInputStream(state.bytes())));
        }
        return new LayerStack(Files.createTempDirectory(directory, "layers")).of(files);
    }

    private static List<String> told(ImageLayer layer) throws IOException {
        var told = new ArrayList<String>();
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(layer.file())), UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                told.add(
                        entry.isLink()
                                ? entry.getName() + " = " + entry.getLinkName()
                                : "%s %o%s"
                                        .formatted(
                                                entry.getName(),
                                                entry.getMode() & 0777,
                                                entry.isDirectory()
                                                        ? ""
                                                        : " " + new String(tar.readAllBytes(), UTF_8)));
            }
        }
        return told.stream().map(line -> line.replace("./", "")).toList();
    }

    /** The archive of a root, by the paths of its files. */
    private static final class State {
        private final TreeMap<String, TarArchiveEntry> entries = new TreeMap<>();
        private final TreeMap<String, byte[]> contents = new TreeMap<>();

        State directory(String path, int mode) {
            return with(path, new TarArchiveEntry("./" + path + "/"), mode, "");
        }

        State file(String path, int mode, String content) {
            return with(path, new TarArchiveEntry("./" + path), mode, content);
        }

        State link(String path, String target) {
            var entry = new TarArchiveEntry("./" + path, TarConstants.LF_LINK);
            entry.setLinkName("./" + target);
            return with(path, entry, 0644, "");
        }

        private State with(String path, TarArchiveEntry entry, int mode, String content) {
            entry.setMode(mode);
            entry.setModTime(0);
            entry.setSize(content.getBytes(UTF_8).length);
            entries.put(path, entry);
            contents.put(path, content.getBytes(UTF_8));
            return this;
        }

        byte[] bytes() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var tar = new TarArchiveOutputStream(bytes, UTF_8.name())) {
                for (var entry : entries.entrySet()) {
                    tar.putArchiveEntry(entry.getValue());
                    tar.write(contents.get(entry.getKey()));
                    tar.closeArchiveEntry();
                }
            }
            return bytes.toByteArray();
        }
    }
}
