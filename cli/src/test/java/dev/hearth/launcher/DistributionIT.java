package dev.hearth.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution starts quickly with the Java that it was built with, and in silence with any other. */
@Timeout(value = 3, unit = MINUTES)
class DistributionIT {
    private static final Path BUILT = Path.of("target/hearth").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path directory;

    @Test
    void hasACacheThatTheJavaOfTheBuildTakes() throws Exception {
        assertThat(startedFromItsCache(BUILT)).isEqualTo(started(BUILT, JAVA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "-V",
                "--help",
                "-h",
                "help",
                "",
                "run --help",
                "help create",
                "os status -h",
                "ls --help"
            })
    void saysWithoutJavaWhatJavaWouldSay(String words) throws Exception {
        var argv = words.isEmpty() ? new String[0] : words.split(" ", -1);
        var hearth = BUILT.resolve("bin/hearth");

        assertThat(run(Map.of("JAVA_HOME", failing().toString()), hearth, argv))
                .isNotEmpty()
                .isEqualTo(run(Map.of("JAVA_HOME", JAVA.toString(), "HEARTH_SLOW", "1"), hearth, argv));
    }

    @Test
    void hasJavaExplainWhatCannotBeWritten() throws Exception {
        var full = List.of(
                "sh",
                "-c",
                "exec \"$1\" --help >/dev/full",
                "sh",
                BUILT.resolve("bin/hearth").toString());
        var builder = new ProcessBuilder(full).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", JAVA.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(5);
        assertThat(said).startsWith("Error: Standard output cannot be written");
    }

    @Test
    void hasACacheThatMovesWithIt() throws Exception {
        var moved = copied();

        assertThat(startedFromItsCache(moved)).isEqualTo(started(moved, JAVA)).startsWith("hearth ");
    }

    @Test
    void startsWithAnotherJava() throws Exception {
        var other = directory.resolve("java");
        run(Map.of(), JAVA.resolve("bin/jlink"), "--add-modules", "java.se", "--output", other.toString());

        assertThat(started(BUILT, other)).isEqualTo(started(BUILT, JAVA));
    }

    @Test
    void startsWithACacheThatIsCutOff() throws Exception {
        var cut = copied();
        Files.write(cache(cut), new byte[] {1, 2, 3});

        assertThat(started(cut, JAVA)).isEqualTo(started(BUILT, JAVA));
    }

    @Test
    void startsWithoutACache() throws Exception {
        var without = copied();
        Files.delete(cache(without));

        assertThat(started(without, JAVA)).isEqualTo(started(BUILT, JAVA));
    }

    /** {@return the home of a Java that only fails} */
    private Path failing() throws IOException {
        var home = Files.createDirectories(directory.resolve("failing"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        var java = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 77\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    /** Java itself fails where it cannot take the cache. */
    private String startedFromItsCache(Path distribution) throws Exception {
        var lib = distribution.resolve("lib");
        return run(
                Map.of(),
                JAVA.resolve("bin/java"),
                "@" + lib.resolve("java.options"),
                "-XX:AOTCache=" + cache(distribution),
                "-XX:AOTMode=on",
                "-cp",
                lib.resolve("hearth.jar").toString(),
                "dev.hearth.cli.Main",
                "--version");
    }

    private String started(Path distribution, Path java) throws Exception {
        return run(Map.of("JAVA_HOME", java.toString()), distribution.resolve("bin/hearth"), "version");
    }

    private static Path cache(Path distribution) {
        return distribution.resolve("lib/hearth.aot");
    }

    private Path copied() throws Exception {
        var copy = directory.resolve("a copy");
        run(Map.of(), Path.of("cp"), "-r", BUILT.toString(), copy.toString());
        return copy;
    }

    /** {@return what it writes to standard output; it must end well, and have nothing to say besides} */
    private String run(Map<String, String> environment, Path program, String... words)
            throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of(program.toString()));
        argv.addAll(List.of(words));
        var err = directory.resolve("err");
        var builder = new ProcessBuilder(argv).redirectError(err.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(err).isEmptyFile();
        return out;
    }
}
