package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.os.Change;
import dev.hearth.os.layer.InvalidUpdateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestsTest {
    private static final String OLD = "a".repeat(64) + ":hello_1.0_amd64.deb";
    private static final String NEW = "b".repeat(64) + ":hello_2.0_amd64.deb";

    @TempDir
    private Path directory;

    private Origin origin;

    @BeforeEach
    void readOrigin() throws IOException {
        var file = Files.writeString(directory.resolve("origin"), "[origin]\nrefspec=up:base\n");
        origin = Origin.read(file);
    }

    @Test
    void remembersWhereNewerFilesAre() {
        var frozen = Requests.after(origin, install(), List.of(OLD));
        var followed = Requests.after(frozen, from("https://example.org/deb stable main"), List.of(OLD));

        assertThat(followed).hasToString("""
                        [origin]
                        baserefspec=up:base

                        [packages]
                        requested-local=%s;

                        [hearth-update-from]
                        hello=https://example.org/deb stable main
                        """.formatted(OLD));
        assertThat(followed.updateSources()).isEqualTo(Map.of("hello", "https://example.org/deb stable main"));
        assertThat(followed.requesting(List.of(), List.of(NEW)).updateSources()).containsOnlyKeys("hello");
        assertThat(Requests.after(followed, install(), List.of(OLD))).isEqualTo(frozen);
        assertThat(Requests.after(followed, uninstall("hello"), List.of())).isEqualTo(origin);
        assertThat(Requests.after(followed, new Change.Reset(true, false, false)))
                .isEqualTo(origin);
    }

    @Test
    void takesNewerFilesFromNobody() {
        assertThatExceptionOfType(InvalidUpdateSource.class)
                .isThrownBy(() -> Requests.after(origin, from("http://example.org/hello.deb"), List.of(OLD)));
    }

    private static Change.Packages from(String place) {
        return new Change.Packages(List.of(), List.of(), place, List.of(), false, false);
    }

    @Test
    void addsToWhatIsRequested() {
        var layered = Requests.after(origin, install("tmux", "htop"), List.of());

        assertThat(layered).hasToString("[origin]\nbaserefspec=up:base\n\n[packages]\nrequested=tmux;htop;\n");
        assertThat(Requests.added(origin, layered)).containsExactlyInAnyOrder("tmux", "htop");
        assertThat(Requests.added(layered, Requests.after(layered, install("tmux"), List.of())))
                .isEmpty();
    }

    @Test
    void isThePureBaseAgainWithTheLastRequestGone() {
        var layered = Requests.after(origin, install("tmux"), List.of());

        assertThat(Requests.after(layered, uninstall("tmux"), List.of())).isEqualTo(origin);
    }

    @Test
    void putsANewerFileInThePlaceOfAnOlder() {
        var first = Requests.after(origin, install(), List.of(OLD));

        var second = Requests.after(first, install(), List.of(NEW));

        assertThat(second.requestedLocal()).containsExactly(NEW);
        assertThat(Requests.added(first, second)).containsExactly("hello_2.0_amd64.deb");
        assertThat(Requests.after(second, uninstall("hello"), List.of())).isEqualTo(origin);
    }

    @Test
    void dropsOnlyWhatWasRequested() {
        assertThatExceptionOfType(NotRequested.class)
                .isThrownBy(() -> Requests.after(origin, uninstall("tmux"), List.of()))
                .withMessage("The package 'tmux' was not layered on request");
        assertThatExceptionOfType(NotRequested.class)
                .isThrownBy(() -> Requests.after(origin, new Change.ResetOverrides(List.of("bash"))))
                .withMessage("The package 'bash' is not overridden");
    }

    @Test
    void takesOverridesBackOneByOneOrAll() {
        var overridden = Requests.after(origin, new Change.Overrides(List.of("nano", "vim"), List.of()), List.of(OLD));

        var fewer = Requests.after(overridden, new Change.ResetOverrides(List.of("nano", "hello")));

        assertThat(fewer.removals()).containsExactly("vim");
        assertThat(fewer.replacements()).isEmpty();
        assertThat(Requests.after(overridden, new Change.ResetOverrides(List.of())))
                .isEqualTo(origin);
        assertThat(Requests.after(overridden, new Change.Reset(true, true, true)))
                .isEqualTo(origin);
    }

    @Test
    void readsTheNameOutOfATitle() {
        assertThat(StoredPackage.parse(NEW).name()).isEqualTo("hello");
        assertThat(StoredPackage.parse("c:gcc-c++-14.2.1-3.fc42.x86_64").name()).isEqualTo("gcc-c++");
    }

    private static Change.Packages install(String... names) {
        return new Change.Packages(List.of(names), List.of(), null, List.of(), false, false);
    }

    private static Change.Packages uninstall(String... names) {
        return new Change.Packages(List.of(), List.of(), null, List.of(names), false, false);
    }
}
