package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Pets that move to another image, with the real apt: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class RebaseContract {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String REPOSITORY = LocalRepository.of("""
            make it-lib 1 '' 'sleep 1'
            make it-tool 1 it-lib true
            make it-old 1 '' true
            make it-broken 1 '' '[ "$(. /etc/os-release; echo $VERSION_ID)" = 12 ]'
            """);

    private static final String OWN_FILES = """
            mkdir -p /opt/own && echo kept >/opt/own/file && chown 1234:4321 /opt/own/file && chmod 4750 /opt/own/file
            ln -s file /opt/own/link && echo lost >/opt/lost
            """;

    /** A later release does not have all that an earlier one had. */
    private static final String WITHOUT_OLD = "sed -i 's/^Package: it-old$/Package: it-gone/' /srv/it/Packages";

    private static final List<String> CARRIED =
            List.of("--carry", LocalRepository.DIRECTORY, "--carry", LocalRepository.SOURCES, "--carry", "/opt/own");

    private final InstalledHearth hearth;
    private String pet = "";
    private final SecondImage second;

    RebaseContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
        this.second = SecondImage.on(hearth);
    }

    @BeforeAll
    void createAPetWithRequests() {
        pet = hearth.create(TestedEngine.image(), "--env=MARK=1");
        asRoot(REPOSITORY + OWN_FILES);
        hearth.hearth("install", "--yes", "-c", pet, "it-tool").succeeded();
    }

    @AfterAll
    void removeThePet() {
        hearth.hearth("rm", "--force", pet);
        second.close();
        hearth.close();
    }

    @Test
    void installsWhatWasAskedForAndReturns() throws IOException {
        hearth.hearth("install", "--yes", "-c", pet, "it-old").succeeded();
        asRoot(WITHOUT_OLD);
        refuse();

        var moved = json(rebase("--yes", "--skip-missing"));

        assertThat(texts(moved.path("missing"))).containsExactly("it-old");
        assertThat(second.isThatOf(pet)).isTrue();
        assertThat(hearth.run(pet, "sh", "-c", "sudo stat -c %u:%g:%a /opt/own/file; readlink /opt/own/link; ls /opt"))
                .isEqualTo("1234:4321:4750\nfile\nit-lib\nit-tool\nown\n");
        assertThat(hearth.run(pet, "sh", "-c", "echo $MARK; pwd; sudo id -u"))
                .isEqualTo("1\n" + hearth.directory() + "\n0\n");
        assertThat(packages()).contains("it-tool").doesNotContain("it-old");
        assertThat(requests()).containsExactly("it-tool");
        assertThat(hearth.containers(pet)).containsExactly(pet);

        hearth.hearth(LIMIT, "rollback", "--yes", "--time=0", pet).succeeded();

        assertThat(second.isThatOf(pet)).isFalse();
        assertThat(packages()).contains("it-tool", "it-old");
        assertThat(hearth.run(pet, "cat", "/opt/lost")).isEqualTo("lost\n");
        assertThat(requests()).containsExactly("it-tool", "it-old");
        hearth.hearth("uninstall", "--yes", "-c", pet, "it-old").succeeded();
    }

    private void refuse() throws IOException {
        int before = json("history", pet).path("generations").size();
        var shell = hearth.start("shell.log", pet, "sleep", "2345");
        try {
            Eventually.see(
                    "the session",
                    () -> hearth.client("exec", pet, "sh", "-c", "grep -l 2345 /proc/[0-9]*/cmdline"),
                    ended -> !ended.out().isEmpty());

            var ended = hearth.hearth(LIMIT, rebase("--yes"));

            assertThat(ended.status()).isEqualTo(7);
            assertThat(ended.err())
                    .contains("is not there for '" + second.name())
                    .contains(": it-old");
            assertThat(shell.isAlive()).isTrue();
            assertThat(json("history", pet).path("generations").size()).isEqualTo(before);
            assertThat(hearth.containers(pet)).containsExactly(pet);
        } finally {
            Programs.kill(shell);
        }
    }

    @Test
    void isWhatItWasWhenAPackageScriptFailsThere() {
        hearth.hearth("install", "--yes", "-c", pet, "it-broken").succeeded();
        var before = packages();

        var ended = hearth.hearth(LIMIT, rebase("--yes"));

        assertThat(ended.status()).isEqualTo(7);
        assertThat(ended.err()).contains("the pet is what it was before");
        assertThat(packages()).isEqualTo(before);
        assertThat(second.isThatOf(pet)).isFalse();
        assertThat(hearth.containers(pet)).containsExactly(pet);
        hearth.hearth("uninstall", "--yes", "-c", pet, "it-broken").succeeded();
    }

    /** {@code PetSequencesContract} kills it at other moments. */
    @Test
    void isWhatItWasWhenItIsKilledWhilePackagesAreInstalledThere() {
        var before = packages();
        var rebase = hearth.launch("rebase.log", rebase("--yes"));
        try {
            Eventually.see(
                    "a package's script",
                    () -> hearth.log("rebase.log"),
                    log -> log.contains("Setting up it-lib") || !rebase.isAlive());
        } finally {
            Programs.kill(rebase);
        }

        assertThat(second.isThatOf(pet)).isFalse();
        assertThat(packages()).isEqualTo(before);
        hearth.hearth(LIMIT, "snapshot", "--yes", "--time=0", pet).succeeded();
        assertThat(hearth.containers(pet)).containsExactly(pet);
        assertThat(hearth.run(pet, "cat", "/opt/lost")).isEqualTo("lost\n");
    }

    private List<String> requests() throws IOException {
        return texts(json("show", pet).path("pet").path("packages"));
    }

    private String[] rebase(String... options) {
        var words = new ArrayList<>(List.of("rebase", pet, "--time=0", "--image", second.name()));
        words.addAll(CARRIED);
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    private String packages() {
        return hearth.run(pet, "dpkg-query", "--show", "--showformat=${Package} ${Status} ${Version}\\n");
    }

    private void asRoot(String script) {
        hearth.run(pet, "sudo", "sh", "-ec", script);
    }

    private JsonNode json(String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.add("--format=json");
        return new JsonMapper()
                .readTree(hearth.hearth(LIMIT, all.toArray(String[]::new)).succeeded());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
