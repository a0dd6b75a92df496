package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.engine.docker.CuttingProxy;
import dev.hearth.engine.docker.RealRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pets that go to a registry and come back: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = MINUTES)
abstract class ShareContract {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final int INVALID = 2;
    private static final int UNAVAILABLE = 5;
    private static final int DENIED = 6;

    /** Less than the answers to a whole push. */
    private static final long LITTLE = 700;

    @TempDir
    private Path directory;

    private final InstalledHearth hearth;
    private String pet = "";
    private String images = "";

    ShareContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void makeAPetWithAHistory() {
        Needed.programs("docker-registry", "skopeo");
        pet = hearth.create(TestedEngine.image(), "--env=EDITOR=vim");
        hearth.run(pet, "sudo", "sh", "-c", "echo sooner >/opt/state; chown 1234:4321 /opt/state");
        hearth.hearth("--yes", "snapshot", pet, "--label=first").succeeded();
        hearth.run(pet, "sudo", "sh", "-c", "echo later >/opt/state");
    }

    @BeforeEach
    void lookAtTheImages() {
        images = names();
    }

    @AfterAll
    void removeThePet() {
        hearth.hearth("rm", "--force", pet);
        hearth.close();
    }

    @Test
    void givesSomebodyElseTheSamePet() throws Exception {
        var theirs = hearth.newPet();
        try (var registry = RealRegistry.open(room())) {
            var place = "127.0.0.1:%d/ada/%s:1".formatted(registry.port(), pet);

            hearth.hearth(LIMIT, "--yes", "push", pet, place).succeeded();
            assertThat(names()).isEqualTo(images);
            assertThat(new Programs(hearth.person().environment())
                            .run(
                                    LIMIT,
                                    hearth.directory(),
                                    List.of("skopeo", "inspect", "--tls-verify=false", "docker://" + place))
                            .succeeded())
                    .contains("dev.hearth-pet.spec");
            assertThat(hearth.hearth(LIMIT, "--yes", "pull", place, theirs).status())
                    .isEqualTo(DENIED);
            assertThat(names()).isEqualTo(images);
            hearth.hearth(LIMIT, "pull", place, theirs, "--plain").succeeded();
        }

        assertThat(hearth.run(theirs, "sh", "-c", "stat -c %u:%g /opt/state; cat /opt/state; echo $EDITOR"))
                .isEqualTo("1234:4321\nlater\nvim\n");
        assertThat(hearth.hearth("history", theirs).succeeded()).contains("first");
        hearth.hearth("--yes", "rollback", theirs, "@1").succeeded();
        assertThat(hearth.run(theirs, "cat", "/opt/state")).isEqualTo("sooner\n");
        hearth.hearth("rm", "--force", theirs).succeeded();
        assertThat(names()).isEqualTo(images);
    }

    @Test
    void usesTheLoginsOfTheEnginesOwnCommands() throws Exception {
        try (var registry = RealRegistry.forMembers(room())) {
            var domain = "127.0.0.1:" + registry.port();
            var place = domain + "/ada/dev:1";

            var refused = push(place, login("wrong.json", domain, "it:wrong"));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(DENIED);
            assertThat(refused.err()).contains("The registry refuses to take '" + place + "' from you");
            push(place, login("right.json", domain, RealRegistry.MEMBER)).succeeded();
            assertThat(hearth.hearth("pull", place, hearth.newPet(), "--plain").status())
                    .isEqualTo(DENIED);
            assertThat(names()).isEqualTo(images);
        }
    }

    @Test
    void saysThatTheRegistryBrokeOff() throws Exception {
        try (var registry = RealRegistry.open(room());
                var proxy = new CuttingProxy(registry.port(), LITTLE)) {
            var place = "127.0.0.1:%d/ada/dev:1".formatted(proxy.port());

            var broken = hearth.hearth(LIMIT, "--yes", "push", pet, place, "--no-history");

            assertThat(proxy.isCut()).isTrue();
            assertThat(broken.status()).as(broken.toString()).isEqualTo(UNAVAILABLE);
            assertThat(broken.err()).contains("The registry did not take '" + place + "' to its end");
            assertThat(names()).isEqualTo(images);
            assertThat(hearth.run(pet, "cat", "/opt/state")).isEqualTo("later\n");
        }
    }

    @Test
    void makesNoPetOfAnImageThatIsNone() throws Exception {
        try (var registry = RealRegistry.open(room())) {
            registry.push("it/tool", "1");

            var ended = hearth.hearth("pull", "127.0.0.1:%d/it/tool:1".formatted(registry.port()), "--plain");

            assertThat(ended.status()).as(ended.toString()).isEqualTo(INVALID);
            assertThat(ended.err()).contains("holds no pet: it names none");
            assertThat(names()).isEqualTo(images);
        }
    }

    /** {@return where a registry may keep what it has} */
    private Path room() throws IOException {
        return Files.createTempDirectory(directory, "registry");
    }

    private Ended push(String place, Map<String, String> variables) {
        return hearth.hearthWith(variables, "--yes", "push", pet, place, "--no-history");
    }

    /** {@return the variable that names a file with a login, as the engines' commands write it} */
    private Map<String, String> login(String name, String domain, String login) {
        var encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        var file = hearth.append(name, "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}".formatted(domain, encoded));
        return Map.of("REGISTRY_AUTH_FILE", file.toString());
    }

    /** {@return what images there are, but for those without a name, which a removal of others may leave for a moment} */
    private String names() {
        return hearth.client("images", "--format", "{{.Repository}}:{{.Tag}}")
                .succeeded()
                .lines()
                .filter(name -> !name.contains("<none>"))
                .sorted()
                .toList()
                .toString();
    }
}
