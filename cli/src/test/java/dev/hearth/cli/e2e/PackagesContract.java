package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Packages of pets, with the real apt and a small repository in the pet: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class PackagesContract {
    private final InstalledHearth hearth;
    private String pet = "";

    PackagesContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPetWithARepository() {
        pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "sudo", "sh", "-ec", LocalRepository.SAMPLE);
    }

    @AfterAll
    void removeThePet() {
        // By hearth, which takes its generations along.
        hearth.hearth("rm", "--force", pet);
        hearth.close();
    }

    @Test
    void installsWhileSessionsGoOn() throws IOException {
        var shell = hearth.start("shell.log", pet, "sh", "-c", "sleep 2345; echo ended");
        try {
            Eventually.see(
                    "the session",
                    () -> hearth.client("exec", pet, "sh", "-c", "grep -l 2345 /proc/[0-9]*/cmdline"),
                    ended -> !ended.out().isEmpty());

            var result = json("install", "--yes", "-c", pet, "it-tool");

            assertThat(names(result.path("changes"))).containsExactly("it-lib", "it-tool");
            assertThat(texts(result.path("requests"))).containsExactly("it-tool");
            assertThat(texts(json("show", pet).path("pet").path("packages"))).containsExactly("it-tool");
            assertThat(hearth.hearth("search", "-c", pet, "it-tool").succeeded())
                    .contains("it is it-tool");
            assertThat(shell.isAlive()).isTrue();
        } finally {
            Programs.kill(shell);
        }

        hearth.hearth("uninstall", "--yes", "-c", pet, "it-tool").succeeded();
        assertThat(texts(json("show", pet).path("pet").path("packages"))).isEmpty();
        hearth.hearth("rollback", "--yes", pet).succeeded();
        assertThat(hearth.run(pet, "dpkg-query", "--show", "it-tool")).isEqualTo("it-tool\t1\n");
        assertThat(texts(json("show", pet).path("pet").path("packages"))).containsExactly("it-tool");
        hearth.hearth("uninstall", "--yes", "-c", pet, "it-tool", "it-lib").succeeded();
    }

    @Test
    void changesNothingForANameThatIsNotThere() throws IOException {
        int before = generations();

        var ended = hearth.hearth("install", "--yes", "-c", pet, "it-none");

        assertThat(ended.status()).isEqualTo(7);
        assertThat(ended.err()).contains("E: Unable to locate package it-none");
        assertThat(generations()).isEqualTo(before);
    }

    @Test
    void isWhatItWasWhenAPackageScriptFails() {
        var before = packages();

        var ended = hearth.hearth("install", "--yes", "-c", pet, "it-broken");

        assertThat(ended.status()).isEqualTo(7);
        assertThat(ended.err()).contains("the pet is what it was before");
        assertThat(packages()).isEqualTo(before);
        assertThat(hearth.run(pet, "sh", "-c", "test -e /opt/half-done || echo gone"))
                .isEqualTo("gone\n");
        assertThat(hearth.containers(pet)).containsExactly(pet);
        hearth.hearth("install", "--yes", "-c", pet, "it-lib").succeeded();
        hearth.hearth("uninstall", "--yes", "-c", pet, "it-lib").succeeded();
    }

    @Test
    void isWhatItWasWhenItIsCutOffWithHearth() throws IOException {
        var before = packages();
        var process = hearth.client("inspect", "--format", "{{.State.Pid}}", pet)
                .succeeded()
                .strip();
        // Not by the engine: it may never come back where a command starts while it holds the pet still to save it.
        var halfDone = Path.of("/proc", process, "root/opt/half-done");
        var install = hearth.launch("install.log", "install", "--yes", "-c", pet, "it-slow");
        try {
            Eventually.see("the script", () -> halfDone, Files::exists);
        } finally {
            Programs.kill(install);
        }
        assertThat(hearth.hearth("snapshot", "--yes", pet).err()).contains("still changes its packages");

        hearth.client("kill", pet).succeeded();

        assertThat(hearth.run(pet, "sh", "-c", "test -e /opt/half-done || echo gone"))
                .isEqualTo("gone\n");
        assertThat(packages()).isEqualTo(before);
        assertThat(hearth.containers(pet)).containsExactly(pet);
        var actions = json("history", pet)
                .path("generations")
                .valueStream()
                .map(each -> each.path("action").asText());
        assertThat(actions).endsWith("install", "repair");
    }

    private String packages() {
        return hearth.run(pet, "dpkg-query", "--show", "--showformat=${Package} ${Status} ${Version}\\n");
    }

    private int generations() throws IOException {
        return json("history", pet).path("generations").size();
    }

    private JsonNode json(String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.add("--format=json");
        return new JsonMapper()
                .readTree(hearth.hearth(all.toArray(String[]::new)).succeeded());
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(each -> each.path("name").asText()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
