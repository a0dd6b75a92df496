package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Faults;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.ProgramNotInImage;
import dev.hearth.guest.GuestFiles;
import dev.hearth.guest.SetupFailed;
import dev.hearth.images.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PetCreationTest {
    private static final PetName DEV = new PetName("dev");
    private static final PetName LAB = new PetName("lab");

    @TempDir
    Path directory;

    private PetsFixture fixture;

    @BeforeEach
    void startAfresh() throws IOException {
        fixture = new PetsFixture(directory);
    }

    @Test
    void makesAPetThatRunsAndIsSetUp() {
        var pet = fixture.create(DEV);

        assertThat(pet.name()).isEqualTo(DEV);
        assertThat(pet.isRunning()).isTrue();
        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(DEV);
        assertThat(fixture.engine().execs().getFirst().command())
                .startsWith(GuestFiles.installation().command().subList(0, 5).toArray(String[]::new))
                .contains(GuestFiles.SETUP.value());
        assertThat(fixture.narrator().lines())
                .containsExactly("creating dev", "setting up dev: Giving ada an account", "created dev");
    }

    @Test
    void namesAPetAfterItsImage() {
        assertThat(fixture.pets()
                        .creations()
                        .create(CreateRequest.withDefaults(), fixture.narrator(), PetsFixture.YES)
                        .name())
                .isEqualTo(new PetName("debian-12"));
    }

    @Test
    void refusesANameThatAPetHas() {
        fixture.create(DEV);

        assertThatThrownBy(() -> fixture.create(DEV))
                .isInstanceOf(PetExists.class)
                .hasMessage("A pet named 'dev' exists already");
    }

    @Test
    void refusesANameThatAPlainContainerHas() {
        fixture.engine().with(ContainerRequests.plain("dev", "debian:12"), ContainerState.RUNNING);

        assertThatThrownBy(() -> fixture.create(DEV))
                .isInstanceOf(PetExists.class)
                .hasMessage("A container that is not yours, or not a pet, has the name 'dev'");
    }

    @Test
    void leavesNothingWhenSetUpFails() {
        fixture.engine().withProgram(GuestFiles.SETUP.value(), (_, _, line) -> {
            line.accept("step Giving ada an account");
            line.accept("said useradd: no space left");
            return 1;
        });

        assertThatThrownBy(() -> fixture.create(DEV))
                .isInstanceOf(SetupFailed.class)
                .hasMessage("Setting up 'dev' failed at the step \"Giving ada an account\": useradd: no space left");
        assertThat(fixture.narrator().lines())
                .contains("creating dev", "said: useradd: no space left")
                .doesNotContain("created dev");
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void namesTheImageThatHasNoShellAsTheUserDoes() {
        fixture.engine().withoutEntrypoint("/bin/sh");

        assertThatThrownBy(() -> fixture.create(DEV))
                .isInstanceOf(ProgramNotInImage.class)
                .hasMessage("The image 'debian:12' has no program '/bin/sh'");
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheEngineIsFull() {
        fixture.engine().faults().fail("start", new EngineDiskFull(EngineKind.DOCKER, "/var/lib/docker"));

        assertThatThrownBy(() -> fixture.create(DEV)).isInstanceOf(EngineDiskFull.class);
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void recoversFromAKillAtAnyCall(int call) {
        fixture.engine().faults().dieAfter(call);
        try {
            fixture.create(DEV);
        } catch (Faults.Killed e) {
            // What a killed process leaves is what is looked at below.
        }
        fixture.engine().faults().clear();

        var whole = fixture.pets().list().stream().map(Pet::name).toList();
        var other = fixture.create(LAB);

        assertThat(whole).isIn(List.of(), List.of(DEV));
        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .containsExactlyInAnyOrderElementsOf(
                        whole.isEmpty()
                                ? List.of("lab")
                                : List.of("dev", other.name().value()));
    }

    @Test
    void leavesAloneWhatALivingCommandIsMaking() {
        var making = new MakingName(LAB).toString();
        fixture.engine().with(PetsFixture.labelled(making, fixture.label()), ContainerState.CREATED);
        var locks = new PetLocks(
                new PrivateDirectory(
                        fixture.paths().runtime().resolve("locks"),
                        fixture.account().uid()),
                "test");
        fixture.paths().runtime().toFile().mkdirs();

        try (var _ = locks.acquire(LAB, fixture.narrator())) {
            fixture.create(DEV);
        }

        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .contains(making);
    }

    @Test
    void refusesWhatNeedsControlGroupsWhereThereAreNone() {
        var facts = fixture.engine().facts();
        fixture.engine()
                .withFacts(new EngineFacts(
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
        var limited = PetsFixture.request(Set.of(), List.of(), new Limits(1 << 30, 0));

        assertThatThrownBy(() ->
                        fixture.pets().creations().create(limited.named(DEV), fixture.narrator(), PetsFixture.YES))
                .isInstanceOf(NoControlGroups.class)
                .hasMessage("A limit of memory or processors needs control groups, which this machine does not delegate"
                        + " to the user's Podman");
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void refusesAnEngineToAPetThatIsKeptFromTheHome() {
        var request = PetsFixture.withEngine(new Home.None()).named(DEV);

        assertThatThrownBy(() -> fixture.pets().creations().create(request, fixture.narrator(), PetsFixture.YES))
                .isInstanceOf(EngineNotForPet.class)
                .hasMessage("A pet with --home=none cannot have --with-engine");
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void saysWhatAnEngineInsideMeans() {
        assertThat(fixture.pets().creations().plan(PetsFixture.withEngine(new Home.Shared())))
                .extracting(Step::line)
                .contains("Let it use Docker: what runs inside can then become root on this host");
    }

    @Test
    void refusesToPublishPortsWhereTheEngineCannot() {
        fixture.engine().withoutBridge();

        assertThatThrownBy(() -> fixture.pets()
                        .creations()
                        .create(PetsFixture.publishing().named(DEV), fixture.narrator(), PetsFixture.YES))
                .isInstanceOf(PortsNotPublished.class)
                .hasMessage("Docker has no bridge network here, so it cannot publish the ports of a pet");
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void leavesNothingWhenThePortsAreNotPublished() {
        fixture.engine().withoutPublishing();

        assertThatThrownBy(() -> fixture.pets()
                        .creations()
                        .create(PetsFixture.publishing().named(DEV), fixture.narrator(), PetsFixture.YES))
                .isInstanceOf(PortsNotPublished.class)
                .hasMessage("Docker does not publish what was asked for: 8080:80/tcp");
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void refusesAnImageThatNothingHereCanRun() {
        fixture.engine().imageStore().with("debian:12", Platform.linux("arm64"));

        assertThatThrownBy(() -> fixture.create(DEV))
                .isInstanceOf(PlatformCannotRun.class)
                .hasMessage("This machine is linux/amd64, and has no emulator for the programs of linux/arm64");
        assertThatThrownBy(() -> fixture.pets().creations().plan(CreateRequest.withDefaults()))
                .isInstanceOf(PlatformCannotRun.class);
        assertThat(fixture.engine().containers()).isEmpty();
    }

    @Test
    void plansWithoutTouchingTheEngine() {
        int before = fixture.engine().faults().calls().size();

        var steps = fixture.pets().creations().plan(CreateRequest.withDefaults());

        assertThat(steps)
                .extracting(Step::line)
                .containsExactly(
                        "Use the image debian:12",
                        "Make a container of it with 4 mounts, as user %d:1000"
                                .formatted(fixture.account().uid()),
                        "Start it and set up user, shell and sudo inside",
                        "Name it 'debian-12'");
        assertThat(fixture.engine()
                        .faults()
                        .calls()
                        .subList(before, fixture.engine().faults().calls().size()))
                .doesNotContain("create", "start");
    }
}
