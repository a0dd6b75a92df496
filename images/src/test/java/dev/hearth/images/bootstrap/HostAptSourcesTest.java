package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostAptSourcesTest {
    @TempDir
    private Path root;

    @BeforeEach
    void makeTheDirectory() throws IOException {
        Files.createDirectories(root.resolve("etc/apt/sources.list.d"));
    }

    @Test
    void takesWhatServesTheDistributionAndNoThirdParties() throws IOException {
        add("sources.list.d/debian.sources", """
                Types: deb deb-src
                URIs: http://mirror.example.org/debian
                Suites: bookworm bookworm-updates bookworm-backports
                Components: main non-free-firmware
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                Types: deb
                URIs: http://mirror.example.org/debian-security
                Suites: bookworm-security
                Components: main

                Types: deb
                Enabled: no
                URIs: http://disabled.example.org/debian
                Suites: bookworm
                Components: main

                Types: deb-src
                URIs: http://only-source.example.org/debian
                Suites: bookworm
                Components: main
                """);
        add("sources.list.d/docker.list", "deb https://download.docker.com/linux/debian bookworm stable\n");
        add("sources.list.d/cloud.list", "deb https://packages.example.com/apt cloud-bookworm main\n");
        add("sources.list", "deb cdrom:[Debian]/ bookworm main\n");
        add("sources.list.d/ignored.save", "deb http://ignored.example.org bookworm main\n");

        var sources = new HostAptSources(root).ofRelease("bookworm");

        assertThat(sources).extracting(AptStanza::text).containsExactly("""
                types: deb
                uris: http://mirror.example.org/debian
                suites: bookworm bookworm-updates bookworm-backports
                components: main non-free-firmware
                signed-by: /usr/share/keyrings/debian-archive-keyring.gpg
                """, """
                types: deb
                uris: http://mirror.example.org/debian-security
                suites: bookworm-security
                components: main
                """);
    }

    @Test
    void takesSymbolicSuites() throws IOException {
        add("sources.list", "deb http://mirror.example.org/debian stable main\n");

        assertThat(new HostAptSources(root).ofRelease("bookworm"))
                .extracting(source -> source.words("suites"))
                .asString()
                .isEqualTo("[[stable]]");
    }

    @Test
    void looksIntoTheMirrorListsOfCloudImages() throws IOException {
        add("mirrors.list", "http://mirror.example.org/debian priority:1\nhttp://other.example.org\n");
        add("sources.list", "deb mirror+file:///etc/apt/mirrors.list bookworm main\n");

        assertThat(new HostAptSources(root).ofRelease("bookworm"))
                .extracting(source -> source.words("uris"))
                .asString()
                .isEqualTo("[[http://mirror.example.org/debian]]");
    }

    @Test
    void findsNothingOnOtherHosts(@TempDir Path empty) {
        assertThat(new HostAptSources(empty).ofRelease("bookworm")).isEmpty();
    }

    private void add(String name, String text) throws IOException {
        Files.writeString(root.resolve("etc/apt").resolve(name), text);
    }
}
