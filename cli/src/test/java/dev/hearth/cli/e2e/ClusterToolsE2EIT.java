package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Container and cluster tools inside a pet, on the engine that the pet runs on. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = MINUTES)
class ClusterToolsE2EIT {
    private static final Duration LONG = Duration.ofMinutes(8);
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final Path REPOSITORY = Path.of(System.getProperty("user.home"), ".m2/repository");

    private InstalledHearth hearth;
    private String pet;

    @BeforeAll
    void makeAPetWithItsEngine() {
        hearth = InstalledHearth.on(TestedEngine.DOCKER);
        pet = hearth.newPet();
        hearth.hearth(
                        LONG,
                        "create",
                        pet,
                        "--with-engine",
                        "--image=" + TestedEngine.image(),
                        "--package=docker.io",
                        "--package=docker-compose",
                        "--package=maven",
                        "--volume=%s:%1$s:ro".formatted(JAVA),
                        "--volume=%s:%1$s:ro".formatted(Path.of("target").toAbsolutePath()),
                        "--volume=%s:%1$s:ro".formatted(REPOSITORY))
                .succeeded();
    }

    @AfterAll
    void removeThePet() {
        if (hearth != null) {
            hearth.close();
        }
    }

    @Test
    void listsThePetThatItRunsIn() {
        assertThat(hearth.run(pet, "docker", "ps", "--format", "{{.Names}}")).contains(pet);
    }

    @Test
    void showsContainersTheSamePathsBelowTheHome() {
        hearth.append("note", "from the pet's directory\n");

        assertThat(docker("run", "--rm", "--volume", hearth.directory() + ":/seen:ro", image(), "cat", "/seen/note"))
                .isEqualTo("from the pet's directory\n");
    }

    @Test
    void replaysWhatOcClusterUpAsksOfAnEngine() throws IOException {
        try (var podman = RootfulPodman.withImage(Path.of(Needed.variable("HEARTH_IT_DEBIAN")), image())) {
            new OcClusterUp(hearth, pet, image(), podman).replay();
        }
    }

    @Test
    void runsAnApplicationOfTwoServicesWithCompose() throws IOException {
        copy("compose.yaml", "docker-compose.yml");
        hearth.append(".env", "IMAGE=%s%nPORT=%d%n".formatted(image(), freePort()));
        try {
            var said = hearth.run(
                    LONG,
                    pet,
                    "docker-compose",
                    "--no-ansi",
                    "up",
                    "--abort-on-container-exit",
                    "--exit-code-from=client");
            assertThat(said).contains("hello from the service");
        } finally {
            hearth.run(pet, "docker-compose", "down");
        }
    }

    @Test
    void runsTestcontainers() {
        assertThat(hearth.run(
                        LONG,
                        pet,
                        "env",
                        // The helper that clears up is an image of a registry's, and none is reachable.
                        "TESTCONTAINERS_RYUK_DISABLED=true",
                        JAVA.resolve("bin/java").toString(),
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ContainerFromPet.class.getName(),
                        image()))
                .contains("the container says: hello");
    }

    @Test
    void servesTheHostAJavaApplicationThatMavenAndTheEngineBuilt() throws IOException {
        copy("pom.xml", "pom.xml");
        hearth.run(pet, "mkdir", "-p", "src/main/java");
        copy("Greeting.java", "src/main/java/Greeting.java");
        hearth.append("Dockerfile", """
                FROM %s
                COPY target/greeting-1.jar /app/
                ENTRYPOINT ["%s/bin/java", "-classpath", "/app/greeting-1.jar", "Greeting"]
                """.formatted(image(), JAVA));
        var port = freePort();
        var name = InstalledHearth.newName();
        hearth.run(
                LONG,
                pet,
                "env",
                "JAVA_HOME=" + JAVA,
                "mvn",
                "--batch-mode",
                "--offline",
                "-Dmaven.repo.local=" + REPOSITORY,
                "package");
        hearth.run(LONG, pet, "docker", "build", "--tag", "localhost/" + name, ".");
        docker(
                "run",
                "--detach",
                "--name=" + name,
                "--network=host",
                "--volume=%s:%1$s:ro".formatted(JAVA),
                "localhost/" + name,
                Integer.toString(port));
        try {
            var page = Eventually.see("the page", () -> page(port), text -> !text.isEmpty());
            assertThat(page).isEqualTo("hello from an image built in a pet");
        } finally {
            docker("rm", "--force", name);
            docker("rmi", "localhost/" + name);
        }
    }

    private String docker(String... words) {
        var argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(words));
        return hearth.run(LONG, pet, argv.toArray(String[]::new));
    }

    private static String image() {
        return TestedEngine.image();
    }

    private void copy(String source, String target) throws IOException {
        try (var text = ClusterToolsE2EIT.class.getResourceAsStream("cluster/" + source)) {
            if (text == null) {
                throw new IllegalArgumentException(source);
            }
            hearth.append(target, new String(text.readAllBytes(), UTF_8));
        }
    }

    private static String page(int port) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
