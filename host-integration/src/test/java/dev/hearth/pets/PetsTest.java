package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Faults;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.engine.FakeProgram;
import dev.hearth.engine.ProgramNotInImage;
import dev.hearth.guest.GuestFiles;
import dev.hearth.guest.SetupFailed;
import dev.hearth.images.Platform;
import dev.hearth.session.ContainerMark;
import dev.hearth.session.Emulators;
import dev.hearth.session.HostFacts;
import dev.hearth.session.MountTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PetsTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");
    private static final Prompt YES = _ -> true;
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final FakeContainerEngine engine = new FakeContainerEngine()
            .withImage("debian:12")
            .withProgram(GuestFiles.SETUP.value(), (_, _, line) -> {
                line.accept("step Giving ada an account");
                return 0;
            })
            .withProgram("/bin/sh", PetsTest::shell)
            .withProgram(GuestFiles.END.value(), (_, _, _) -> 0);
    private final RecordingNarrator narrator = new RecordingNarrator();
    private Account account = SpecFixtures.account(Path.of("/"));

    @BeforeEach
    void ownsTheDirectory() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        var groups = List.of(new Account.Group("ada", 1000));
        account = new Account("ada", owner, 1000, groups, "Ada", directory, Path.of("/bin/bash"));
    }

    @Test
    void makesAPetThatRunsAndIsSetUp() {
        var pet = create(DEV);

        assertThat(pet.name()).isEqualTo(DEV);
        assertThat(pet.isRunning()).isTrue();
        assertThat(pets().list()).extracting(Pet::name).containsExactly(DEV);
        assertThat(engine.execs()).first().isEqualTo(GuestFiles.installation());
        assertThat(narrator.lines())
                .containsExactly("creating dev", "setting up dev: Giving ada an account", "created dev");
    }

    @Test
    void namesAPetAfterItsImage() {
        assertThat(pets().create(CreateRequest.withDefaults(), narrator, YES).name())
                .isEqualTo(new PetName("debian-12"));
    }

    @Test
    void refusesANameThatAPetHas() {
        create(DEV);

        assertThatThrownBy(() -> create(DEV))
                .isInstanceOf(PetExists.class)
                .hasMessage("A pet named 'dev' exists already");
    }

    @Test
    void refusesANameThatAPlainContainerHas() {
        engine.with(ContainerRequests.plain("dev", "debian:12"), ContainerState.RUNNING);

        assertThatThrownBy(() -> create(DEV))
                .isInstanceOf(PetExists.class)
                .hasMessage("A container that is not yours, or not a pet, has the name 'dev'");
    }

    @Test
    void leavesNothingWhenSetUpFails() {
        engine.withProgram(GuestFiles.SETUP.value(), (_, _, line) -> {
            line.accept("fail Giving ada an account");
            line.accept("useradd: no space left");
            return 1;
        });

        assertThatThrownBy(() -> create(DEV))
                .isInstanceOf(SetupFailed.class)
                .hasMessage("Setting up 'dev' failed at the step \"Giving ada an account\": useradd: no space left");
        assertThat(narrator.lines()).containsExactly("creating dev", "said: useradd: no space left");
        assertThat(engine.containers()).isEmpty();
    }

    @Test
    void namesTheImageThatHasNoShellAsTheUserDoes() {
        engine.withoutEntrypoint("/bin/sh");

        assertThatThrownBy(() -> create(DEV))
                .isInstanceOf(ProgramNotInImage.class)
                .hasMessage("The image 'debian:12' has no program '/bin/sh'");
        assertThat(engine.containers()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheEngineIsFull() {
        engine.faults().fail("start", new EngineDiskFull(EngineKind.DOCKER, "/var/lib/docker"));

        assertThatThrownBy(() -> create(DEV)).isInstanceOf(EngineDiskFull.class);
        assertThat(engine.containers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void recoversFromAKillAtAnyCall(int call) {
        engine.faults().dieAfter(call);
        try {
            create(DEV);
        } catch (Faults.Killed e) {
            // What a killed process leaves is what is looked at below.
        }
        engine.faults().clear();

        var whole = pets().list().stream().map(Pet::name).toList();
        var other = create(LAB);

        assertThat(whole).isIn(List.of(), List.of(DEV));
        assertThat(engine.containers())
                .extracting(FakeContainer::name)
                .containsExactlyInAnyOrderElementsOf(
                        whole.isEmpty()
                                ? List.of("lab")
                                : List.of("dev", other.name().value()));
    }

    @Test
    void leavesAloneWhatALivingCommandIsMaking() {
        var making = new MakingName(LAB).toString();
        engine.with(labelled(making, label()), ContainerState.CREATED);
        var locks = new PetLocks(new PrivateDirectory(paths().runtime().resolve("locks"), account.uid()), "test");
        paths().runtime().toFile().mkdirs();

        try (var _ = locks.acquire(LAB, narrator)) {
            create(DEV);
        }

        assertThat(engine.containers()).extracting(FakeContainer::name).contains(making);
    }

    @Test
    void showsNobodyElsesPets() {
        engine.with(labelled("theirs", label(4711)), ContainerState.RUNNING);

        assertThat(pets().list()).isEmpty();
        assertThatThrownBy(() -> pets().get(new PetName("theirs")))
                .isInstanceOf(NotYourPet.class)
                .hasMessage("The pet 'theirs' belongs to the user with id 4711");
    }

    @Test
    void asksWhatWasMeant() {
        create(DEV);

        assertThatThrownBy(() -> pets().get(new PetName("dve")))
                .isInstanceOfSatisfying(
                        PetNotFound.class, failure -> assertThat(failure.hint()).hasValue("Did you mean 'dev'?"));
    }

    @Test
    void setsUpAnewWhatThePlainEngineStarted() {
        var pet = create(DEV);
        engine.stop(pet.container().id(), GRACE);
        engine.start(pet.container().id());
        int before = engine.execs().size();

        pets().start(DEV, narrator);
        pets().start(DEV, narrator);

        assertThat(engine.execs()).hasSize(before + 2);
    }

    @Test
    void noticesThatThePlainEngineRemovedAPet() {
        var pet = create(DEV);
        engine.remove(pet.container().id());

        assertThat(pets().list()).isEmpty();
    }

    @Test
    void keepsARunningPetUnlessForced() {
        create(DEV);

        assertThatThrownBy(() -> pets().remove(DEV, false, narrator)).isInstanceOf(PetIsRunning.class);
        pets().remove(DEV, true, narrator);

        assertThat(pets().list()).isEmpty();
    }

    @Test
    void renamesARunningPet() {
        create(DEV);

        assertThat(pets().rename(DEV, LAB, narrator).name()).isEqualTo(LAB);
        assertThat(pets().list()).extracting(Pet::name).containsExactly(LAB);
    }

    @Test
    void letsTheDefaultFollowARename() {
        create(DEV);
        choice().prefer(DEV);

        pets().rename(DEV, LAB, narrator);
        assertThat(choice().preferred()).hasValue(LAB);

        pets().remove(LAB, true, narrator);
        assertThat(choice().preferred()).isEmpty();
    }

    @Test
    void refusesWhatNeedsControlGroupsWhereThereAreNone() {
        var facts = engine.facts();
        engine.withFacts(new EngineFacts(
                EngineKind.PODMAN,
                facts.version(),
                facts.apiVersion(),
                true,
                facts.socket(),
                facts.storage(),
                facts.storageDriver(),
                2,
                false,
                false,
                false,
                facts.architecture()));
        var limited = request(Set.of(), List.of(), new Limits(1 << 30, 0));

        assertThatThrownBy(() -> pets().create(limited.named(DEV), narrator, YES))
                .isInstanceOf(NoControlGroups.class)
                .hasMessage("A limit of memory or processors needs control groups, which this machine does not delegate"
                        + " to the user's Podman");
        assertThat(engine.containers()).isEmpty();
    }

    @Test
    void refusesToPublishPortsWhereTheEngineCannot() {
        engine.withoutBridge();

        assertThatThrownBy(() -> pets().create(publishing().named(DEV), narrator, YES))
                .isInstanceOf(PortsNotPublished.class)
                .hasMessage("Docker has no bridge network here, so it cannot publish the ports of a pet");
        assertThat(engine.containers()).isEmpty();
    }

    @Test
    void leavesNothingWhenThePortsAreNotPublished() {
        engine.withoutPublishing();

        assertThatThrownBy(() -> pets().create(publishing().named(DEV), narrator, YES))
                .isInstanceOf(PortsNotPublished.class)
                .hasMessage("Docker does not publish what was asked for: 8080:80/tcp");
        assertThat(engine.containers()).isEmpty();
    }

    @Test
    void warnsWhenPortsAreNoLongerPublished() {
        var pet = pets().create(publishing().named(DEV), narrator, YES);
        engine.stop(pet.container().id(), GRACE);
        engine.withoutPublishing();

        pets().start(DEV, narrator);

        assertThat(narrator.lines()).contains("warning: Docker does not publish what was asked for: 8080:80/tcp");
    }

    @Test
    void refusesAnImageThatNothingHereCanRun() {
        engine.imageStore().with("debian:12", Platform.linux("arm64"));

        assertThatThrownBy(() -> create(DEV))
                .isInstanceOf(PlatformCannotRun.class)
                .hasMessage("This machine is linux/amd64, and has no emulator for the programs of linux/arm64");
        assertThatThrownBy(() -> pets().planCreate(CreateRequest.withDefaults()))
                .isInstanceOf(PlatformCannotRun.class);
        assertThat(engine.containers()).isEmpty();
    }

    @Test
    void refusesToRenameToATakenName() {
        create(DEV);
        create(LAB);

        assertThatThrownBy(() -> pets().rename(DEV, LAB, narrator)).isInstanceOf(PetExists.class);
        assertThatThrownBy(() -> pets().rename(DEV, DEV, narrator)).isInstanceOf(PetExists.class);
    }

    @Test
    void handsAShellOverWithItsMark() {
        create(DEV);

        var handover = pets().enter(DEV, new EnterRequest("1000:1000", 0, true, Path.of("/src"), Map.of()), narrator);

        assertThat(handover.mark()).isEqualTo(new ContainerMark("dev", "docker", account.uid()));
        assertThat(handover.tail()).isZero();
        assertThat(handover.exports())
                .containsEntry("HEARTH_WORKDIR", "/src")
                .containsEntry("HEARTH_PATH", "/home/ada/bin:/usr/bin");
        assertThat(handover.words()).contains(GuestFiles.RUN.value());
    }

    @Test
    void letsACommandAtATerminalTellThatItWasStopped() {
        create(DEV);

        var handover = pets().enter(DEV, new EnterRequest("1000:1000", 1, true, Path.of("/src"), Map.of()), narrator);

        assertThat(handover.stops()).hasParentRaw(paths().runtime().resolve("stops"));
        assertThat(handover.exports()).containsEntry("HEARTH_STOPS", "/run/host" + handover.stops());
        assertThat(handover.words()).contains("--env=HEARTH_STOPS");
    }

    @Test
    void needsNoPipeForAShellOrWithoutATerminal() {
        create(DEV);
        var shell = new EnterRequest("1000:1000", 0, true, Path.of("/src"), Map.of());
        var inPipe = new EnterRequest("1000:1000", 1, false, Path.of("/src"), Map.of());

        assertThat(pets().enter(DEV, shell, narrator).stops()).isNull();
        assertThat(pets().enter(DEV, inPipe, narrator).stops()).isNull();
    }

    @Test
    void startsAPetToEnterIt() {
        var pet = create(DEV);
        engine.stop(pet.container().id(), GRACE);

        pets().enter(DEV, new EnterRequest("1000:1000", 1, false, Path.of("/src"), Map.of()), narrator);

        assertThat(pets().get(DEV).isRunning()).isTrue();
        assertThat(narrator.lines()).contains("starting dev");
    }

    @Test
    void endsWhatAKilledLauncherLeftBehind() throws IOException {
        var pet = create(DEV);
        var session = pet.container().id().abbreviated() + ".0011223344556677";
        var sessions = Files.createDirectories(paths().runtime().resolve("sessions"));
        var file = Files.writeString(sessions.resolve(session), "pid 1\nstart 999999999\n");

        pets().enter(DEV, new EnterRequest("1000:1000", 1, false, Path.of("/"), Map.of()), narrator);

        assertThat(engine.execs().getLast().command()).containsExactly(GuestFiles.END.value(), session, "KILL");
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesLivingSessionsAlone() throws IOException {
        var pet = create(DEV);
        var sessions = Files.createDirectories(paths().runtime().resolve("sessions"));
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var started = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
        var file = Files.writeString(
                sessions.resolve(pet.container().id().abbreviated() + ".1"),
                "pid %d\nstart %s\n".formatted(ProcessHandle.current().pid(), started));

        pets().enter(DEV, new EnterRequest("1000:1000", 1, false, Path.of("/"), Map.of()), narrator);

        assertThat(file).exists();
    }

    @Test
    void plansWithoutTouchingTheEngine() {
        int before = engine.faults().calls().size();

        var steps = pets().planCreate(CreateRequest.withDefaults());

        assertThat(steps)
                .extracting(Step::line)
                .containsExactly(
                        "Use the image debian:12",
                        "Make a container of it with 4 mounts, as user %d:1000".formatted(account.uid()),
                        "Start it and set up user, shell and sudo inside",
                        "Name it 'debian-12'");
        assertThat(engine.faults()
                        .calls()
                        .subList(before, engine.faults().calls().size()))
                .doesNotContain("create", "start");
    }

    private Pet create(PetName name) {
        return pets().create(CreateRequest.withDefaults().named(name), narrator, YES);
    }

    private static CreateRequest publishing() {
        return request(Set.of(Namespace.NET), List.of(new PublishedPort("", 8080, 80, "tcp")), Limits.NONE);
    }

    private static CreateRequest request(Set<Namespace> unshared, List<PublishedPort> ports, Limits limits) {
        return new CreateRequest(
                null, null, null, null, null, List.of(), Map.of(), List.of(), false, unshared, ports, List.of(), limits,
                null, null, Map.of(), false, null, false);
    }

    private PetChoice choice() {
        return new PetChoice(new PrivateDirectory(paths().state(), account.uid()));
    }

    private Pets pets() {
        var environment = new Environment(Map.of("PATH", "/home/ada/bin:/usr/bin", "TERM", "xterm"));
        var host = new HostFacts("workstation", "", List.of(), MountTable.parse(""), Set.of());
        return Pets.on(
                engine,
                new FakePetImages(engine.imageStore()),
                new Pets.World(
                        account,
                        environment,
                        paths(),
                        host,
                        new Emulators(directory.resolve("binfmt_misc")),
                        InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")),
                        new Random(1),
                        "process 4711",
                        Path.of("/opt/hearth/bin/hearth")));
    }

    private HostPaths paths() {
        return new HostPaths(
                directory.resolve("config"),
                directory.resolve("system"),
                directory.resolve("state"),
                directory.resolve("cache"),
                directory.resolve("run"));
    }

    /** As the first process it keeps running; otherwise it installs. */
    private static int shell(FakeContainer container, ExecRequest request, Consumer<String> line) {
        return request.command().equals(GuestFiles.entrypoint()) ? FakeProgram.KEEPS_RUNNING : 0;
    }

    private static ContainerRequest labelled(String name, String label) {
        return ContainerRequests.withLabels(ContainerRequests.plain(name, "debian:12"), Map.of(PetSpec.LABEL, label));
    }

    private String label() {
        return label(account.uid());
    }

    private static String label(long owner) {
        return SpecLabel.write(SpecFixtures.spec()).replace("\"owner\":1000", "\"owner\":" + owner);
    }
}
