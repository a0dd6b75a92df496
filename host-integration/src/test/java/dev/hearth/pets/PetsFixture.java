package dev.hearth.pets;

import dev.hearth.bridge.FakeBridge;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.engine.FakeProgram;
import dev.hearth.guest.GuestFiles;
import dev.hearth.projects.ProjectSearch;
import dev.hearth.session.Emulators;
import dev.hearth.session.HostFacts;
import dev.hearth.session.MountTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Pets in memory, of whoever runs the test and lives in a directory. */
final class PetsFixture {
    static final Prompt YES = _ -> true;

    private static final int FAILED = 3;

    private final Path directory;
    private final Account account;
    private final FakeBridge bridge = new FakeBridge();
    private final RecordingNarrator narrator = new RecordingNarrator();
    private final FakeContainerEngine engine = new FakeContainerEngine()
            .withImage("debian:12")
            .withProgram(GuestFiles.SETUP.value(), (_, _, line) -> {
                line.accept("step Giving ada an account");
                return 0;
            })
            .withProgram("/bin/sh", PetsFixture::shell)
            .withProgram(GuestFiles.END.value(), (_, _, _) -> 0);

    PetsFixture(Path directory) throws IOException {
        this.directory = directory;
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        var groups = List.of(new Account.Group("ada", 1000));
        account = new Account("ada", owner, 1000, groups, "Ada", directory, Path.of("/bin/bash"));
    }

    FakeContainerEngine engine() {
        return engine;
    }

    FakeBridge bridge() {
        return bridge;
    }

    RecordingNarrator narrator() {
        return narrator;
    }

    Account account() {
        return account;
    }

    Pet create(PetName name) {
        return pets().creations().create(CreateRequest.withDefaults().named(name), narrator, YES);
    }

    static CreateRequest publishing() {
        return request(Set.of(Namespace.NET), List.of(new PublishedPort("", 8080, 80, "tcp")), Limits.NONE);
    }

    static CreateRequest request(Set<Namespace> unshared, List<PublishedPort> ports, Limits limits) {
        return new CreateRequest(
                null, null, null, null, null, List.of(), Map.of(), List.of(), false, unshared, ports, List.of(), false,
                limits, null, null, Map.of(), false, null, false);
    }

    static CreateRequest withEngine(Home home) {
        return new CreateRequest(
                null,
                null,
                null,
                null,
                home,
                List.of(),
                Map.of(),
                List.of(),
                false,
                Set.of(),
                List.of(),
                List.of(),
                true,
                Limits.NONE,
                null,
                null,
                Map.of(),
                false,
                null,
                false);
    }

    /** Records a session whose launcher is this very process; {@return the file} */
    Path recordOwnSession(String session) throws IOException {
        var sessions = Files.createDirectories(paths().runtime().resolve("sessions"));
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var started = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
        return Files.writeString(
                sessions.resolve(session),
                "pid %d\nstart %s\n".formatted(ProcessHandle.current().pid(), started));
    }

    PetChoice choice() {
        return new PetChoice(
                new PrivateDirectory(paths().state(), account.uid()), new ProjectSearch(directory, account.uid()));
    }

    Pets pets() {
        return pets(new Environment(Map.of("PATH", "/home/ada/bin:/usr/bin", "TERM", "xterm")));
    }

    Pets pets(Environment environment) {
        var host = new HostFacts("workstation", "", List.of(), MountTable.parse(""), Set.of(), "none");
        return Pets.on(
                engine,
                engine.imageStore(),
                new FakePetImages(engine.imageStore()),
                new Pets.World(
                        account,
                        environment,
                        paths(),
                        host,
                        new Emulators(directory.resolve("binfmt_misc")),
                        InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")),
                        new Random(1),
                        bridge,
                        "process 4711",
                        Path.of("/opt/hearth/bin/hearth"),
                        "",
                        new ScriptedProcesses()));
    }

    HostPaths paths() {
        return new HostPaths(
                directory.resolve("config"),
                directory.resolve("system"),
                directory.resolve("state"),
                directory.resolve("cache"),
                directory.resolve("run"));
    }

    /** As the first process it keeps running; otherwise it installs, or fails when told to. */
    private static int shell(FakeContainer container, ExecRequest request, Consumer<String> line) {
        if (request.command().getLast().equals("fail")) {
            line.accept("no luck");
            return FAILED;
        }
        return request.command().equals(GuestFiles.entrypoint()) ? FakeProgram.KEEPS_RUNNING : 0;
    }

    static ContainerRequest labelled(String name, String label) {
        return ContainerRequests.withLabels(ContainerRequests.plain(name, "debian:12"), Map.of(PetSpec.LABEL, label));
    }

    /** {@return the label of a pet for one session of whoever runs the test} */
    String labelForOneSession() {
        return label().replace("\"ephemeral\":false", "\"ephemeral\":true").replace("2026-01-02", "2026-01-01");
    }

    String label() {
        return label(account.uid());
    }

    static String label(long owner) {
        return SpecLabel.write(SpecFixtures.spec()).replace("\"owner\":1000", "\"owner\":" + owner);
    }
}
