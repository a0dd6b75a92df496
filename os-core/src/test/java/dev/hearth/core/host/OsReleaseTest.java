package dev.hearth.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsReleaseTest {
    @TempDir
    Path root;

    @Test
    void readsQuotedAndUnquotedValues() {
        var text = """
                PRETTY_NAME="Rocky Linux 9.4 (\\"Blue Onyx\\")"
                ID='rocky'
                ID_LIKE="rhel centos fedora"
                VERSION_ID=9.4
                # a comment
                not a line
                """;

        assertThat(OsRelease.parse(text))
                .isEqualTo(new OsRelease(
                        "rocky", List.of("rhel", "centos", "fedora"), "9.4", "", "Rocky Linux 9.4 (\"Blue Onyx\")"));
    }

    @Test
    void takesWhatTheSpecificationSaysWhereTheFileIsSilent() {
        assertThat(OsRelease.parse("")).isEqualTo(new OsRelease("linux", List.of(), "", "", "Linux"));
    }

    @Test
    void takesAHostWithoutTheFileAsUnknown() {
        assertThat(OsRelease.read(root)).isEqualTo(OsRelease.parse(""));
    }

    @Test
    void prefersTheAdministratorsFileToTheVendors() throws IOException {
        write("usr/lib/os-release", "ID=vendor");
        assertThat(OsRelease.read(root).id()).isEqualTo("vendor");

        write("etc/os-release", "ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\nPRETTY_NAME='Debian 12'\n");
        assertThat(OsRelease.read(root)).isEqualTo(new OsRelease("debian", List.of(), "12", "bookworm", "Debian 12"));
    }

    private void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
