package dev.hearth.cli;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.text.Sha256;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.engine.FakeProgram;
import dev.hearth.guest.GuestFiles;
import dev.hearth.os.CannedBase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hearth on a host that is all fakes and one directory. */
final class HearthFixture {
    /** A place where nothing can be written, whoever runs the tests: hearth keeps no log there. */
    private static final Path NOWHERE = Path.of("/proc/no-such-directory");

    static final long ROOT = 0;

    /** Stands for whoever owns the directory, and so can keep pets in it. */
    private static final long DIRECTORY_OWNER = -1;

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static final Map<String, String> MADE_HERE = Map.of(
            "dev.hearth-image.recipe", "debian", "dev.hearth-image.recipe-version", "1", "dev.hearth-image.base", "12");

    private final FakeContainerEngine engine = new FakeContainerEngine()
            .withProgram(GuestFiles.SETUP.value(), (_, _, line) -> {
                line.accept("step Giving ada an account");
                return 0;
            })
            .withProgram("/bin/sh", (_, request, _) -> shell(request))
            .withProgram(GuestFiles.END.value(), (_, _, _) -> 0);
    private final CannedBase base;
    private final FakePorts ports;
    private final Map<String, String> variables = new TreeMap<>(Map.of("PATH", "/usr/bin"));
    private final Path directory;
    private final Path work;
    private Path state = NOWHERE;
    private Terminals terminals = Terminals.NONE;
    private String input = "";
    private long user = DIRECTORY_OWNER;
    private Instant now = NOON;
    private @Nullable Path handover;

    HearthFixture(Path directory) {
        engine.imageStore().with("localhost/hearth/debian:12", MADE_HERE);
        variables.put("XDG_RUNTIME_DIR", directory.toString());
        this.directory = directory;
        this.base = new CannedBase(directory.resolve("deployments"));
        this.ports = new FakePorts(engine, base);
        this.work = directory.resolve("work");
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How a run ended.
     *
     * @param arguments those it was called with
     */
    record Outcome(List<String> arguments, int status, String out, String err) {
        /** {@return all of it as a golden file has it} */
        String text() {
            return "$ hearth %s\n%s--- standard error\n%s--- exit status %d\n"
                    .formatted(String.join(" ", arguments), out, err, status);
        }
    }

    FakeContainerEngine engine() {
        return engine;
    }

    /** Lets time pass: a pet is told from all others of its owner by when it was made. */
    void letPass(Duration time) {
        now = now.plus(time);
    }

    CannedBase base() {
        return base;
    }

    FakePorts ports() {
        return ports;
    }

    Path work() {
        return work;
    }

    Path config() {
        return directory.resolve("config");
    }

    /** {@return a host that is Debian 12 and nothing else} */
    Path root() {
        try {
            var etc = Files.createDirectories(directory.resolve("root/etc"));
            Files.writeString(etc.resolve("os-release"), "ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n");
            return directory.resolve("root");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path runtime() {
        return directory.resolve("run");
    }

    /** Runs as an ordinary user; one who does not own the directory can keep no pets in it. */
    HearthFixture as(long ordinary) {
        user = ordinary;
        return this;
    }

    long uid() {
        if (user != DIRECTORY_OWNER) {
            return user;
        }
        try {
            return Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HearthFixture withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Keeps state, and with it a log. */
    HearthFixture withState() {
        state = directory.resolve("state");
        return this;
    }

    /** Has a project's file in the working directory, which the user allowed. */
    Path allowed(String name, String content) throws IOException {
        var file = Files.writeString(work.toRealPath().resolve(name), content);
        run("trust", file.toString(), "--sha256=" + Sha256.of(name.equals(".hearth") ? content.strip() : content));
        return file;
    }

    Path state() {
        return state;
    }

    /** Has the user at a terminal, typing this. */
    HearthFixture atTerminal(String typed) {
        return atTerminal(typed, 80);
    }

    /** Has the user at a terminal of so many columns, typing this. */
    HearthFixture atTerminal(String typed, int columns) {
        terminals = new Terminals(true, true, true, columns);
        variables.put("TERM", "xterm");
        input = typed;
        return this;
    }

    /** Has a launcher wait for a decision. */
    HearthFixture withLauncher() {
        try {
            handover = Files.createFile(directory.resolve("handover"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what the launcher was told to run} */
    String handover() {
        try {
            return handover == null ? "" : Files.readString(handover);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = new Hearth(world(out, new PrintWriter(err)), _ -> ports, List.of(arguments)).run();
        return new Outcome(List.of(arguments), status, out.toString(), err.toString());
    }

    World world(Writer out, PrintWriter err) {
        var groups = List.of(new Account.Group("ada", 1000));
        return new World(
                new Environment(variables),
                new Account("ada", uid(), 1000, groups, "Ada", directory, Path.of("/bin/bash")),
                new HostPaths(config(), Path.of("/etc/none"), state, directory.resolve("cache"), runtime()),
                root(),
                work,
                Clock.fixed(now, ZoneOffset.UTC),
                new Random(1),
                terminals,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                4711,
                Path.of("/opt/hearth/bin/hearth"),
                handover);
    }

    /** As the first process it keeps running; otherwise it installs. */
    private static int shell(ExecRequest request) {
        return request.command().equals(GuestFiles.entrypoint()) ? FakeProgram.KEEPS_RUNNING : 0;
    }
}
