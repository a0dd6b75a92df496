package dev.hearth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The launcher in a directory of its own, with stubs in the places of the engine's client and of Java. */
final class StubbedLauncher {
    static final boolean IS_ROOT = System.getProperty("user.name").equals("root");
    static final Path SOURCES = Path.of("src/main").toAbsolutePath();

    /** What ends with Java. */
    static final Ended JAVA = new Ended(7, "Java\n");

    /** Nobody's; root's plans lie in a place that tests leave alone. */
    private static final int UID = 65534;

    private static final String CLIENT_PROGRAM = """
            #!/bin/sh
            for word; do printf '<%s>' "$word"; done
            echo
            echo "$HEARTH_WORKDIR $GREETING"
            cat
            exit 42
            """;
    private static final String JAVA_PROGRAM = """
            #!/bin/sh
            echo Java
            exit 7
            """;

    private final Path directory;
    private final List<String> shell;
    private final Map<String, String> environment = new TreeMap<>();

    StubbedLauncher(Path directory, String shell) throws IOException {
        this.directory = directory;
        this.shell = List.of(shell.split(" ", -1));
        LauncherTest.copy(SOURCES.resolve("launcher"), directory.resolve("bin"));
        LauncherTest.copy(SOURCES.resolve("sh"), directory.resolve("lib"));
        program("java/bin/java", JAVA_PROGRAM);
        program("clients/docker", CLIENT_PROGRAM);
        write("java/release", "JAVA_VERSION=\"25.0.1\"\n");
        write("lib/hearth.aot", "");
        write("run/hearth/entries/.made-with", "");
        Files.setLastModifiedTime(
                directory.resolve("run/hearth/entries/.made-with"),
                Files.getLastModifiedTime(directory.resolve("lib/hearth.aot")));
        Files.createDirectories(directory.resolve("run/hearth/sessions"));
        environment.putAll(Map.of(
                "HOME", directory.toString(),
                "JAVA_HOME", directory.resolve("java").toString(),
                "XDG_RUNTIME_DIR", directory.resolve("run").toString(),
                "PATH", directory.resolve("clients") + ":/usr/bin:/bin"));
    }

    /** How the launcher ended, and all that was said. */
    record Ended(int status, String out) {}

    /** {@return the variables that the launcher is given, to be changed} */
    Map<String, String> environment() {
        return environment;
    }

    /** Calls it as the owner of all files. */
    Ended launch(String... arguments) throws Exception {
        own();
        return ended(List.of(arguments));
    }

    /** Calls it as who would own the files. */
    Ended ended(List<String> arguments) throws Exception {
        var argv = new ArrayList<String>();
        if (IS_ROOT) {
            argv.addAll(List.of("setpriv", "--reuid=" + UID, "--regid=" + UID, "--clear-groups"));
        }
        argv.addAll(shell);
        argv.add(directory.toRealPath().resolve("bin/hearth").toString());
        argv.addAll(arguments);
        var builder = new ProcessBuilder(argv).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    void own() throws IOException {
        if (!IS_ROOT) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", UID, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    void write(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String name, String text) throws IOException {
        write(name, text);
        assertThat(directory.resolve(name).toFile().setExecutable(true, false)).isTrue();
    }
}
