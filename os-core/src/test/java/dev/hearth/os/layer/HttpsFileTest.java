package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpsFileTest {
    private static HttpsSite site;
    private static Path files;

    @TempDir
    private Path kept;

    private Path there;

    @BeforeAll
    static void openSite(@TempDir Path directory) throws IOException {
        files = Files.createDirectory(directory.resolve("files"));
        site = HttpsSite.open(directory, files);
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @BeforeEach
    void putAFileThere() throws IOException {
        there = Files.writeString(files.resolve("agent.deb"), "one");
    }

    private Path fetch(Network network, String path) {
        return new HttpsFile(network, Duration.ofMinutes(1)).fetch(URI.create(site.address() + path), kept);
    }

    @Test
    void isFetchedWhenItHasChanged() throws IOException {
        assertThat(fetch(site.network(), "/agent.deb")).hasContent("one");
        int sent = site.sent();
        assertThat(fetch(site.network(), "/agent.deb")).hasContent("one");
        assertThat(site.sent()).isEqualTo(sent);

        Files.writeString(there, "two");

        assertThat(fetch(site.network(), "/agent.deb")).hasContent("two");
    }

    @Test
    void isFetchedAgainWhenItsCopyIsGone() throws IOException {
        Files.delete(fetch(site.network(), "/agent.deb"));

        assertThat(fetch(site.network(), "/agent.deb")).hasContent("one");
    }

    @Test
    void isTakenFromNobodyWhoIsNotTrusted() {
        assertThatExceptionOfType(LayerFailed.class)
                .isThrownBy(() -> fetch(Network.direct(), "/agent.deb"))
                .withMessageStartingWith("127.0.0.1 cannot be reached: ");
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void isNotTakenFromWhereAnybodyCouldAnswer() {
        assertThatExceptionOfType(LayerFailed.class)
                .isThrownBy(() -> fetch(site.network(), "/moved/agent.deb"))
                .withMessage("127.0.0.1 answers with status 302");
        assertThatExceptionOfType(LayerFailed.class)
                .isThrownBy(() -> fetch(site.network(), "/gone.deb"))
                .withMessage("127.0.0.1 answers with status 404");
        assertThat(kept).isEmptyDirectory();
    }
}
