package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts {@link BootstrapProgram} in a directory of its own, which everybody may enter and which it removes.
 *
 * @param directory holds the classes, the cache, the scratch directory and the outcome
 */
record BootstrapRun(Path directory) implements AutoCloseable {

    /** The host's own release with fewer packages, for tests of how it is made and not of what is in it. */
    static final String SMALL_DEBIAN = "it-small";

    private static final String SMALL = """
            schema: 1
            distributions:
              it-small:
                name: Debian
                hosts: [debian, ubuntu]
                image: localhost/none:{release}
                release-pattern: "[0-9.]+"
                release-example: "12"
                default-release: "12"
                package-manager: apt
                recipe: it-small
            """;

    static BootstrapRun open() throws IOException {
        var directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-bootstrap-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var run = new BootstrapRun(directory);
        Files.createDirectory(run.scratch());
        Files.setAttribute(run.scratch(), "unix:mode", 0_1777);
        Files.createDirectory(run.classes());
        Files.createDirectory(run.outcomeDirectory());
        BootstrapFixture.write(run.catalogue().resolve("small.yaml"), SMALL);
        int number = 0;
        for (var entry : classPath()) {
            // Copied, since the test's own class path may lie in a home that is closed to others.
            copy(
                    Path.of(entry),
                    run.classes().resolve(number++ + "-" + Path.of(entry).getFileName()));
        }
        return run;
    }

    Path scratch() {
        return directory.resolve("scratch");
    }

    Path outcomeDirectory() {
        return directory.resolve("out");
    }

    Path outcome() {
        return outcomeDirectory().resolve("root.tar");
    }

    void giveOutcomeTo(TestUser user) throws IOException {
        assertThat(run("chown", user.name(), outcomeDirectory().toString())).isEqualTo("status 0");
    }

    /** Starts the program, as another user when the prefix says so. */
    Process start(List<String> prefix, Path hostRoot, Path cache, String distribution) throws IOException {
        var argv = new ArrayList<>(prefix);
        argv.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jars(),
                BootstrapProgram.class.getName(),
                hostRoot.toString(),
                cache.toString(),
                scratch().toString(),
                distribution,
                outcome().toString(),
                catalogue().toString()));
        return new ProcessBuilder(argv)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Runs a program to its end and returns what it printed, with the status at the end. */
    static String run(String... argv) throws IOException {
        return finished(new ProcessBuilder(argv).redirectErrorStream(true).start());
    }

    static String finished(Process process) throws IOException {
        try (var reader = process.inputReader()) {
            var text = new StringBuilder();
            reader.lines().forEach(line -> text.append(line).append('\n'));
            return text.append("status ").append(process.waitFor()).toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() throws IOException {
        run("rm", "-rf", "--one-file-system", directory.toString());
    }

    private Path catalogue() {
        return directory.resolve("catalogue");
    }

    private Path classes() {
        return directory.resolve("classes");
    }

    private String jars() throws IOException {
        try (var entries = Files.list(classes())) {
            return String.join(
                    File.pathSeparator, entries.map(Path::toString).sorted().toList());
        }
    }

    private static List<String> classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(all.split(File.pathSeparator, -1)).stream()
                .filter(entry -> entry.contains("hearth") || entry.contains("snakeyaml") || entry.contains("target"))
                .filter(entry -> Files.exists(Path.of(entry)))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        assertThat(run("cp", "-r", from.toString(), to.toString())).isEqualTo("status 0");
        assertThat(run("chmod", "-R", "a+rX", to.toString())).isEqualTo("status 0");
    }
}
