package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Pets that a file declares: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = MINUTES)
abstract class ManifestContract {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int NOT_ALLOWED = 8;

    private final InstalledHearth hearth;
    private String first = "";
    private String second = "";
    private Path file = Path.of("/");

    ManifestContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeEach
    void startAfresh() throws IOException {
        first = hearth.newPet();
        second = hearth.newPet();
        file = hearth.directory().resolve("hearth.yaml");
        Files.deleteIfExists(file);
    }

    @AfterEach
    void removeThePets() {
        var _ = hearth.hearth("rm", "--force", first, second);
    }

    @AfterAll
    void end() {
        hearth.close();
    }

    @Test
    void makesChangesAndRemovesWhatIsDeclared() throws IOException {
        Files.createDirectory(hearth.directory().resolve("data"));
        declare("""
                pets:
                  %s:
                    image: %s
                    volumes: [./data:/srv/data:ro]
                    environment: {EDITOR: vim}
                    hooks: ["echo hooked >>/opt/hooked; id -u >>/opt/hooked"]
                    exports: {bin: [perl]}
                  %s: {image: %s}
                """.formatted(first, TestedEngine.image(), second, TestedEngine.image()));

        apply();

        assertThat(hearth.run(first, "sh", "-c", "cat /opt/hooked; echo $EDITOR; ls -d /srv/data"))
                .isEqualTo("hooked\n0\nvim\n/srv/data\n");
        assertThat(hearth.hearth("export", "--list").succeeded()).contains("perl", first);
        var containers = ids();
        apply();
        assertThat(ids()).isEqualTo(containers);

        hearth.hearth("--yes", "edit", first, "--env=EDITOR=vi", "--hostname=other")
                .succeeded();
        hearth.run(first, "sudo", "touch", "/opt/kept");
        declare("""
                pets:
                  %s:
                    image: %s
                    environment: {EDITOR: vim, MORE: "1"}
                    hooks: ["echo again >>/opt/hooked"]
                    exports: {}
                """.formatted(first, TestedEngine.image()));
        assertThat(hearth.hearth("apply", "--dry-run").succeeded())
                .contains("- env: EDITOR=vi\n", "- hostname: other\n", "- export: bin perl\n", "--prune");
        hearth.hearth(LIMIT, "--yes", "apply", "--prune").succeeded();

        assertThat(hearth.run(first, "sh", "-c", "cat /opt/hooked; echo $EDITOR$MORE; ls /opt/kept"))
                .isEqualTo("hooked\n0\nagain\nvim1\n/opt/kept\n");
        assertThat(hearth.run(first, "cat", "/proc/self/mounts")).doesNotContain(" /srv/data ");
        assertThat(hearth.state(second)).isEmpty();
        assertThat(hearth.hearth("export", "--list").succeeded()).doesNotContain(first);
        assertThat(hearth.hearth("apply", "--dry-run").succeeded()).isEqualTo(first + ": as declared\n");
    }

    @Test
    void changesThePackagesOfAPetThatIsThere() throws IOException {
        declareWith("packages: []");
        apply();
        hearth.run(first, "sudo", "sh", "-ec", LocalRepository.SAMPLE);
        declareWith("packages: [it-tool], environment: {EDITOR: vim}, hooks: [\"ls /opt/it-tool\"]");
        assertThat(hearth.hearth("apply", "--dry-run").succeeded())
                .contains("+ package: it-tool\n", "Save it, and have its package manager install it-tool\n");

        apply();

        assertThat(hearth.run(first, "sh", "-c", "dpkg-query --show it-tool; echo $EDITOR"))
                .isEqualTo("it-tool\t1\nvim\n");
        assertThat(hearth.hearth("apply", "--dry-run").succeeded()).isEqualTo(first + ": as declared\n");
        assertThat(hearth.hearth("freeze", first, "--dry-run").succeeded()).contains("- it-tool\n");

        declareWith("packages: [it-broken]");
        assertThat(hearth.hearth(LIMIT, "--yes", "apply").status()).isEqualTo(7);
        assertThat(hearth.run(first, "dpkg-query", "--show", "it-tool")).isEqualTo("it-tool\t1\n");
        declareWith("packages: []");
        apply();
        assertThat(hearth.run(first, "sh", "-c", "dpkg-query --show it-tool 2>&1 || true"))
                .contains("no packages found");
    }

