package dev.hearth.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.PackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The scripts that every pet carries, as this hearth has them. */
public final class GuestFiles {
    /** Where the scripts are inside a pet. */
    public static final ContainerPath DIRECTORY = ContainerPath.of("/usr/libexec/hearth");

    /** The first process of a pet. */
    public static final ContainerPath INIT = DIRECTORY.resolve("init");

    /** Fits a pet that was started to its owner and host; run as root, with {@link SetupFacts}. */
    public static final ContainerPath SETUP = DIRECTORY.resolve("setup");

    /** Becomes a command, or the login shell, as part of a session; run as the user. */
    public static final ContainerPath RUN = DIRECTORY.resolve("run");

    /** Ends what a session started; run as root. */
    public static final ContainerPath END = DIRECTORY.resolve("end");

    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private static final List<String> PROGRAMS = List.of("end", "init", "run", "setup");
    private static final List<String> PARTS = List.of(
            "environment",
            "init-systemd",
            "processes",
            "profile.fish",
            "profile.sh",
            "setup-account",
            "setup-files",
            "setup-host",
            "setup-packages",
            "setup-rights",
            "setup-shell");

    private GuestFiles() {}

    /** {@return the scripts, and a file {@code version} that says which they are, named relative to {@code /}} */
    public static List<PackedFile> files() {
        var scripts = scripts();
        var version = packed("version", READABLE, versionOf(scripts) + "\n");
        return Stream.concat(scripts.stream(), Stream.of(version)).toList();
    }

    /** {@return what tells these scripts from those of another hearth; equal for equal scripts} */
    public static String version() {
        return versionOf(scripts());
    }

    private static List<PackedFile> scripts() {
        return Stream.concat(
                        PROGRAMS.stream().map(name -> packed(name, EXECUTABLE, read(name))),
                        PARTS.stream().map(name -> packed(name, READABLE, read(name))))
                .toList();
    }

    private static PackedFile packed(String name, int mode, String content) {
        return new PackedFile(DIRECTORY.resolve(name).value().substring(1), mode, content);
    }

    private static String versionOf(List<PackedFile> scripts) {
        var digest = sha256();
        for (var script : scripts) {
            digest.update((script.name() + '\0' + script.content() + '\0').getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream resource = GuestFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the distribution lacks the script " + name);
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
