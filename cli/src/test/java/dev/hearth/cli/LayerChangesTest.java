package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.cli.escalation.Escalation;
import dev.hearth.cli.os.LayerChanges;
import dev.hearth.cli.os.Requester;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Talk;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.trace.Trace;
import dev.hearth.os.Change;
import dev.hearth.os.PrivilegesMissing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of a command that is about the base, for somebody who has pets and is not root. */
class LayerChangesTest extends OsFixture {
    private static final Terminals TERMINAL = new Terminals(true, true, true, 80);
    private static final long ADA = 1000;

    private final StringWriter told = new StringWriter();
    private Path launcher;

    @BeforeEach
    void installHearthAndSudo() throws IOException {
        base.with(NEW, "booted");
        launcher = program("opt/hearth/bin/hearth").toRealPath();
        program("opt/hearth/lib/hearth.jar");
        program("usr/bin/sudo");
        hearth.as(ADA);
    }

    @Test
    void runsThatPartAloneAsRoot() {
        hearth.ports().scripted().answerAny(0);

        layers(TERMINAL).carryOut(taking("htop", "fish"), "demote-1a2b3c: to the pet 'dev'");

        var ran = hearth.ports().scripted().ran().getFirst().argv();
        assertThat(ran)
                .startsWith("/usr/bin/env", "-i")
                .containsSequence(
                        "/usr/bin/sudo",
                        "--",
                        launcher.toString(),
                        "os",
                        "--sysroot",
                        "/srv/disk",
                        "uninstall",
                        "--yes",
                        "--reason",
                        "demote-1a2b3c: to the pet 'dev'",
                        "htop",
                        "fish");
        assertThat(told.toString()).contains("This needs root: /usr/bin/sudo -- " + launcher + " os --sysroot");
        assertThat(base.changes()).isEmpty();
    }

    @Test
    void asksForFilesToBeLayeredStrictly() {
        hearth.ports().scripted().answerAny(0);
        var change = new Change.Packages(List.of(), List.of(Path.of("/tmp/a.deb")), null, List.of(), false, true);

        layers(TERMINAL).carryOut(change, "why");

        assertThat(hearth.ports().scripted().ran().getFirst().argv())
                .endsWith("install", "--yes", "--reason", "why", "--strict", "/tmp/a.deb");
    }

    @Test
    void plansAsFarAsItsCallerMayLook() {
        base.failing(new PrivilegesMissing("work out what it takes"));
        var files = new Change.Packages(List.of(), List.of(Path.of("/tmp/a.deb")), null, List.of(), false, true);

        assertThat(layers(TERMINAL).plan(taking("htop", "fish")))
                .containsExactly("Take off htop, fish, and boot the rest next");
        assertThat(layers(TERMINAL).plan(files)).containsExactly("Layer a.deb, and boot that next");
    }

    @Test
    void failsWithThatPart() {
        hearth.ports().scripted().answerAny(7);

        assertThatThrownBy(() -> layers(TERMINAL).carryOut(taking("htop"), "why"))
                .isInstanceOf(Failure.ToolFailed.class)
                .hasMessage("The base was not changed: `hearth os` ended with status 7");
    }

    @Test
    void saysBeforehandThatNobodyCanBeAsked() {
        layers(TERMINAL).requireChangeable();

        assertThatThrownBy(() -> layers(Terminals.NONE).requireChangeable()).isInstanceOf(Failure.Denied.class);
        assertThat(told.toString()).isEmpty();
    }

    private LayerChanges layers(Terminals terminals) {
        var world = hearth.world(new StringWriter(), new PrintWriter(told));
        var talk = new Talk(new PrintWriter(told), 80, () -> false);
        var narrator = new ConsoleNarrator(talk, () -> Colors.PLAIN, world.clock(), Trace.SILENT);
        var escalation = new Escalation(
                directory, owner(), launcher, world.environment(), terminals, narrator, List.of("demote"));
        return new LayerChanges(
                new OsWiring(world, Optional::empty, hearth.ports()),
                Path.of("/srv/disk"),
                new Requester(world.account(), world.environment(), "hearth demote"),
                escalation,
                hearth.ports().processes(),
                narrator);
    }

    private static Change.Packages taking(String... requests) {
        return new Change.Packages(List.of(), List.of(), null, List.of(requests), false, false);
    }

    private long owner() {
        try {
            return Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path program(String path) throws IOException {
        var file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
