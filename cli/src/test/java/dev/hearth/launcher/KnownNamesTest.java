package dev.hearth.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Environment;
import dev.hearth.entry.EngineWords;
import dev.hearth.entry.KnownNames;
import dev.hearth.entry.PlanDirectory;
import dev.hearth.launcher.StubbedLauncher.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names pets by what Java kept, with a stub in the place of Java. */
@ParameterizedClass
@MethodSource("shells")
@Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KnownNamesTest {
    private static final String FILE = "run/hearth/entries/.names";

    private final String shell;
    private StubbedLauncher launcher;

    @TempDir
    private Path directory;

    KnownNamesTest(String shell) {
        this.shell = shell;
    }

    static Stream<String> shells() {
        return LauncherTest.shells();
    }

    @BeforeEach
    void install() throws IOException {
        launcher = new StubbedLauncher(directory, shell);
        keep("dev", "my.web-2");
    }

    @Test
    void printsWhatJavaKept() throws Exception {
        assertThat(launcher.launch("complete", "pets")).isEqualTo(new Ended(0, "dev\nmy.web-2\n"));
    }

    @Test
    void printsNothingWhereThereAreNoPets() throws Exception {
        keep();

        assertThat(launcher.launch("complete", "pets")).isEqualTo(new Ended(0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"complete images", "complete", "complete pets x", "complete .names", "--verbose complete pets"})
    void leavesAllElseToJava(String words) throws Exception {
        assertThat(launcher.launch(words.split(" ", -1))).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void asksJavaForAnotherEngine() throws Exception {
        launcher.environment().put("HEARTH_ENGINE", "podman");

        assertThat(launcher.launch("complete", "pets")).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void asksJavaOnceTheyAreTenMinutesOld() throws Exception {
        var uptime = Files.readString(Path.of("/proc/uptime"));
        long now = Long.parseLong(uptime.substring(0, uptime.indexOf('.')));
        for (long at : new long[] {now - 601, now + 100}) {
            launcher.write(FILE, "hearth-names 1\nchoice ||||\nat " + at + "\nname dev\ngo\n");

            assertThat(launcher.launch("complete", "pets")).isEqualTo(StubbedLauncher.JAVA);
        }
    }

    @Test
    void asksJavaWhenTheConfigurationIsNewer() throws Exception {
        launcher.write(".config/hearth/config.yaml", "engine: podman\n");
        Files.setLastModifiedTime(
                directory.resolve(".config/hearth/config.yaml"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launcher.launch("complete", "pets")).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void asksJavaOnceTheyAreForgotten() throws Exception {
        names().forget();

        assertThat(launcher.launch("complete", "pets")).isEqualTo(StubbedLauncher.JAVA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "go~", "at [0-9]+~at", "at [0-9]+~at 1;id", "at [0-9]+~", "hearth-names 1~hearth-names 2",
                "name dev~name $(id)", "name dev~name -x", "name dev~name", "name dev~dev", "choice.*~"
            })
    void asksJavaWhenTheyAreDamaged(String change) throws Exception {
        var parts = change.split("~", -1);
        var text = Files.readString(directory.resolve(FILE));
        launcher.write(FILE, text.replaceFirst(parts[0], parts[1].replace("$", "\\$")));

        assertThat(launcher.launch("complete", "pets")).isEqualTo(StubbedLauncher.JAVA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries/.names", "entries"})
    void takesNoLinks(String name) throws Exception {
        var place = directory.resolve("run/hearth").resolve(name);
        var moved = directory.resolve("moved");
        Files.move(place, moved);
        Files.createSymbolicLink(place, moved);

        assertThat(launcher.launch("complete", "pets")).isEqualTo(StubbedLauncher.JAVA);
    }

    private void keep(String... known) throws IOException {
        names().keep(List.of(known));
    }

    private KnownNames names() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        var runtime = new PrivateDirectory(directory.resolve("run/hearth"), owner);
        return new KnownNames(
                new PlanDirectory(runtime, directory.resolve("lib/hearth.aot")),
                EngineWords.of("", new Environment(Map.of())),
                Path.of("/"));
    }
}
