package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Privileges;
import dev.hearth.engine.ContainerRequest.Sharing;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.Mount;
import dev.hearth.engine.Mount.Bind;
import dev.hearth.engine.Mount.Devpts;
import dev.hearth.engine.Mount.Propagation;
import dev.hearth.engine.Mount.Tmpfs;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.session.HostFacts;
import dev.hearth.session.MountTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetContainerTest {
    private static final String SHARED_ROOT = "21 1 254:0 / / rw shared:1 - ext4 /dev/vda rw";
    private static final String PRIVATE_ROOT = "21 1 254:0 / / rw - ext4 /dev/vda rw";

    @TempDir
    Path home;

    @Test
    void sharesHomeSessionAndDevicesOfAUsualHost() {
        assertThat(request(podman(true), SHARED_ROOT, SpecFixtures.spec()).mounts())
                .containsExactly(
                        bind("/", "/run/host"),
                        bind(home.toString(), home.toString()),
                        bind("/tmp", "/tmp"),
                        bind("/run/user", "/run/user"),
                        bind("/dev", "/dev"),
                        new Devpts(ContainerPath.of("/dev/pts")));
    }

    @Test
    void asksForNoPropagationWhereTheHostHasNone() {
        assertThat(request(podman(true), PRIVATE_ROOT, SpecFixtures.spec()).mounts())
                .filteredOn(mount -> mount instanceof Bind)
                .extracting(mount -> ((Bind) mount).propagation())
                .containsOnly(Propagation.PRIVATE);
    }

    @Test
    void bindsAHomeBehindALinkAtBothItsNames() throws IOException {
        var real = Files.createDirectory(home.resolve("var-home"));
        var link = Files.createSymbolicLink(home.resolve("home"), real);

        var mounts = new PetMounts(SpecFixtures.account(link), host(SHARED_ROOT), Path.of("/var/lib/docker"))
                .of(SpecFixtures.spec());

        assertThat(mounts).contains(bind(real.toString(), real.toString()), bind(real.toString(), link.toString()));
    }

    @Test
    void keepsTheHomeAwayFromAPetWithoutOne() {
        assertThat(request(podman(true), SHARED_ROOT, SpecFixtures.spec(new Home.None()))
                        .mounts())
                .containsExactly(readOnly("/etc", "/run/host/etc"), readOnly("/usr", "/run/host/usr"));
    }

    @Test
    void keepsTheHostsProcessesAndDisksAwayFromAPetWithoutTheHome() throws IOException {
        var other = new Home.Directory(Files.createDirectory(home.resolve("other")));
        var onPodman = request(podman(true), SHARED_ROOT, SpecFixtures.spec(other));
        var onDocker = request(docker(), SHARED_ROOT, SpecFixtures.spec(other));

        assertThat(onPodman.sharing()).isEqualTo(new Sharing(true, false, false, true, false));
        assertThat(onPodman.privileges()).isEqualTo(new Privileges(false, List.of(), true, true, List.of()));
        assertThat(onDocker.sharing()).isEqualTo(new Sharing(true, false, false, true, false));
        assertThat(onDocker.privileges()).isEqualTo(new Privileges(false, List.of(), true, false, List.of(44L)));
        assertThat(onDocker.mounts()).doesNotContain(bind("/dev", "/dev"));
    }

    @Test
    void knowsWhatKeepsAPetFromTheHome() {
        var none = SpecFixtures.spec(new Home.None());

        assertThat(Isolation.of(SpecFixtures.spec(), podman(true))).isEqualTo(Isolation.NONE);
        assertThat(Isolation.of(none, docker())).isEqualTo(Isolation.NO_BOUNDARY);
        assertThat(Isolation.of(none, podman(true))).isEqualTo(Isolation.ALL_BUT_NETWORK);
        assertThat(Isolation.of(SpecFixtures.with(new Home.None(), true, Set.of()), podman(true)))
                .isEqualTo(Isolation.NO_BOUNDARY);
        assertThat(Isolation.of(SpecFixtures.with(new Home.None(), false, Set.of(Namespace.NET)), podman(true)))
                .isEqualTo(Isolation.ALL);
    }

    @Test
    void knowsWhereAFileOfTheHostIsInside() {
        var file = Path.of("/run/user/1000/hearth");

        assertThat(PetMounts.inside(SpecFixtures.spec(), file)).contains(ContainerPath.of("/run/host" + file));
        assertThat(PetMounts.inside(SpecFixtures.spec(new Home.None()), file)).isEmpty();
    }

    @Test
    void showsAnotherDirectoryAtTheHomesPath() throws IOException {
        var other = Files.createDirectory(home.resolve("other"));

        var mounts = request(podman(true), SHARED_ROOT, SpecFixtures.spec(new Home.Directory(other)))
                .mounts();

        assertThat(mounts).contains(bind(other.toString(), home.toString()));
    }

    @Test
    void laysWhatAPetWritesOverTheHomeAndTheEnginesStorageOutOfSight() {
        var overlay = SpecFixtures.spec(new Home.Overlay("hearth-home-1"));
        var storage = home.resolve(".local/storage");

        var mounts = new PetMounts(SpecFixtures.account(home), host(SHARED_ROOT), storage).of(overlay);

        assertThat(mounts)
                .containsExactly(
                        readOnly("/etc", "/run/host/etc"),
                        readOnly("/usr", "/run/host/usr"),
                        new Mount.Overlay("hearth-home-1", home.toString(), ContainerPath.of(home.toString())),
                        new Mount.Tmpfs(ContainerPath.of(storage.toString()), "mode=755"));
        assertThat(request(docker(), SHARED_ROOT, overlay).sharing())
                .isEqualTo(new Sharing(true, false, false, true, false));
    }

    @Test
    void refusesToOverlayAHomeThatMountOptionsCannotName() throws IOException {
        var odd = Files.createDirectory(home.resolve("a,b"));
        var mounts = new PetMounts(SpecFixtures.account(odd), host(SHARED_ROOT), Path.of("/st"));

        assertThatThrownBy(() -> mounts.of(SpecFixtures.spec(new Home.Overlay("hearth-home-1"))))
                .isInstanceOf(HomeNotOverlaid.class)
                .hasMessage("The home '" + odd + "' cannot be laid under a pet, since its path has a comma, colon or"
                        + " backslash");
    }

    @Test
    void refusesAHomeThatIsNotThere() {
        var missing = home.resolve("missing");

        assertThatThrownBy(() -> request(podman(true), SHARED_ROOT, SpecFixtures.spec(new Home.Directory(missing))))
                .isInstanceOf(HostPathMissing.class)
                .hasMessage("The directory '" + missing + "', which the pet is to share, does not exist");
    }

    @Test
    void givesSystemdWhatItNeeds() {
        var request = request(docker(), SHARED_ROOT, SpecFixtures.initSpec());

        assertThat(request.mounts())
                .containsExactly(
                        bind("/", "/run/host"),
                        bind(home.toString(), home.toString()),
                        new Tmpfs(ContainerPath.of("/run"), "mode=755"),
                        new Tmpfs(ContainerPath.of("/run/lock"), "mode=1777"));
        assertThat(request.sharing()).isEqualTo(new Sharing(true, false, false, false, false));
        assertThat(request.user()).isEqualTo("0:0");
        assertThat(request.hostname()).isEqualTo("workstation");
    }

    @Test
    void runsAsTheUserWithItsDefaults() {
        var request = request(docker(), SHARED_ROOT, SpecFixtures.spec());

        assertThat(request.user()).isEqualTo("1000:1000");
        assertThat(request.workingDirectory()).isEqualTo(ContainerPath.of(home.toString()));
        assertThat(request.environment())
                .isEqualTo(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", home.toString(),
                        "USER", "ada",
                        "LOGNAME", "ada",
                        "container", "docker",
                        "XDG_RUNTIME_DIR", "/run/user/1000",
                        "SSH_AUTH_SOCK", "/run/user/1000/hearth/ssh-agent",
                        "SYSTEMD_OFFLINE", "1"));
    }

    @Test
    void takesTheImagesSearchPath() {
        var image = new LocalImage(
                "sha256:1",
                List.of(),
                List.of(),
                Map.of(),
                1,
                Instant.EPOCH,
                Platform.linux("amd64"),
                List.of("PATH=/opt/bin:/bin"),
                1);

        var request = new PetContainer(SpecFixtures.account(home), host(SHARED_ROOT), docker())
                .request("x", SpecFixtures.spec(), image);

        assertThat(request.environment()).containsEntry("PATH", "/opt/bin:/bin");
    }

    @Test
    void isPrivilegedOnlyInsideTheUsersOwnNamespace() {
        assertThat(request(podman(true), SHARED_ROOT, SpecFixtures.spec()).privileges())
                .isEqualTo(new Privileges(true, List.of(), false, true, List.of()));
    }

    @Test
    void asksARootfulEngineForWhatTheMachineHas() {
        assertThat(request(docker(), SHARED_ROOT, SpecFixtures.spec()).privileges())
                .isEqualTo(new Privileges(false, List.of("CHOWN", "SYS_ADMIN"), false, false, List.of(44L)));
    }

    @Test
    void keepsItsProcessesApartWhereNothingElseCouldEndThem() {
        assertThat(request(podman(false), SHARED_ROOT, SpecFixtures.spec()).sharing())
                .isEqualTo(new Sharing(true, true, false, true, true));
    }

    @Test
    void sharesNothingThatIsUnshared() {
        var request = request(docker(), SHARED_ROOT, SpecFixtures.unsharing(Namespace.values()));

        assertThat(request.sharing()).isEqualTo(new Sharing(false, false, false, false, false));
        assertThat(request.manageNetworkFiles()).isTrue();
        assertThat(request.mounts()).doesNotContain(bind("/dev", "/dev"));
    }

    @Test
    void setsItsLabelsOverTheUsers() {
        var labels = request(docker(), SHARED_ROOT, SpecFixtures.spec()).labels();

        assertThat(labels)
                .containsEntry(PetSpec.LABEL, SpecLabel.write(SpecFixtures.spec()))
                .containsEntry(
                        "devcontainer.metadata",
                        "[{\"remoteUser\":\"ada\",\"userEnvProbe\":\"loginInteractiveShell\",\"remoteEnv\":{\"HOME\":\""
                                + home + "\"}}]");
    }

    private ContainerRequest request(EngineFacts engine, String mounts, PetSpec spec) {
        var image = new LocalImage(
                "sha256:1", List.of(), List.of(), Map.of(), 1, Instant.EPOCH, Platform.linux("amd64"), List.of(), 1);
        return new PetContainer(SpecFixtures.account(home), host(mounts), engine).request("x", spec, image);
    }

    private static HostFacts host(String mounts) {
        return new HostFacts(
                "workstation",
                "de_DE.UTF-8",
                List.of("CHOWN", "SYS_ADMIN"),
                MountTable.parse(mounts),
                Set.of(Path.of("/tmp"), Path.of("/run/user")),
                "none");
    }

    private static EngineFacts podman(boolean endsByCgroup) {
        return new EngineFacts(
                EngineKind.PODMAN,
                "5.0",
                "1.41",
                true,
                Path.of("/s"),
                Path.of("/st"),
                "overlay",
                2,
                endsByCgroup,
                false,
                false,
                "amd64");
    }

    private static EngineFacts docker() {
        return new EngineFacts(
                EngineKind.DOCKER,
                "28.0",
                "1.48",
                false,
                Path.of("/s"),
                Path.of("/st"),
                "overlay2",
                2,
                true,
                false,
                false,
                "amd64");
    }

    private static Mount bind(String source, String target) {
        return new Bind(source, ContainerPath.of(target), false, Propagation.SLAVE);
    }

    private static Mount readOnly(String source, String target) {
        return new Bind(source, ContainerPath.of(target), true, Propagation.PRIVATE);
    }
}
