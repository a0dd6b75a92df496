package dev.hearth.engine;

import static dev.hearth.engine.ContainerRequests.plain;
import static dev.hearth.engine.ContainerRequests.withEntrypoint;
import static dev.hearth.engine.ContainerRequests.withEnvironment;
import static dev.hearth.engine.ContainerRequests.withLabels;
import static dev.hearth.engine.ContainerRequests.withUnset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every container engine does for hearth, whichever it is; the fake too. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ContainerEngineContract implements MadeByTest.OnEngine {
    private static final ContainerId UNKNOWN = new ContainerId("f".repeat(64));

    @RegisterExtension
    final MadeByTest made = new MadeByTest();

    private final String name = MadeByTest.newName();
    private final ImageReference kept = ImageReference.parse("localhost/it/kept:" + name);
    private final List<String> images = new ArrayList<>();

    /** {@return the name of an image that the engine has, with the programs of every Debian} */
    protected abstract String image();

    /** {@return the images of the engine} */
    protected abstract ImageStore store();

    @AfterEach
    void removeImages() {
        if (!images.isEmpty()) {
            engine().withLabel(made.label()).forEach(container -> engine().remove(container.id()));
            images.forEach(store()::remove);
        }
    }

    @Test
    void saysWhatItIs() {
        var facts = engine().facts();

        assertThat(facts.version()).matches("[0-9]+\\.[0-9]+.*");
        assertThat(facts.apiVersion()).matches("1\\.[0-9]+");
        assertThat(facts.cgroupVersion()).isBetween(1, 2);
        assertThat(facts.storage()).isAbsolute();
        assertThat(facts.socket()).isAbsolute();
        assertThat(facts.storageDriver()).isNotEmpty();
        assertThat(facts.architecture()).isIn("amd64", "arm64");
        assertThat(engine().facts()).isEqualTo(facts);
    }

    @Test
    void saysHowItIsSetUp() {
        assertThat(engine().settings().oldestApi()).matches("1\\.[0-9]+");
        assertThat(engine().settings().insecureRegistries()).doesNotContain("");
    }

    @Test
    void makesAContainerAndDoesNotStartIt() {
        var id = engine().create(withLabels(request(), labels("a label", "with = signs, \"quotes\"\nand lines")));

        assertThat(found(id)).satisfies(container -> {
            assertThat(container.id()).isEqualTo(id);
            assertThat(container.name()).isEqualTo(name);
            assertThat(container.image()).isEqualTo(image());
            assertThat(container.imageId()).isNotEmpty();
            assertThat(container.state()).isEqualTo(ContainerState.CREATED);
            assertThat(container.labels()).containsEntry("a label", "with = signs, \"quotes\"\nand lines");
            assertThat(container.started()).isNull();
            assertThat(container.pid()).isZero();
        });
    }

    @Test
    void refusesANameThatIsTaken() {
        var id = create();

        assertThatThrownBy(this::create)
                .isInstanceOf(NameTaken.class)
                .hasMessage("A container named '" + name + "' exists already");
        assertThat(found(id).state()).isEqualTo(ContainerState.CREATED);
    }

    @Test
    void refusesAnImageThatIsNotThere() {
        var missing = "localhost/it/" + name + ":1";

        assertThatThrownBy(() -> engine().create(withLabels(plain(name, missing), made.labels())))
                .isInstanceOf(ImageNotFound.class)
                .hasMessage("There is no image '" + missing + "'");
        assertThat(engine().find(name)).isEmpty();
    }

    @Test
    void findsAContainerByWholeNameOrIdOnly() {
        var id = create();

        assertThat(engine().find(name).map(Container::id)).contains(id);
        assertThat(engine().find(id.value()).map(Container::id)).contains(id);
        assertThat(engine().find(id.abbreviated())).isEmpty();
        assertThat(engine().find(name.substring(0, 5))).isEmpty();
        assertThat(engine().find(MadeByTest.newName())).isEmpty();
    }

    @Test
    void listsContainersInAnyStateThatCarryALabelSortedByName() {
        var second = engine().create(withLabels(plain(name + "-b", image()), labels("kind", "second")));
        var first = engine().create(withLabels(plain(name + "-a", image()), labels("kind", "first")));
        engine().start(second);

        assertThat(engine().withLabel(made.label()))
                .satisfiesExactly(
                        container -> {
                            assertThat(container.id()).isEqualTo(first);
                            assertThat(container.name()).isEqualTo(name + "-a");
                            assertThat(container.state()).isEqualTo(ContainerState.CREATED);
                            assertThat(container.labels()).containsEntry("kind", "first");
                            assertThat(container.image()).isEqualTo(image());
                            assertThat(container.created())
                                    .isEqualTo(found(first).created());
                            assertThat(container.imageId())
                                    .isEqualTo(found(first).imageId());
                        },
                        container -> {
                            assertThat(container.id()).isEqualTo(second);
                            assertThat(container.state()).isEqualTo(ContainerState.RUNNING);
                        });
        assertThat(engine().withLabel(made.label() + ".other")).isEmpty();
    }

    @Test
    void startsAContainer() {
        var id = create();

        engine().start(id);

        var running = found(id);
        assertThat(running.state()).isEqualTo(ContainerState.RUNNING);
        assertThat(running.pid()).isPositive();
        assertThat(running.started()).isAfterOrEqualTo(running.created());
    }

    @Test
    void saysOnWhichPortsTheHostAnswers() throws IOException {
        var port = new PublishedPort("127.0.0.1", freePort(), 80, "tcp");
        var id = engine().create(ContainerRequests.withPort(withLabels(request(), made.labels()), port));
        assertThat(found(id).ports()).isEmpty();

        engine().start(id);

        assertThat(found(id).ports()).isEqualTo(engine().canPublish() ? List.of(port) : List.of());
    }

    @Test
    void leavesARunningContainerAlone() {
        var id = start();
        var before = found(id);

        engine().start(id);

        assertThat(found(id)).isEqualTo(before);
    }

    @Test
    void cannotStartAContainerThatIsGone() {
        assertThatThrownBy(() -> engine().start(UNKNOWN)).isInstanceOf(ContainerGone.class);
    }

    @Test
    void cannotStartAContainerWhoseFirstProgramIsMissing() {
        var id = engine().create(withEntrypoint(request(), "/no/such/program"));

        assertThatThrownBy(() -> engine().start(id))
                .isInstanceOf(ProgramNotInImage.class)
                .hasMessage("The image '" + image() + "' has no program '/no/such/program'");
        assertThat(found(id).isRunning()).isFalse();
    }

    @Test
    void tellsHowTheFirstProcessEnded() {
        var id = engine().create(withEntrypoint(request(), "false"));

        engine().start(id);
        awaitEnd(id);

        assertThat(found(id).state()).isEqualTo(ContainerState.STOPPED);
        assertThat(found(id).exitStatus()).isEqualTo(1);
        assertThat(found(id).pid()).isZero();
    }

    @Test
    void stopsAContainerAndStartsItAgain() {
        var id = start();

        engine().stop(id, Duration.ZERO);
        var stopped = found(id);
        engine().start(id);

        assertThat(stopped.state()).isEqualTo(ContainerState.STOPPED);
        assertThat(stopped.pid()).isZero();
        assertThat(found(id).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void leavesAContainerAloneThatDoesNotRun() {
        var id = create();

        engine().stop(id, Duration.ZERO);

        assertThat(found(id).state()).isEqualTo(ContainerState.CREATED);
    }

    @Test
    void cannotStopAContainerThatIsGone() {
        assertThatThrownBy(() -> engine().stop(UNKNOWN, Duration.ZERO)).isInstanceOf(ContainerGone.class);
    }

    @Test
    void removesARunningContainerAndForgetsItsName() {
        var id = start();

        engine().remove(id);

        assertThat(engine().find(id.value())).isEmpty();
        assertThat(create()).isNotEqualTo(id);
    }

    @Test
    void leavesAContainerAloneThatIsGoneAlready() {
        engine().remove(UNKNOWN);

        assertThat(engine().find(UNKNOWN.value())).isEmpty();
    }

    @Test
    void renamesAContainerWhetherItRunsOrNot() {
        var id = create();

        engine().rename(id, name + "-2");
        engine().start(id);
        engine().rename(id, name + "-3");

        assertThat(found(id).name()).isEqualTo(name + "-3");
        assertThat(found(id).isRunning()).isTrue();
        assertThat(engine().find(name)).isEmpty();
    }

    @Test
    void refusesToRenameToANameThatIsTaken() {
        create();
        var other = engine().create(withLabels(plain(name + "-2", image()), made.labels()));

        assertThatThrownBy(() -> engine().rename(other, name)).isInstanceOf(NameTaken.class);
        assertThat(found(other).name()).isEqualTo(name + "-2");
    }

    @Test
    void cannotRenameAContainerThatIsGone() {
        assertThatThrownBy(() -> engine().rename(UNKNOWN, name)).isInstanceOf(ContainerGone.class);
    }

    @Test
    void keepsTheFilesOfAContainerInAnImage() {
        var variables = withEnvironment(request(), Map.of("KEPT", "yes", "DROPPED", "no"));
        var id = engine().create(withLabels(variables, labels("hidden", "secret")));
        engine().start(id);
        engine().exec(id, ExecRequest.asRoot("touch", "/made-in-the-container"), _ -> {});
        engine().stop(id, Duration.ZERO);

        var image = engine().commit(id, kept, labels("hidden", ""));
        images.add(image);
        var copy = engine().create(
                        withLabels(withUnset(plain(name + "-2", image), "DROPPED"), Map.of(made.label(), "yes")));
        engine().start(copy);

        assertThat(engine().exec(copy, ExecRequest.asRoot("ls", "/made-in-the-container"), _ -> {}))
                .isZero();
        assertThat(found(copy).imageId()).isEqualTo(image);
        assertThat(found(copy).labels().getOrDefault("hidden", "")).isEmpty();
        assertThat(printed(copy, ExecRequest.asRoot("printenv", "DROPPED"))).isEmpty();
    }

    @Test
    void cannotKeepTheFilesOfAContainerThatIsGone() {
        assertThatThrownBy(() -> engine().commit(UNKNOWN, kept, Map.of())).isInstanceOf(ContainerGone.class);
    }

    @Test
    void runsAProgramAndPassesItsLinesAndStatusOn() {
        var id = start();
        var lines = new ArrayList<String>();

        assertThat(engine().exec(id, ExecRequest.asRoot("echo", "a  b", "ü"), lines::add))
                .isZero();
        assertThat(engine().exec(id, ExecRequest.asRoot("false"), lines::add)).isEqualTo(1);
        assertThat(lines).containsExactly("a  b ü");
    }

    @Test
    void handsOverTheBytesThatAProgramWrites() {
        var id = start();
        var first = new byte[2];
        ContainerEngine.ByteReader reader =
                bytes -> assertThat(bytes.read(first)).isPositive();

        assertThat(engine().read(id, ExecRequest.asRoot("echo", "ab", "and what nobody reads"), reader))
                .isZero();
        assertThat(first).containsExactly('a', 'b');
        assertThat(engine().read(id, ExecRequest.asRoot("false"), _ -> {})).isEqualTo(1);
    }

    @Test
    void runsAProgramWithTheContainersVariablesAndItsOwn() {
        var id = engine().create(
                        withEnvironment(request(), Map.of("INHERITED", "from the container", "REPLACED", "no")));
        engine().start(id);
        var variables = Map.of("REPLACED", "a\nb=c $d");

        assertThat(printed(id, new ExecRequest("0:0", variables, List.of("printenv", "INHERITED"))))
                .containsExactly("from the container");
        assertThat(printed(id, new ExecRequest("0:0", variables, List.of("printenv", "REPLACED"))))
                .containsExactly("a", "b=c $d");
    }

    @Test
    void runsAProgramAsTheUserThatWasAskedFor() {
        var id = start();

        assertThat(printed(id, new ExecRequest("1234:2345", Map.of(), List.of("id", "-u"))))
                .containsExactly("1234");
        assertThat(printed(id, new ExecRequest("1234:2345", Map.of(), List.of("id", "-g"))))
                .containsExactly("2345");
    }

    @Test
    void saysThatAProgramIsNotThere() {
        var id = start();

        assertThat(engine().exec(id, ExecRequest.asRoot("no-such-program"), _ -> {}))
                .isIn(126, 127);
    }

    @Test
    void runsNothingInAContainerThatDoesNotRun() {
        var id = create();

        assertThatThrownBy(() -> engine().exec(id, ExecRequest.asRoot("true"), _ -> {}))
                .isInstanceOf(ContainerNotRunning.class);
        assertThatThrownBy(() -> engine().exec(UNKNOWN, ExecRequest.asRoot("true"), _ -> {}))
                .isInstanceOf(ContainerGone.class);
    }

    @Test
    void tellsWhatAContainerTakesOnlyWhileItRuns() {
        var id = engine().create(request());

        assertThat(engine().usage(id)).isEmpty();
        engine().start(id);

        // A Podman without control groups cannot tell.
        engine().usage(id).ifPresent(used -> {
            assertThat(used.processor()).isPositive();
            assertThat(used.memory()).isPositive();
        });
        assertThat(engine().usage(UNKNOWN)).isEmpty();
    }

    @Test
    void keepsWhatTheFirstProcessPrinted() {
        var talking = withEnvironment(request(), Map.of("SPEECH", "one\ntwo\nthree"));
        var id = engine().create(withEntrypoint(talking, "printenv", "SPEECH"));
        engine().start(id);
        awaitEnd(id);

        assertThat(engine().logs(id, 10)).containsExactly("one", "two", "three");
        assertThat(engine().logs(id, 2)).containsExactly("two", "three");
    }

    @Test
    void hasNoLogOfAContainerThatIsGone() {
        assertThatThrownBy(() -> engine().logs(UNKNOWN, 10)).isInstanceOf(ContainerGone.class);
    }

    private ContainerRequest request() {
        return withLabels(plain(name, image()), made.labels());
    }

    private Map<String, String> labels(String key, String value) {
        return Map.of(made.label(), "yes", key, value);
    }

    private ContainerId create() {
        return engine().create(request());
    }

    private ContainerId start() {
        var id = create();
        engine().start(id);
        return id;
    }

    private Container found(ContainerId id) {
        return engine().find(id.value()).orElseThrow();
    }

    private List<String> printed(ContainerId id, ExecRequest request) {
        var lines = new ArrayList<String>();
        engine().exec(id, request, lines::add);
        return lines;
    }

    private void awaitEnd(ContainerId id) {
        // The class's time limit ends this when the container does not.
        while (found(id).state() != ContainerState.STOPPED) {
            Thread.onSpinWait();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
