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
        return run(Map.of("JAVA_HOME", java.toString()), distribution.resolve("bin/hearth"), "--version");
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
