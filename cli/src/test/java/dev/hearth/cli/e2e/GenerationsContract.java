package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pets that are saved and returned to: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class GenerationsContract {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Writes two files in turn, each to the disk before the next: the second is never ahead of the first. */
    private static final String WRITER = """
            mkdir -p /opt/db && cd /opt/db && i=0
            while :; do
                i=$((i + 1))
                for name in first second; do
                    echo "$i" >"$name.new" && sync "$name.new" && mv "$name.new" "$name"
                done
            done
            """;

    private static final String PACKAGE = """
            mkdir -p "/root/p/DEBIAN" && cd /root &&
            printf 'Package: it-tool\\nVersion: %s\\nArchitecture: all\\nMaintainer: it\\nDescription: it\\n' "$1" \
                >p/DEBIAN/control &&
            dpkg-deb --build p p.deb && dpkg --install p.deb && rm -rf p p.deb
            """;

    private final InstalledHearth hearth;
    private String pet = "";
    private int steps;

    GenerationsContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image());
        asRoot("echo kept >/opt/kept && chown 1234:4321 /opt/kept && echo one >/opt/state");
        hearth.hearth("--yes", "snapshot", pet, "--label=the first").succeeded();
        var ended = hearth.hearth("--verbose", "--yes", "rollback", pet, "@1");
        ended.succeeded();
        steps = Killed.steps(ended.err());
    }

    @AfterAll
    void removeThePets() {
        // By hearth, which takes their generations along.
        hearth.hearth("rm", "--force", pet);
        hearth.close();
    }

    @Test
    void savesWhatChangedAndReturnsToIt() throws IOException {
        var name = hearth.create(TestedEngine.image());
        install(name, "1.0");
        hearth.hearth("--yes", "snapshot", name).succeeded();
        install(name, "2.0");
        hearth.run(name, "sudo", "sh", "-c", "echo by hand >/opt/by-hand; rm /etc/issue.net");

        var diff = json("diff", name);
        assertThat(diff.path("packages")).hasSize(1);
        assertThat(diff.path("packages").path(0).toString())
                .isEqualTo("{\"name\":\"it-tool\",\"before\":\"1.0\",\"after\":\"2.0\"}");
        assertThat(texts(diff.path("files").path("added"))).contains("/opt/by-hand");
        assertThat(texts(diff.path("files").path("removed"))).containsExactly("/etc/issue.net");
        assertThat(json("history", name)
                        .path("now")
                        .path("packages")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);

        hearth.hearth("--yes", "rollback", name).succeeded();

        assertThat(hearth.run(name, "dpkg-query", "--show", "it-tool")).isEqualTo("it-tool\t1.0\n");
        assertThat(hearth.run(name, "sh", "-c", "ls /opt /etc/issue.net; sudo id -u"))
                .isEqualTo("/etc/issue.net\n\n/opt:\n0\n");
        hearth.hearth("--yes", "rollback", name, "@2").succeeded();
        assertThat(hearth.run(name, "dpkg-query", "--show", "it-tool")).isEqualTo("it-tool\t2.0\n");
        var generations = json("history", name).path("generations");
        assertThat(generations).hasSize(3);
        assertThat(generations.path(0).path("packages").path("added").asInt()).isEqualTo(1);
        assertThat(generations.path(1).path("packages").path("changed").asInt()).isEqualTo(0);
        assertThat(hearth.containers(name)).containsExactly(name);
        hearth.hearth("rm", "--force", name).succeeded();
    }

    @Test
    void bringsBackWhatThePetWas() {
        hearth.hearth("--yes", "edit", pet, "--env=LATER=yes", "--hostname=inner")
                .succeeded();

        hearth.hearth("--yes", "rollback", pet, "@1").succeeded();

        assertThat(hearth.run(pet, "sh", "-c", "echo \"${LATER-unset}\"; stat -c %u:%g /opt/kept"))
                .isEqualTo("unset\n1234:4321\n");
    }

    @Test
    void catchesNothingHalfWritten() {
        var name = hearth.create(TestedEngine.image());
        for (var round = 1; round <= 2; round++) {
            var log = "writer-%d.log".formatted(round);
            var writer = hearth.start(log, name, "sudo", "sh", "-c", WRITER);
            try {
                Eventually.see(
                        "files being written",
                        () -> hearth.client("exec", name, "test", "-e", "/opt/db/second"),
                        ended -> ended.status() == 0);
                hearth.hearth("--yes", "snapshot", name, "--time=0").succeeded();
            } finally {
                Programs.kill(writer);
            }
            hearth.hearth("--yes", "rollback", name, "--time=0").succeeded();

            int first =
                    Integer.parseInt(hearth.run(name, "cat", "/opt/db/first").strip());
            int second =
                    Integer.parseInt(hearth.run(name, "cat", "/opt/db/second").strip());
            assertThat(first - second).as("first %d, second %d", first, second).isBetween(0, 1);
        }
        hearth.hearth("rm", "--force", name).succeeded();
    }

    @Test
    void leavesVolumesAlone() throws IOException {
        var image = "localhost/it/" + InstalledHearth.newName();
        var source = hearth.newPet();
        hearth.client("create", "--name", source, TestedEngine.image(), "true").succeeded();
        hearth.client("commit", "--change", "VOLUME /var/data", source, image).succeeded();
        var name = hearth.create(image);
        hearth.hearth("--yes", "snapshot", name).succeeded();
        hearth.run(name, "sudo", "sh", "-c", "echo precious >/var/data/file; echo x >/opt/x");

        var plan = json("rollback", name, "--dry-run");
        hearth.hearth("--yes", "rollback", name).succeeded();

        assertThat(texts(plan.path("steps"))).contains("Leave what is in the volume at /var/data as it is");
        assertThat(texts(json("history", name).path("now").path("notSaved"))).containsExactly("/var/data");
        assertThat(hearth.run(name, "sh", "-c", "cat /var/data/file; ls /opt")).isEqualTo("precious\n");
        hearth.hearth("rm", "--force", name).succeeded();
        assertThat(hearth.client("volume", "ls", "--quiet").succeeded()).isEmpty();
        hearth.client("rm", source).succeeded();
        hearth.client("rmi", image).succeeded();
    }

    @Test
    void leavesNoImageBehind() {
        var before = images();
        var name = hearth.create(TestedEngine.image());
        hearth.hearth("--yes", "snapshot", name, "--pin").succeeded();
        hearth.hearth("--yes", "edit", name, "--env=A=1").succeeded();
        hearth.hearth("--yes", "rollback", name, "@1").succeeded();
        assertThat(images().size()).isGreaterThan(before.size());
        hearth.hearth("--yes", "prune", name, "--keep=1", "--keep-days=0").succeeded();
        assertThat(hearth.hearth("history", name).succeeded())
                .contains("@1", "@3")
                .doesNotContain("@2");

        hearth.hearth("rm", "--force", name).succeeded();

        // Commands clear away what others that were killed have left, too.
        assertThat(before).containsAll(images());
    }

    @ParameterizedTest
    @MethodSource("kills")
    void isTheOldPetOrTheNewOneAfterAKill(Kill kill) throws IOException {
        asRoot("echo two >/opt/state");
        Killed.at(
                kill,
                steps,
                hearth,
                "rollback-%d.log".formatted(kill.step()),
                "--verbose",
                "--yes",
                "rollback",
                pet,
                "@1");

        assertThat(hearth.state(pet)).isNotEmpty();
        var between = hearth.run(pet, "cat", "/opt/state", "/opt/kept");
        assertThat(between).isIn("one\nkept\n", "two\nkept\n");
        assertThat(json("history", pet)
                        .path("generations")
                        .path(0)
                        .path("label")
                        .asText())
                .isEqualTo("the first");
        hearth.hearth(LIMIT, "--yes", "rollback", pet, "@1").succeeded();
        assertThat(hearth.containers(pet)).containsExactly(pet);
        assertThat(hearth.run(pet, "cat", "/opt/state")).isEqualTo("one\n");
    }

    /** Of those of an edit, which goes the same way, a few; all where faults are what is tested. */
    Stream<Kill> kills() {
        var all = Kill.someOf(steps);
        return FaultRun.isThorough() ? all.stream() : Stream.of(4, 8).map(all::get);
    }

    @Test
    void isSavedOrNotAfterAKill() throws IOException {
        int before = json("history", pet).path("generations").size();
        Killed.at(new Kill(2, Duration.ZERO), 2, hearth, "snapshot.log", "--verbose", "--yes", "snapshot", pet);

        assertThat(json("history", pet).path("generations").size()).isBetween(before, before + 1);
        hearth.hearth(LIMIT, "--yes", "snapshot", pet).succeeded();
        assertThat(hearth.containers(pet)).containsExactly(pet);
        assertThat(hearth.run(pet, "cat", "/opt/kept")).isEqualTo("kept\n");
    }

    @Tag("long")
    @Test
    void makesOneLayerBeforeTheEngineCanStackNoMore() throws IOException {
        var image = layered(100);
        assertThat(layers(image)).isEqualTo(100);
        var name = hearth.create(image);
        hearth.run(name, "sudo", "sh", "-c", "echo kept >/opt/kept; chown 1234:4321 /opt/kept; chmod 4755 /opt/kept");

        hearth.hearth(LIMIT, "--yes", "edit", name, "--env=A=1").succeeded();

        assertThat(hearth.run(name, "sh", "-c", "echo $A; stat -c %u:%g:%a /opt/kept; sudo id -u"))
                .isEqualTo("1\n1234:4321:4755\n0\n");
        var saved =
                json("history", name).path("generations").path(0).path("image").asText();
        assertThat(layers(saved)).isEqualTo(1);
        hearth.hearth(LIMIT, "--yes", "rollback", name, "@1").succeeded();
        assertThat(hearth.run(name, "sh", "-c", "echo ${A-unset}; stat -c %u:%g:%a /opt/kept"))
                .isEqualTo("unset\n1234:4321:4755\n");
        hearth.hearth("rm", "--force", name).succeeded();
        hearth.client("rmi", image).succeeded();
    }

    /** {@return the name of an image of so many layers} */
    private String layered(int number) {
        var image = "localhost/it/" + InstalledHearth.newName();
        hearth.client("tag", TestedEngine.image(), image).succeeded();
        var file = hearth.append("layer", "one more\n").toString();
        for (int layer = layers(image); layer < number; layer++) {
            var source = InstalledHearth.newName();
            hearth.client("create", "--name", source, image, "true").succeeded();
            // Docker makes no layer of nothing.
            hearth.client("cp", file, source + ":/layer-" + layer).succeeded();
            hearth.client("commit", source, image).succeeded();
            hearth.client("rm", source).succeeded();
        }
        return image;
    }

    private int layers(String image) {
        var count = hearth.client("image", "inspect", "--format", "{{len .RootFS.Layers}}", image);
        return Integer.parseInt(count.succeeded().strip());
    }

    private void install(String name, String version) {
        hearth.run(name, "sudo", "sh", "-ec", PACKAGE, "sh", version);
    }

    private void asRoot(String script) {
        hearth.run(pet, "sudo", "sh", "-ec", script);
    }

    private JsonNode json(String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.add("--format=json");
        return new JsonMapper()
                .readTree(hearth.hearth(all.toArray(String[]::new)).succeeded());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private List<String> images() {
        return hearth.client("images", "--quiet", "--no-trunc")
                .succeeded()
                .lines()
                .toList();
    }
}
