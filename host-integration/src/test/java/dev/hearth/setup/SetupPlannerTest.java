package dev.hearth.setup;

import static dev.hearth.engine.EngineKind.DOCKER;
import static dev.hearth.engine.EngineKind.PODMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.EngineKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SetupPlannerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void plans(
            String name,
            HostFacts host,
            TargetUser user,
            @Nullable EngineKind wanted,
            EngineKind engine,
            List<String> steps) {
        var plan = SetupPlanner.plan(host, user, wanted);

        assertThat(plan.engine()).isEqualTo(engine);
        assertThat(plan.steps().stream().map(Step::sentence)).isEqualTo(steps);
    }

    static Stream<Arguments> plans() {
        var debian = Hosts.debianWithoutSystemd();
        var settings = "Write '/home/ann/.config/containers/containers.conf.d/hearth.conf'"
                + " (what Podman needs to be told on this machine)";
        return Stream.of(
                Arguments.of(
                        "root on Debian without systemd gets Docker",
                        debian,
                        Hosts.root(),
                        null,
                        DOCKER,
                        List.of(
                                "Install docker.io, mmdebstrap with apt",
                                "Start dockerd in the background, with its log in '/var/log/hearth-dockerd.log'")),
                Arguments.of(
                        "a user on Debian without systemd gets Podman with runc",
                        debian,
                        Hosts.ann(),
                        null,
                        PODMAN,
                        List.of(
                                "Install podman, runc, uidmap, slirp4netns, mmdebstrap with apt",
                                "Make '/run/user/1001' for ann",
                                settings,
                                "Write '/home/ann/.config/containers/storage.conf' (images share their layers)")),
                Arguments.of(
                        "root on Debian who asks for Podman",
                        debian,
                        Hosts.root(),
                        PODMAN,
                        PODMAN,
                        List.of(
                                "Install podman, runc, mmdebstrap with apt",
                                "Write '/etc/containers/containers.conf.d/hearth.conf'"
                                        + " (what Podman needs to be told on this machine)")),
                Arguments.of(
                        "a user who asks for Docker joins its group",
                        Hosts.ubuntuWithAppArmor(),
                        Hosts.ann(),
                        DOCKER,
                        DOCKER,
                        List.of(
                                "Install docker.io, mmdebstrap with apt",
                                "Start docker.service, now and at each boot",
                                "Add ann to the group 'docker'; its members are as good as root on this machine")),
                Arguments.of(
                        "a user at home on Silverblue has all there is to have",
                        Hosts.silverblue(),
                        Hosts.annAtHome(),
                        null,
                        PODMAN,
                        List.of()),
                Arguments.of(
                        "a user without ids on Silverblue gets those, and lingers",
                        Hosts.silverblue(),
                        Hosts.annWithoutIds(),
                        null,
                        PODMAN,
                        List.of(
                                "Give ann the subordinate ids 589824-655359",
                                "Let the pets of ann run on after logout")),
                Arguments.of(
                        "a user on Ubuntu",
                        Hosts.ubuntuWithAppArmor(),
                        Hosts.annAtHome(),
                        null,
                        PODMAN,
                        List.of(
                                "Install podman, crun, slirp4netns, mmdebstrap with apt",
                                "Let the pets of ann run on after logout")),
                Arguments.of(
                        "root on RHEL, which has no Docker",
                        Hosts.rhel(),
                        Hosts.root(),
                        null,
                        PODMAN,
                        List.of("Install podman, crun with dnf")));
    }

    @Test
    void saysWhy() {
        assertThat(SetupPlanner.plan(Hosts.debianWithoutSystemd(), Hosts.ann(), null)
                        .reasons())
                .containsExactly(
                        "Podman, since it works without root: this kernel lets ordinary users make user namespaces",
                        "runc, since crun refuses control groups that are not version 2 alone",
                        "mmdebstrap makes images from this system's own package sources, where no registry answers");
    }

    @Test
    void tellsPodmanWhatTheMachineLacks() {
        assertThat(PodmanSettings.engine(Hosts.debianWithoutSystemd(), true)).isEqualTo("""
                [engine]
                runtime = "runc"
                cgroup_manager = "cgroupfs"
                events_logger = "file"
                [containers]
                default_ulimits = ["nofile=1024:20000"]
                """);
        assertThat(PodmanSettings.engine(Hosts.silverblue(), true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("deadEnds")
    void saysWhatIsMissingWhereItCanInstallNothing(HostFacts host, String message, String hint) {
        assertThatThrownBy(() -> SetupPlanner.plan(host, Hosts.ann(), null))
                .isInstanceOfSatisfying(CannotPrepare.class, failure -> {
                    assertThat(failure.message()).isEqualTo(message);
                    assertThat(failure.hint()).contains(hint);
                });
    }

    static Stream<Arguments> deadEnds() {
        return Stream.of(
                Arguments.of(
                        Hosts.alpine(),
                        "On Alpine Linux v3.22, hearth knows no package manager to install what is missing:"
                                + " podman, crun, newuidmap, slirp4netns",
                        "Install it by this system's own means, then try again."),
                Arguments.of(
                        Hosts.withoutUserNamespaces(Hosts.rhel()),
                        "This kernel lets ordinary users make no user namespaces, which rootless Podman needs",
                        "Allow them with `sysctl user.max_user_namespaces=15000"
                                + " kernel.unprivileged_userns_clone=1`, or use Docker with `--engine docker`."));
    }

    @Test
    void doesNotLayerPackagesOntoAnImmutableBase() {
        assertThatThrownBy(() -> SetupPlanner.plan(Hosts.silverblue(), Hosts.root(), DOCKER))
                .isInstanceOf(Failure.Unavailable.class)
                .hasMessage("The base of Fedora Linux 42 (Silverblue) has no moby-engine, and setup does not change"
                        + " the base");
    }
}
