package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.failure.Faults;
import dev.hearth.engine.FakeContainer;
import dev.hearth.generations.Generation;
import dev.hearth.guest.GuestFiles;
import dev.hearth.images.ImageNotFound;
import dev.hearth.packages.FakeApt;
import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PetRebasesTest {
    private static final PetName DEV = new PetName("dev");
    private static final String NEW = "debian:13";
    private static final String DPKG = "/var/lib/dpkg/status";
    private static final String SOURCES = "/etc/apt/sources.list.d/own.list";
    /** Of a plan and of carrying it out. */
    private static final int CALLS = 80;

    @TempDir
    Path directory;

    private PetsFixture fixture;
    private FakeApt apt;

    @BeforeEach
    void makeAPet() throws IOException {
        fixture = new PetsFixture(directory);
        fixture.engine()
                .withImage(NEW)
                .withFile("debian:12", DPKG, FakeApt.paragraph("tar", "1.34"))
                .withFile(NEW, DPKG, FakeApt.paragraph("tar", "1.35"));
        apt = new FakeApt(fixture.engine()).with("gdb", "13", "libgdb").with("gcc", "12");
        FakeCarry.on(fixture.engine());
        fixture.create(DEV);
        install("gdb", "gcc");
        write("/opt/tool", "1");
    }

    @Test
    void replaysWhatWasAskedFor() {
        apt.with("gdb", "16", "libgdb");

        var pet = rebase();

        assertThat(pet.spec().image()).isEqualTo(NEW);
        assertThat(pet.isRunning()).isTrue();
        assertThat(container().content().texts().get(DPKG))
                .isEqualTo(FakeApt.paragraph("gcc", "12")
                        + FakeApt.paragraph("gdb", "16")
                        + FakeApt.paragraph("libgdb", "1")
                        + FakeApt.paragraph("tar", "1.35"));
        assertThat(requests()).containsExactly("gdb", "gcc");
        assertThat(container().files()).doesNotContain("/opt/tool");
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @Test
    void returnsToWhatThePetWas() {
        var before = container().content().texts();
        rebase();

        var pet = fixture.pets().generations().rollbacks().carryOut(DEV, null, Duration.ZERO, fixture.narrator());

        assertThat(pet.spec().image()).isEqualTo("debian:12");
        assertThat(container().content().texts()).isEqualTo(before);
        assertThat(generations())
                .extracting(Generation::action, Generation::label)
                .containsExactly(tuple("install", "gdb gcc"), tuple("rebase", NEW), tuple("rollback", ""));
    }

    @Test
    void takesFilesAlong() {
        write(SOURCES, "deb own");
        write("/opt/own/a", "1");
        write("/opt/own/b", "2");

        rebase(SOURCES, "/opt/own/");

        assertThat(container().content().texts())
                .containsEntry(SOURCES, "deb own")
                .containsEntry("/opt/own/a", "1")
                .containsEntry("/opt/own/b", "2")
                .doesNotContainKeys("/opt/tool", "/var/lib/hearth/carried.tar");
    }

    @Test
    void triesTheImageWhileThePetGoesOn() {
        apt.without("gcc");
        var before = container();
        fixture.engine().faults().clear();

        var plan = plan();

        assertThat(plan.missing()).containsExactly("gcc");
        assertThat(plan.spec().packages()).containsExactly("gdb");
        assertThat(plan.changes())
                .containsExactly(
                        new SpecChange("image", List.of("debian:12"), List.of(NEW)),
                        new SpecChange("package", List.of("gcc"), List.of()));
        assertThatThrownBy(plan::requireAll)
                .isInstanceOf(RequestsMissing.class)
                .isInstanceOf(Failure.ToolFailed.class)
                .hasMessage("What was asked for in the pet 'dev' is not there for 'debian:13': gcc");
        assertThat(fixture.engine().containers()).containsExactly(before);
        assertThat(fixture.engine().faults().calls()).doesNotContain("stop");
        assertThat(requests()).containsExactly("gdb", "gcc");
    }

    @Test
    void leavesOutWhatIsMissing() {
        apt.without("gcc");

        rebase();

        assertThat(requests()).containsExactly("gdb");
    }

    @Test
    void missesAllWhereThereIsNoPackageManager() {
        fixture.engine().withProgram(GuestFiles.PACKAGES.value(), (_, _, _) -> 1);

        assertThat(plan().missing()).containsExactly("gdb", "gcc");
    }

    @Test
    void plansInSteps() {
        write(SOURCES, "deb own");

        assertThat(plan(SOURCES).steps())
                .extracting(Step::line)
                .containsExactly(
                        "Use the image debian:13",
                        "Stop the pet, with all that runs in it",
                        "Save it as @2",
                        "Make a container of it with 4 mounts, as user %d:1000"
                                .formatted(fixture.account().uid()),
                        "Start it and set up user, shell and sudo inside",
                        "Copy " + SOURCES + " from the pet",
                        "Install what was asked for: gdb, gcc",
                        "Name it 'dev', and remove the old container");
    }

    @Test
    void cannotTellWhatIsMissingBeforeTheImageIsHere() {
        var rebases = fixture.pets().rebases();

        var plan = rebases.plan(DEV, new Rebase("debian:14", null, null, List.of()), fixture.narrator());

        assertThat(plan.missing()).isNull();
        assertThat(plan.steps()).first().isEqualTo(new Step.ObtainImage("debian:14", false));
        assertThatThrownBy(() -> rebases.carryOut(plan, PackageScreen.LINES, Duration.ZERO, fixture.narrator()))
                .isInstanceOf(ImageNotFound.class);
    }

    @Test
    void leavesAPetStoppedThatDidNotRun() {
        fixture.pets().stop(DEV, Duration.ZERO, fixture.narrator());

        assertThat(rebase().isRunning()).isFalse();
        assertThat(requests()).containsExactly("gdb", "gcc");
    }

    @Test
    void keepsThePetWhenAPackageScriptFailsThere() {
        var before = container();
        apt.failing("gcc");

        assertThatThrownBy(this::rebase)
                .isInstanceOf(PackagesUnchanged.class)
                .hasMessageEndingWith("; the pet is what it was before");

        assertThat(container()).isSameAs(before);
        assertThat(fixture.pets().get(DEV).isRunning()).isTrue();
        assertThat(generations()).hasSize(1);
        assertThat(fixture.engine().containers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "own.list,          'own.list' is no path that a pet could take along",
                "/,                 '/' is not of the pet's own files alone: there is '/proc'",
                "/etc,              '/etc' is not of the pet's own files alone: there is '/etc/hosts'",
                "/opt/../proc/1,    '/opt/../proc/1' is not of the pet's own files alone: there is '/proc'",
                "/var/lib/hearth/x, '/var/lib/hearth/x' is not of the pet's own files alone: there is '/var/lib/hearth'"
            })
    void takesOnlyOwnFilesAlong(String path, String message) {
        assertThatThrownBy(() -> plan(path)).isInstanceOf(NotOwnFile.class).hasMessage(message);
    }

    @Test
    void doesNotTakeTheHomeAlong() {
        assertThatThrownBy(() -> plan(directory.resolve("x").toString())).isInstanceOf(NotOwnFile.class);
    }

    @Test
    void saysWhichFilesAreNotThere() {
        assertThatThrownBy(() -> plan("/opt/tool", "/opt/none"))
                .isInstanceOf(OwnFileMissing.class)
                .hasMessage("The pet 'dev' has no '/opt/none'");
    }

    @Test
    void keepsThePetWhenFilesCannotBeTakenAlong() {
        fixture.engine()
                .withProgram(
                        GuestFiles.CARRY.value(),
                        (_, request, _) -> request.command().contains("pack") ? 2 : 0);

        assertThatThrownBy(() -> plan("/opt/tool"))
                .isInstanceOf(NotCarried.class)
                .hasMessage("The files of the pet 'dev' could not be taken along: `tar` ended with status 2");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isTheOldPetOrTheNewOneAfterAKillAtAnyCall(int call) {
        var old = container().content().texts();
        fixture.engine().faults().clear().dieAfter(call);
        try {
            rebase("/opt/tool");
        } catch (Faults.Killed e) {
            // What a killed process leaves is what is looked at below.
        }
        fixture.engine().faults().clear();

        assertThat(fixture.pets().list()).extracting(Pet::name).containsExactly(DEV);
        snapshot();

        boolean isNew = fixture.pets().get(DEV).spec().image().equals(NEW);
        assertThat(container().content().texts().getOrDefault(DPKG, "").contains("1.35"))
                .isEqualTo(isNew);
        assertThat(container().content().texts()).containsEntry("/opt/tool", "1");
        if (!isNew) {
            assertThat(container().content().texts()).isEqualTo(old);
        }
        assertThat(requests()).containsExactly("gdb", "gcc");
        assertThat(fixture.engine().containers())
                .extracting(FakeContainer::name)
                .containsExactly("dev");
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, CALLS);
    }

    private Pet rebase(String... carried) {
        return fixture.pets().rebases().carryOut(plan(carried), PackageScreen.LINES, Duration.ZERO, fixture.narrator());
    }

    private RebasePlan plan(String... carried) {
        return fixture.pets().rebases().plan(DEV, new Rebase(NEW, null, null, List.of(carried)), fixture.narrator());
    }

    private void install(String... names) {
        var packages = fixture.pets().packages();
        var request = new PackageRequest(
                PackageAction.INSTALL, Stream.of(names).map(PackageName::parse).toList());
        packages.carryOut(
                packages.plan(DEV, request, fixture.narrator()),
                PackageScreen.LINES,
                Duration.ZERO,
                fixture.narrator());
    }

    private void snapshot() {
        fixture.pets().generations().snapshots().take(DEV, "", false, Duration.ZERO, fixture.narrator());
    }

    private List<String> requests() {
        var pets = fixture.pets();
        return pets.withRequests(pets.get(DEV)).spec().packages();
    }

    private List<Generation> generations() {
        return fixture.pets().generations().past().history(DEV).generations();
    }

    private FakeContainer container() {
        return fixture.engine().container("dev");
    }

    private void write(String path, String text) {
        container().content().write(path, text);
    }
}
