package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The configuration is merged into that of a new version. */
interface ConfigurationSteps extends BaseSteps {
    /** What the base comes with. */
    Map<String, String> DELIVERED = everywhere("colour=red\none\ntwo\nthree\nsize=1\n");

    @Test
    @Order(30)
    default void mergesByLinesAndFreezesNoFileForItsModeOrForBeingWritten() throws IOException {
        Files.writeString(session().file("etc/it-lines.conf"), "colour=blue\none\ntwo\nthree\nsize=1\n");
        Files.setPosixFilePermissions(session().file("etc/it-mode.conf"), PosixFilePermissions.fromString("rw-------"));
        rewrite("etc/it-same.conf");
        Files.writeString(session().file("etc/it-kept.conf"), "colour=blue\n");
        Files.writeString(session().file("etc/it-taken.conf"), "colour=blue\n");
        session().publish(everywhere("colour=red\none\ntwo\nthree\nsize=2\n"));

        var upgraded = session().os("upgrade", "--yes");

        assertThat(upgraded.succeeded()).isNotEmpty();
        assertThat(upgraded.err()).contains("/etc/it-kept.conf, /etc/it-taken.conf");
        assertThat(session().file("etc/it-lines.conf")).hasContent("colour=blue\none\ntwo\nthree\nsize=2\n");
        assertThat(session().file("etc/it-mode.conf")).hasContent("colour=red\none\ntwo\nthree\nsize=2\n");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(session().file("etc/it-mode.conf"))))
                .isEqualTo("rw-------");
        assertThat(session().file("etc/it-same.conf")).hasContent("colour=red\none\ntwo\nthree\nsize=2\n");
    }

    @Test
    @Order(31)
    default void leavesConflictsAsTheyAreLocallyUntilSomebodyDecides() {
        assertThat(session().file("etc/it-kept.conf")).hasContent("colour=blue\n");
        assertThat(session().file("etc/it-taken.conf")).hasContent("colour=blue\n");
        var conflicts = session().os("config-merge");
        assertThat(conflicts.status()).isEqualTo(11);
        assertThat(conflicts.out())
                .contains("/etc/it-kept.conf", "/etc/it-taken.conf")
                .doesNotContain("it-lines", "it-mode", "it-same");

        assertThat(session().os("config-merge", "--keep", "/etc/it-kept.conf").succeeded())
                .isNotEmpty();
        assertThat(session().os("config-merge", "--take", "/etc/it-taken.conf").succeeded())
                .isNotEmpty();

        assertThat(session().file("etc/it-kept.conf")).hasContent("colour=blue\n");
        assertThat(session().file("etc/it-taken.conf")).hasContent("colour=red\none\ntwo\nthree\nsize=2\n");
        assertThat(session().os("config-merge").status()).isZero();
    }

    @Test
    @Order(32)
    default void asksNoMoreAboutWhatWasDecidedAndFollowsTheDefaultsElsewhere() throws IOException {
        var newest = "colour=red\none\ntwo\nthree\nsize=3\n";
        session()
                .publish(Map.of(
                        "usr/etc/it-mode.conf",
                        newest,
                        "usr/etc/it-same.conf",
                        newest,
                        "usr/etc/it-taken.conf",
                        newest));

        var upgraded = session().os("upgrade", "--yes");

        assertThat(upgraded.succeeded()).isNotEmpty();
        assertThat(upgraded.err()).doesNotContain("Changed both locally");
        for (var name : List.of("mode", "same", "taken")) {
            assertThat(session().file("etc/it-%s.conf".formatted(name))).hasContent(newest);
        }
        assertThat(session().file("etc/it-kept.conf")).hasContent("colour=blue\n");
        assertThat(session().os("config-merge").status()).isZero();
    }

    /** As an editor does that exchanges the file for one with the same content. */
    private void rewrite(String path) throws IOException {
        var file = session().file(path);
        var copy = Files.copy(file, file.resolveSibling("it-copy"));
        Files.delete(file);
        Files.move(copy, file);
    }

    private static Map<String, String> everywhere(String content) {
        return Stream.of("lines", "mode", "same", "kept", "taken")
                .collect(Collectors.toMap("usr/etc/it-%s.conf"::formatted, _ -> content));
    }
}
