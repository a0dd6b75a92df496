package dev.hearth.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.FileChange;
import dev.hearth.engine.FileChange.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileChangesTest {
    @Test
    void countsNoDirectoryThatIsOnlyAboveAChange() {
        var changes = FileChanges.of(List.of(
                change(Kind.CHANGED, "/etc"),
                change(Kind.CHANGED, "/etc/conf"),
                change(Kind.ADDED, "/etc/new"),
                change(Kind.ADDED, "/etc/new/file"),
                change(Kind.REMOVED, "/etc/gone"),
                change(Kind.CHANGED, "/opt"),
                change(Kind.ADDED, "/var/log/x")));

        assertThat(changes.wanted())
                .extracting(change -> change.path().value())
                .containsExactly("/etc/conf", "/etc/gone", "/etc/new", "/etc/new/file", "/opt");
        assertThat(changes.count()).isEqualTo(new ChangeCount(2, 2, 1));
        assertThat(changes.noise()).containsExactly(change(Kind.ADDED, "/var/log/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp",
                "/tmp/x",
                "/var/cache/apt/pkgcache.bin",
                "/usr/libexec/hearth/run",
                "/etc/resolv.conf",
                "/home/ada",
                "/usr/lib/python3/a.pyc"
            })
    void knowsNoise(String path) {
        assertThat(Noise.isAt(ContainerPath.of(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmpfile", "/var/lib/dpkg/status", "/home/ada/file", "/etc/hosts.allow", "/opt/tmp/x"})
    void knowsWhatIsNoNoise(String path) {
        assertThat(Noise.isAt(ContainerPath.of(path))).isFalse();
    }

    @Test
    void comparesTrees() throws IOException {
        var before = tree(file("a", 1, 5), file("b", 1, 5), file("c", 1, 5), link("l", "a"), file("same", 1, 5));
        var after = tree(file("./a", 2, 5), file("b", 1, 6), link("l", "b"), file("new", 1, 5), file("same", 1, 5));

        assertThat(before.changesTo(after))
                .containsExactlyInAnyOrder(
                        change(Kind.CHANGED, "/a"),
                        change(Kind.CHANGED, "/b"),
                        change(Kind.REMOVED, "/c"),
                        change(Kind.CHANGED, "/l"),
                        change(Kind.ADDED, "/new"));
        assertThat(before.changesTo(before)).isEmpty();
    }

    private static FileChange change(Kind kind, String path) {
        return new FileChange(kind, ContainerPath.of(path));
    }

    private static TarArchiveEntry file(String name, int size, int second) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(second * 1000L);
        return entry;
    }

    private static TarArchiveEntry link(String name, String target) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        entry.setModTime(0);
        return entry;
    }

    private static FileTree tree(TarArchiveEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            for (var entry : entries) {
                tar.putArchiveEntry(entry);
                tar.write(new byte[(int) entry.getSize()]);
                tar.closeArchiveEntry();
            }
        }
        return FileTree.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
