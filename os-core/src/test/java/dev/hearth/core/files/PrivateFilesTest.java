package dev.hearth.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path directory;

    private long self;

    @BeforeEach
    void learnWhoRunsTheTest() throws IOException {
        self = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
    }

    @Test
    void makesADirectoryWithItsParentsForTheOwnerOnly() throws IOException {
        var made = PrivateFiles.directory(directory.resolve("a/b"), self);

        assertThat(mode(made)).isEqualTo("rwx------");
    }

    @Test
    void closesAnOwnDirectoryThatOthersCouldEnter() throws IOException {
        var open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        PrivateFiles.directory(open, self);

        assertThat(mode(open)).isEqualTo("rwx------");
    }

    @Test
    void refusesALinkInPlaceOfADirectory() throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("link"), directory);

        assertThatThrownBy(() -> PrivateFiles.directory(link, self))
                .isInstanceOf(UnsafeDirectory.class)
                .hasMessage("The directory '" + link + "' is a link or belongs to somebody else");
    }

    @Test
    void refusesADirectoryOfSomebodyElse() {
        assertThatThrownBy(() -> PrivateFiles.directory(directory, self + 1)).isInstanceOf(UnsafeDirectory.class);
    }

    @Test
    void replacesAFileForTheOwnerOnlyAndLeavesNothingBeside() throws IOException {
        var file = Files.writeString(directory.resolve("plan"), "old");

        PrivateFiles.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void makesANewFileOnlyOnce() throws IOException {
        var file = directory.resolve("marker");

        PrivateFiles.createNew(file);

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> PrivateFiles.createNew(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void makesALogForTheOwnerOnlyAndLeavesWhatItHas() throws IOException {
        var log = Files.writeString(directory.resolve("log"), "old\n");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFiles.log(log, 4);
        PrivateFiles.log(directory.resolve("new"), 4);

        assertThat(log).hasContent("old\n");
        assertThat(mode(log)).isEqualTo("rw-------");
        assertThat(mode(directory.resolve("new"))).isEqualTo("rw-------");
    }

    @Test
    void putsALogAsideThatHasGrownTooLarge() throws IOException {
        var log = Files.writeString(directory.resolve("log"), "older");
        PrivateFiles.log(log, 4);
        Files.writeString(log, "large");
        PrivateFiles.log(log, 4);

        assertThat(log).isEmptyFile();
        assertThat(directory.resolve("log.1")).hasContent("large");
        assertThat(directory.resolve("log.2")).doesNotExist();
    }

    @Test
    void refusesALinkInPlaceOfALog() throws IOException {
        var other = Files.writeString(directory.resolve("other"), "");
        var log = Files.createSymbolicLink(directory.resolve("log"), other);

        assertThatThrownBy(() -> PrivateFiles.log(log, 4)).isInstanceOf(UncheckedIOException.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
