package dev.hearth.os.layer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whiteouts, which only root can make, are left to {@link LayerIT}. */
class UpperDirectoryTest {
    @TempDir
    private Path directory;

    private Path tree;
    private Path top;
    private UpperDirectory upper;

    @BeforeEach
    void makeBoth() throws IOException {
        tree = Files.createDirectory(directory.resolve("tree"));
        top = Files.createDirectory(directory.resolve("upper"));
        upper = new UpperDirectory(top);
    }

    @Test
    void exchangesFilesInsteadOfWritingToThem() throws IOException {
        var base = Files.writeString(directory.resolve("object"), "old");
        Files.createDirectories(tree.resolve("usr"));
        Files.createLink(tree.resolve("usr/file"), base);
        write(top.resolve("usr/file"), "new");

        upper.applyTo(tree);

        assertThat(tree.resolve("usr/file")).hasContent("new");
        assertThat(base).hasContent("old");
        assertThat(Files.getAttribute(tree.resolve("usr/file"), "unix:ino"))
                .isEqualTo(Files.getAttribute(top.resolve("usr/file"), "unix:ino"));
    }

    @Test
    void takesDirectoriesWithTheirRightsAndAttributesButNotTheOverlaysMarks() throws IOException {
        var made = Files.createDirectories(top.resolve("usr/made"));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-x---"));
        mark(made, "overlay.impure", "y");
        mark(made, "ours", "kept");

        upper.applyTo(tree);

        var applied = tree.resolve("usr/made");
        assertThat(Files.getPosixFilePermissions(applied)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(attributes(applied).list()).containsExactly("ours");
    }

    @Test
    void putsADirectoryThatWasMadeAnewInPlaceOfTheOldOne() throws IOException {
        write(tree.resolve("usr/lib/thing/old"), "old");
        write(top.resolve("usr/lib/thing/new"), "new");
        mark(top.resolve("usr/lib/thing"), "overlay.opaque", "y");

        assertThat(upper.removed(tree)).containsExactly("/usr/lib/thing/old");
        upper.applyTo(tree);

        assertThat(tree.resolve("usr/lib/thing").toFile().list()).containsExactly("new");
    }

    @Test
    void putsLinksInPlaceOfDirectoriesAndDirectoriesInPlaceOfLinks() throws IOException {
        write(tree.resolve("usr/directory/file"), "old");
        Files.createSymbolicLink(tree.resolve("usr/link"), Path.of("directory"));
        Files.createDirectories(top.resolve("usr/link"));
        Files.createSymbolicLink(top.resolve("usr/directory"), Path.of("elsewhere"));

        upper.applyTo(tree);

        assertThat(Files.readSymbolicLink(tree.resolve("usr/directory"))).hasToString("elsewhere");
        assertThat(DirectoryTree.isDirectory(tree.resolve("usr/link"))).isTrue();
    }

    @Test
    void leavesWhatIsNotOfTheTree() throws IOException {
        for (var path :
                new String[] {"var/lib/x", "run/x", "tmp/x", "boot/x", "vmlinuz", "etc/passwd-", "usr/sbin/policy-rc.d"
                }) {
            write(top.resolve(path), "x");
        }

        upper.applyTo(tree);

        try (var found = Files.walk(tree)) {
            assertThat(found.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void mark(Path directory, String name, String value) throws IOException {
        attributes(directory).write(name, ByteBuffer.wrap(value.getBytes(UTF_8)));
    }

    private static UserDefinedFileAttributeView attributes(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    }
}
