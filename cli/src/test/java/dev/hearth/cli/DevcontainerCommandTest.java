package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.core.text.Sha256;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevcontainerCommandTest {
    private static final int NOT_ALLOWED = 8;
    private static final String FILE = """
            {
              // A project as tutorials have it.
              "image": "localhost/it/base:1",
              "remoteUser": "vscode",
              "containerEnv": {"MODE": "dev"},
              "remoteEnv": {"TOOLS": "${containerEnv:BASE}/tools", "HOME": "/elsewhere"},
              "mounts": ["source=/srv/cache,target=/cache,type=bind", "type=tmpfs,target=/scratch"],
              "runArgs": ["--cap-add=SYS_PTRACE", "--memory", "1g", "--shm-size=1g"],
              "initializeCommand": "echo on the host",
              "onCreateCommand": "first",
              "postCreateCommand": ["second", "a b"],
              "postStartCommand": "serve",
              "postAttachCommand": "greet",
              "customizations": {"vscode": {"extensions": ["it.it"]}}
            }
            """;

    @TempDir
    Path directory;

    private final List<ExecRequest> ran = new ArrayList<>();
    private HearthFixture hearth;
    private Path file;
    private int status;

    @BeforeEach
    void writeAProject() throws IOException {
        directory = directory.toRealPath();
        hearth = new HearthFixture(directory).withState();
        hearth.engine()
                .withProgram(GuestFiles.RUN.value(), (_, request, _) -> {
                    ran.add(request);
                    return request.command().getLast().equals("first") ? status : 0;
                })
                .imageStore()
                .with("localhost/it/base:1", Map.of());
        Files.createDirectories(hearth.work().resolve(".devcontainer"));
        file = Files.writeString(hearth.work().resolve(".devcontainer/devcontainer.json"), FILE);
        hearth.ports().scripted().answerAny(0);
    }

    @Test
    void showsWhatItWouldDo() throws IOException {
        Files.createDirectories(directory.resolve("srv"));
        Files.writeString(
                file, FILE.replace("/srv/cache", directory.resolve("srv").toString()));

        golden("dry-run", hearth.run("create", "--devcontainer", "--dry-run"));
        assertThat(hearth.run("list", "--format=json").out()).contains("\"pets\": []");
    }

    @Test
    void asksForEachThingThatReachesBeyondTheProject() throws IOException {
        Files.createDirectories(directory.resolve("srv"));
        Files.writeString(
                file, FILE.replace("/srv/cache", directory.resolve("srv").toString()));

        golden("asked", hearth.atTerminal("y\ny\ny\nn\n").run("--color=never", "--yes", "create", "--devcontainer"));

        var container = hearth.engine().find("work").orElseThrow();
        assertThat(container.labels())
                .containsEntry("devcontainer.local_folder", hearth.work().toString())
                .containsEntry("devcontainer.config_file", file.toString());
        assertThat(container.labels().get("devcontainer.metadata"))
                .startsWith("[{\"remoteUser\":\"ada\",")
                .contains(
                        "{\"customizations\":{\"vscode\":{\"extensions\":[\"it.it\"]}},\"postAttachCommand\":\"greet\"}");
        assertThat(hearth.ports().scripted().ran().getFirst().argv())
                .endsWith(hearth.work().toString(), "echo on the host");
        assertThat(ran.stream().map(request -> request.command().getLast()))
                .containsExactly("first", "second 'a b'", "serve");
        assertThat(ran.getFirst().environment())
                .containsEntry("HEARTH_WORKDIR", hearth.work().toString())
                .containsEntry("MODE", "dev")
                .containsEntry("HOME", directory.toString());
    }

    @Test
    void leavesOutWhatIsNotAllowed() {
        hearth.atTerminal("y\nn\nn\nn\n").run("create", "--devcontainer");

        assertThat(hearth.ports().scripted().ran()).isEmpty();
        assertThat(hearth.run("show", "work", "--format=json").out()).doesNotContain("/srv/cache", "1073741824");
    }

    @Test
    void takesYesBeforehandForNoAnswer() {
        assertThat(hearth.run("--yes", "create", "--devcontainer").status()).isEqualTo(NOT_ALLOWED);
        hearth.run("trust", file.toString(), "--sha256=" + Sha256.of(FILE));

        golden("not-allowed", hearth.run("--yes", "create", "--devcontainer"));
        assertThat(hearth.ports().scripted().ran()).isEmpty();
        assertThat(hearth.run("list", "--format=json").out()).contains("\"pets\": []");
    }

    @Test
    void takesWhatIsAllowedBeforehand() throws IOException {
        allow("{\"image\": \"localhost/it/base:1\", \"initializeCommand\": \"true\"}");

        assertThat(hearth.run("create", "--devcontainer", "--allow=initializeCommand")
                        .status())
                .isZero();
        assertThat(hearth.ports().scripted().ran()).hasSize(1);
    }

    @Test
    void makesNoPetOfACommandThatFails() throws IOException {
        allow("{\"image\": \"localhost/it/base:1\", \"onCreateCommand\": \"first\"}");
        status = 3;

        golden("failed", hearth.run("create", "--devcontainer"));
        assertThat(hearth.run("list", "--format=json").out()).contains("\"pets\": []");
    }

    @Test
    void meansThePetOfTheProject() throws IOException {
        hearth.run("create", "other");
        hearth.run("default", "other");
        allow("{\"image\": \"localhost/it/base:1\"}");
        assertThat(hearth.run("show").out()).contains("other");

        hearth.run("create", "web", "--devcontainer=.");

        assertThat(hearth.run("show").out()).contains("web");
    }

    @Test
    void asksForWhatTheImageAsksFor() throws IOException {
        var cache = Files.createDirectories(directory.resolve("srv"));
        allow("""
                {"image": "localhost/it/tools:1", "postCreateCommand": "second", "postStartCommand": "serve",
                 "containerEnv": {"MODE": "dev"}, "remoteEnv": {"LESS": null}}
                """);
        hearth.engine().imageStore().with("localhost/it/tools:1", Map.of("devcontainer.metadata", """
                [{"id": "ghcr.io/it/tools:1", "entrypoint": "/usr/local/bin/tools", "privileged": true,
                  "mounts": [{"type": "volume", "source": "tools-${devcontainerId}", "target": "/var/lib/tools"}]},
                 {"mounts": ["source=%s,target=/cache,type=bind", "type=tmpfs,target=/scratch"],
                  "onCreateCommand": "first", "postCreateCommand": {"a": "prepare ${localWorkspaceFolderBasename}"},
                  "postStartCommand": "watch", "postAttachCommand": "greet", "forwardPorts": [3000],
                  "containerEnv": {"MODE": "image", "TOOLS": "/tools"}, "remoteEnv": {"BIN": "${containerEnv:TOOLS}/bin", "PAGER": null},
                  "remoteUser": "vscode", "customizations": {"vscode": {"extensions": ["it.it"]}}}]
                """.formatted(
                        cache)));

        golden("image-dry-run", hearth.run("create", "--devcontainer", "--dry-run"));
        golden("image-not-allowed", hearth.run("--yes", "create", "--devcontainer"));
        golden("image-refused", hearth.atTerminal("n\n").run("--color=never", "create", "web", "--devcontainer"));
        assertThat(hearth.run("show", "web", "--format=json").out())
                .contains("/var/lib/tools")
                .doesNotContain("/cache");
        ran.clear();
        hearth.run("create", "--devcontainer", "--allow=mount=" + cache);

        assertThat(hearth.run("show", "work", "--format=json").out()).contains("/cache", "/var/lib/tools");
        assertThat(ran.stream()
                        .flatMap(request -> request.command().getLast().lines().limit(1)))
                .containsExactly(
                        "first",
                        "/bin/sh -c 'prepare work' & all=\"${all-} $!\"",
                        "second",
                        "/bin/sh -c watch || exit");
        assertThat(ran.getFirst().environment())
                .containsEntry("MODE", "dev")
                .containsEntry("TOOLS", "/tools")
                .containsEntry("BIN", "/tools/bin");
        assertThat(hearth.engine().find("work").orElseThrow().labels().get("devcontainer.metadata"))
                .contains(
                        "{\"postAttachCommand\":\"greet\",\"forwardPorts\":[3000],\"customizations\":{\"vscode\":{\"extensions\":[\"it.it\"]}}}");
    }

    @Test
    void leavesTheImageToTheEngineAndFeaturesToTheirTool() throws IOException {
        Files.writeString(hearth.work().resolve("Dockerfile"), "FROM localhost/it/base:1\n");
        Files.delete(file);
        file = Files.writeString(
                hearth.work().resolve(".devcontainer.json"),
                "{\"build\": {\"dockerfile\": \"Dockerfile\"}, \"features\": {\"./own\": {}}}\n");
        golden("build", hearth.run("create", "--devcontainer", "--dry-run"));

        hearth.ports().scripted().installed("devcontainer");
        golden("features", hearth.run("create", "--devcontainer", "--dry-run"));
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        golden("no-file", hearth.run("create", "--devcontainer=/"));
        golden("image", hearth.run("create", "--devcontainer", "--image=debian:12"));
        golden("allow", hearth.run("create", "--allow=initializeCommand"));
        Files.writeString(file, "{\n  \"image\": true\n}\n");
        golden("broken", hearth.run("create", "--devcontainer", "--dry-run"));
    }

    private void allow(String text) throws IOException {
        Files.writeString(file, text);
        hearth.run("trust", file.toString(), "--sha256=" + Sha256.of(text));
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify(
                "devcontainer/" + name + ".txt",
                outcome.text()
                        .replace(directory.toString(), "/home/ada")
                        .replaceAll("work:[0-9a-v]{12}", "work:…")
                        .replaceAll("as user [0-9]+:", "as user …:"));
    }
}
