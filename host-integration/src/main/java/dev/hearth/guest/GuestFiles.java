package dev.hearth.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ExecRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** Prints what the pet finds where the host has files; run as the user. */
    public static final ContainerPath SEEN = DIRECTORY.resolve("seen");

    /** Lists and changes the commands of a pet that are the host's; run as root. */
    public static final ContainerPath LINKS = DIRECTORY.resolve("links");

    /** Changes the packages of a pet; run as root. */
    public static final ContainerPath PACKAGES = DIRECTORY.resolve("packages");
    /** Gives the file of a package that is installed; run as root. */
    public static final ContainerPath PACKAGE_FILE = DIRECTORY.resolve("package-file");

    /** Tells what a package consists of that a pet's sources have; run as root. */
    public static final ContainerPath PACKAGE_CONTENT = DIRECTORY.resolve("package-content");

    /** Tells who has a program, or which package would bring it; run as root. */
    public static final ContainerPath PROVIDES = DIRECTORY.resolve("provides");

    /** Takes files along to the container that takes a pet's place; run as root. */
    public static final ContainerPath CARRY = DIRECTORY.resolve("carry");

    /** Says what of a pet can be made available on the host; run as the user. */
    public static final ContainerPath OFFER = DIRECTORY.resolve("offer");

    /** Lets the owner of a key in by {@link #SSH_SERVER}, and brings what that takes; run as root. */
    public static final ContainerPath SSH_ACCESS = DIRECTORY.resolve("ssh-access");

    /** Serves one connection of SSH on its standard streams; run as part of a session. */
    public static final ContainerPath SSH_SERVER = DIRECTORY.resolve("ssh-server");

    private static final String INSTALL = """
            set -e
            umask 022
            mkdir -p "$1"
            cd "$1"
            then=$2
            shift 2
            while [ $# -gt 0 ]; do
                printf %s "$3" >".$1.new"
                chmod "$2" ".$1.new"
                mv -f ".$1.new" "$1"
                shift 3
            done
            [ -z "$then" ] || exec "$then"
            """;

    private static final List<String> PROGRAMS = List.of(
            "carry",
            "end",
            "hearth",
            "host",
            "job",
            "links",
            "login",
            "offer",
            "package-content",
            "package-file",
            "packages",
            "provides",
            "run",
            "seen",
            "setup",
            "ssh-access",
            "ssh-server",
            "init");
    private static final List<String> PARTS = List.of(
            "environment",
            "host-agent",
            "host-leader",
            "host-others",
            "init-systemd",
            "processes",
            "profile.fish",
            "profile.sh",
            "session",
            "session-record",
            "setup-account",
            "setup-bridge",
            "setup-engine",
            "setup-files",
            "setup-host",
            "setup-hosts",
            "setup-packages",
            "setup-rights",
            "setup-session",
            "setup-shell",
            "ssh-programs");

    private GuestFiles() {}

    /**
     * {@return the program that a container is made with: it becomes the first process as soon as that is there}
     *
     * <p>The scripts come in through a running container. Unpacking an archive would also work into one that was never
     * started, but Docker 20.10 then mounts all that the container shares with the host into every other
     * container as well, and leaves it there.
     */
    public static List<String> entrypoint() {
        return List.of("/bin/sh", "-c", "until [ -x %s ]; do sleep 0.1; done; exec %s".formatted(INIT, INIT));
    }

    /** {@return the request that puts the scripts into a running container, each in one step, over older ones} */
    public static ExecRequest installation() {
        return new ExecRequest("0:0", Map.of(), installThen(""));
    }

    /**
     * {@return the request that does the same and then becomes the set-up}
     *
     * <p>In one: to start a program in a container takes an engine longer than both take.
     */
    static ExecRequest setUp(Map<String, String> facts) {
        return new ExecRequest("0:0", facts, installThen(SETUP.value()));
    }

    private static List<String> installThen(String program) {
        var scripts = scripts();
        var command = new ArrayList<>(List.of("/bin/sh", "-c", INSTALL, "sh", DIRECTORY.value(), program));
        Stream.concat(Stream.of(version(scripts)), scripts.stream())
                .forEach(script -> command.addAll(List.of(script.name(), script.mode(), script.content())));
        return command;
    }

    /** {@return the request that prints the last lines of what the steps of the set-up said} */
    public static ExecRequest setupLog(int lines) {
        return ExecRequest.asRoot("tail", "-n", Integer.toString(lines), "/var/log/hearth-setup.log");
    }

    /** {@return what tells these scripts from those of another hearth; equal for equal scripts} */
    public static String version() {
        return versionOf(scripts());
    }

    /** A script of the in-pet half, with its permissions in octal digits. */
    private record Script(String name, String mode, String content) {}

    /** The first process comes last: until it is there, the container waits. */
    private static List<Script> scripts() {
        return Stream.concat(
                        PARTS.stream().map(name -> new Script(name, "0644", read(name))),
                        PROGRAMS.stream().map(name -> new Script(name, "0755", read(name))))
                .toList();
    }

    private static Script version(List<Script> scripts) {
        return new Script("version", "0644", versionOf(scripts) + "\n");
    }

    private static String versionOf(List<Script> scripts) {
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