    @Test
    void leavesNothingOfAPetWhoseHookFails() throws IOException {
        declare("pets: {%s: {image: \"%s\", hooks: [\"echo no luck; exit 3\"]}}\n"
                .formatted(first, TestedEngine.image()));

        var ended = hearth.hearth(LIMIT, "--yes", "apply");

        assertThat(ended.status()).as(ended.toString()).isEqualTo(7);
        assertThat(ended.err()).contains("ended with status 3: no luck");
        assertThat(hearth.containers(first)).isEmpty();
    }

    @Test
    void heedsNoFileThatNobodyAllowed() throws IOException {
        Files.writeString(file, "pets: {%s: {image: \"%s\"}}\n".formatted(first, TestedEngine.image()));

        assertThat(hearth.hearth("--yes", "apply").status()).isEqualTo(NOT_ALLOWED);
        assertThat(hearth.hearth("--yes", "trust").status()).isEqualTo(NOT_ALLOWED);
        try (var terminal = Terminal.of(hearth.person(), hearth.directory())) {
            terminal.type(String.join(" ", hearth.launcher()) + " --yes trust");
            terminal.see("Allow it? [y/n]");
            terminal.type("y");
            terminal.see("is allowed as it is");
        }
        assertThat(hearth.hearth("apply", "--dry-run").succeeded()).startsWith(first + ": make\n");
        hearth.hearth("trust", "--revoke").succeeded();
        assertThat(hearth.hearth("apply", "--dry-run").status()).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void writesDownWhatIsThereAndMakesItAgain() throws IOException {
        hearth.hearth(LIMIT, "create", first, "--image", TestedEngine.image(), "--env=EDITOR=vim")
                .succeeded();
        var packages = hearth.run(first, "dpkg-query", "--show");
        hearth.hearth("freeze", first).succeeded();
        assertThat(hearth.hearth("apply", "--dry-run").succeeded()).isEqualTo(first + ": as declared\n");
        assertThat(Files.readString(hearth.directory().resolve("hearth.lock"))).contains("image-id: ", "  bash: ");
        hearth.hearth("rm", "--force", first).succeeded();

        hearth.hearth(LIMIT, "--yes", "apply", "--locked").succeeded();

        assertThat(hearth.run(first, "dpkg-query", "--show")).isEqualTo(packages);
        assertThat(hearth.run(first, "printenv", "EDITOR")).isEqualTo("vim\n");
    }

    @Test
    void readsAManifestOfDistrobox() throws IOException {
        var ini = Files.writeString(hearth.directory().resolve("box.ini"), """
                [%s]
                image=%s
                init_hooks="echo hooked >/opt/hooked"
                root=true
                """.formatted(first, TestedEngine.image()));
        allow(ini);

        var ended = hearth.hearth(LIMIT, "--yes", "apply", "box.ini");

        ended.succeeded();
        assertThat(hearth.run(first, "cat", "/opt/hooked")).isEqualTo("hooked\n");
        assertThat(hearth.hearth("apply", "box.ini", "--dry-run").succeeded()).contains("'root' of '" + first);
    }

    private void apply() {
        hearth.hearth(LIMIT, "--yes", "apply").succeeded();
    }

    private void declareWith(String keys) throws IOException {
        declare("pets: {%s: {image: \"%s\", %s}}\n".formatted(first, TestedEngine.image(), keys));
    }

    private void declare(String text) throws IOException {
        allow(Files.writeString(file, text));
    }

    /** As the user, who owns the directory: root's file in it counts as well. */
    private void allow(Path manifest) throws IOException {
        hearth.hearth("trust", manifest.toString(), "--sha256=" + Sha256.of(Files.readString(manifest)))
                .succeeded();
    }

    private List<String> ids() {
        return List.of(
                hearth.client("inspect", "--format", "{{.Id}}", first).succeeded(),
                hearth.client("inspect", "--format", "{{.Id}}", second).succeeded());
    }
}
