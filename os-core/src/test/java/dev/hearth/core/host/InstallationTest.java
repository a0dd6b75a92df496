package dev.hearth.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation with a link to what each machine makes for itself, as a base has one. */
class InstallationTest {
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

    @TempDir
    private Path directory;

    private Path top;
    private Path link;

    @BeforeEach
    void install() throws IOException {
        top = Files.createDirectory(directory.toRealPath().resolve("top"), OWNERS);
        Files.createDirectories(top.resolve("opt/hearth/bin"), OWNERS);
        Files.createDirectories(top.resolve("opt/hearth/lib"), OWNERS);
        Files.createFile(top.resolve("opt/hearth/bin/hearth"), OWNERS);
        link = top.resolve("opt/hearth/lib/hearth.aot");
        Files.createDirectories(top.resolve("var/cache"), OWNERS);
    }

    @Test
    void isTheOwnersWhileOnlyTheOwnerCouldMakeWhatALinkLeadsTo() throws IOException {
        Files.createSymbolicLink(link, top.resolve("var/cache/hearth/1.aot"));

        assertThat(isOwners()).isTrue();
        Files.createDirectories(top.resolve("var/cache/hearth"), OWNERS);
        Files.createFile(top.resolve("var/cache/hearth/1.aot"), OWNERS);
        assertThat(isOwners()).isTrue();
    }

    @Test
    void isNotTheOwnersWhereOthersCouldMakeIt() throws IOException {
        Files.createSymbolicLink(link, top.resolve("var/cache/hearth/1.aot"));

        open(top.resolve("var/cache"));

        assertThat(isOwners()).isFalse();
    }

    @Test
    void followsALinkThatLeadsNowhereThroughAnother() throws IOException {
        Files.createSymbolicLink(link, top.resolve("var/other"));
        Files.createSymbolicLink(top.resolve("var/other"), top.resolve("tmp/1.aot"));
        open(Files.createDirectory(top.resolve("tmp")));

        assertThat(isOwners()).isFalse();
    }

    @Test
    void doesNotTrustALinkToItself() throws IOException {
        Files.createSymbolicLink(link, link);

        assertThat(isOwners()).isFalse();
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private boolean isOwners() throws IOException {
        var launcher = top.resolve("opt/hearth/bin/hearth");
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(launcher, "unix:uid"));
        return new Installation(top, owner, launcher).isOwners();
    }
}
