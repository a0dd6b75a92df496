package dev.hearth.os.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeDiffTest {
    @TempDir
    private Path directory;

    private Path from;
    private Path to;

    @BeforeEach
    void makeTrees() throws IOException {
        from = Files.createDirectories(directory.resolve("from"));
        to = Files.createDirectories(directory.resolve("to"));
    }

    @Test
    void comparesFilesByContentAndMode() throws IOException {
        Files.writeString(from.resolve("same"), "1234");
        Files.writeString(to.resolve("same"), "1234");
        Files.writeString(from.resolve("other"), "1234");
        Files.writeString(to.resolve("other"), "4321");
        Files.writeString(from.resolve("tool"), "12");
        Files.setPosixFilePermissions(
                Files.writeString(to.resolve("tool"), "12"), PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(diff())
                .isEqualTo(new TreeDiff(List.of(), List.of(), List.of(Path.of("other"), Path.of("tool")), 10, 10, 0));
    }

    @Test
    void namesWhatCameAndWent() throws IOException {
        Files.createDirectories(from.resolve("gone/deep"));
        Files.writeString(Files.createDirectories(to.resolve("come")).resolve("file"), "123");

        assertThat(diff())
                .isEqualTo(new TreeDiff(
                        List.of(Path.of("come"), Path.of("come/file")),
                        List.of(Path.of("gone"), Path.of("gone/deep")),
                        List.of(),
                        0,
                        3,
                        0));
    }

    @Test
    void comparesLinksByTheirTargets() throws IOException {
        Files.createSymbolicLink(from.resolve("same"), Path.of("/nowhere"));
        Files.createSymbolicLink(to.resolve("same"), Path.of("/nowhere"));
        Files.createSymbolicLink(from.resolve("other"), Path.of("a"));
        Files.createSymbolicLink(to.resolve("other"), Path.of("b"));
        Files.writeString(from.resolve("kind"), "b");
        Files.createSymbolicLink(to.resolve("kind"), Path.of("b"));

        assertThat(diff().changed()).containsExactly(Path.of("kind"), Path.of("other"));
    }

    @Test
    void countsAFileOfSeveralNamesOnce() throws IOException {
        Files.writeString(from.resolve("one"), "1234");
        Files.createLink(from.resolve("two"), from.resolve("one"));
        Files.createLink(to.resolve("one"), from.resolve("one"));

        assertThat(diff()).isEqualTo(new TreeDiff(List.of(), List.of(Path.of("two")), List.of(), 4, 4, 0));
    }

    private TreeDiff diff() {
        return TreeDiff.between(from, to);
    }
}
