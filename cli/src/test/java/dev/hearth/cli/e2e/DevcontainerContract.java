package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Pets of projects with a devcontainer.json, and the reference tool for these: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = MINUTES)
abstract class DevcontainerContract {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int NOT_ALLOWED = 8;

    private final TestedEngine engine;
    private final InstalledHearth hearth;
    private String pet = "";
    private Path project = Path.of("/");

    DevcontainerContract(TestedEngine engine) {
        this.engine = engine;
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeEach
    void startAfresh() throws IOException {
        pet = hearth.newPet();
        project = hearth.directory().resolve(pet);
        onHost("mkdir", "-p", project.resolve(".devcontainer").toString()).succeeded();
    }

    @AfterEach
    void removeThePet() {
        var _ = hearth.hearth("rm", "--force", pet);
    }

    @AfterAll
    void end() {
        hearth.close();
    }

    @Test
    void makesWhatAProjectAsksFor() throws IOException {
        write(".devcontainer/devcontainer.json", """
                {
                  // Comments, and a comma too many.
                  "image": "%s",
                  "remoteUser": "vscode",
                  "workspaceFolder": "/workspaces/${localWorkspaceFolderBasename}",
                  "containerEnv": {"MODE": "dev", "WHERE": "${localWorkspaceFolder}"},
                  "remoteEnv": {"TOOLS": "${containerEnv:MODE}/tools", "PATH": "${containerEnv:PATH}:/opt/it"},
                  "mounts": ["source=${localWorkspaceFolder}/data,target=/srv/data,type=bind,readonly"],
                  "runArgs": ["--cap-add=SYS_PTRACE", "--shm-size=1g"],
                  "onCreateCommand": "echo create $(id -un) $PWD >>stages",
                  "updateContentCommand": ["sh", "-c", "echo update >>stages"],
                  "postCreateCommand": {"one": "sleep 1; echo both >>stages", "two": ["sh", "-c", "sleep 1; echo both >>stages"]},
                  "postStartCommand": "echo start $TOOLS >>stages",
                  "postAttachCommand": "echo attach >>stages",
                  "waitFor": "postCreateCommand",
                  "forwardPorts": [3000],
                  "customizations": {"vscode": {"extensions": ["it.it"]}},
                }
                """.formatted(TestedEngine.image()));
        onHost("mkdir", "-p", project.resolve("data").toString()).succeeded();
        assertThat(inProject("create", pet, "--devcontainer", "--dry-run").succeeded())
                .contains("! 'runArgs': --shm-size=1g", "! 'remoteUser': ")
                .doesNotContain("SYS_PTRACE");
        assertThat(inProject("--yes", "create", pet, "--devcontainer").status()).isEqualTo(NOT_ALLOWED);
        allow(".devcontainer/devcontainer.json");

        inProject("create", pet, "--devcontainer").succeeded();

        var user = hearth.person().name();
        assertThat(stages())
                .isEqualTo("create %s /workspaces/%s\nupdate\nboth\nboth\nstart dev/tools\n".formatted(user, pet));
        assertThat(inProject("run", "sh", "-c", "echo $HEARTH_PET $PWD $MODE $WHERE; echo $PATH; stat -c %a /srv/data")
                        .succeeded())
                .contains(pet + " " + project + " dev " + project + "\n", ":/opt/it");
        assertThat(hearth.run(pet, "sh", "-c", "grep ' /srv/data ' /proc/self/mounts"))
                .contains(" ro,");
        assertThat(metadata()).contains("it.it", "\"forwardPorts\":[3000]", "\"remoteUser\":\"" + user + "\"");

        hearth.hearth("stop", pet).succeeded();
        hearth.run(pet, "true");
        assertThat(stages())
                .endsWith("both\nstart dev/tools\nstart dev/tools\n")
                .doesNotContain("attach");
        hearth.hearthReading(hearth.append("commands", "exit 5\n"), "enter", pet);
        assertThat(stages()).endsWith("start dev/tools\nattach\n");
    }

    @Test
    void makesAPetOfADockerfile() throws IOException {
        write("Dockerfile", """
                ARG BASE
                FROM $BASE AS dev
                ARG WORD
                COPY word /opt/word
                RUN echo "$WORD" >>/opt/word
                ENV BUILT=yes
                LABEL devcontainer.metadata='[{"mounts": ["source=${localWorkspaceFolder},target=/srv/brought,type=bind"], \
                    "containerEnv": {"BROUGHT": "by ${localWorkspaceFolderBasename}"}, "onCreateCommand": "ls /srv/brought >brought"}]'
                FROM dev AS never
                RUN exit 1
                """);
        write("word", "context\n");
        write(".devcontainer.json", """
                {"build": {"dockerfile": "Dockerfile", "target": "dev", "args": {"BASE": "%s", "WORD": "${localEnv:IT_WORD:none}"}},
                 "remoteEnv": {"COPY": "${containerEnv:BUILT}"}, "postCreateCommand": "cat /opt/word >stages"}
                """.formatted(TestedEngine.image()));
        allow(".devcontainer.json");
        try {
            inProject("create", pet, "--devcontainer").succeeded();

            assertThat(stages()).isEqualTo("context\nnone\n");
            assertThat(project.resolve("brought")).content().contains("Dockerfile\n");
            assertThat(hearth.run(pet, "sh", "-c", "echo $BUILT $COPY $BROUGHT"))
                    .isEqualTo("yes yes by " + pet + "\n");
            write("Dockerfile", "FROM %s\n".formatted(TestedEngine.image()));
            assertThat(inProject("create", pet + "-2", "--devcontainer").status())
                    .isEqualTo(NOT_ALLOWED);
        } finally {
            hearth.hearth("rm", "--force", pet).succeeded();
            var images = hearth.client("images", "--quiet", "localhost/hearth-devcontainer/" + pet);
            images.out()
                    .lines()
                    .forEach(image -> hearth.client("rmi", "--force", image).succeeded());
        }
    }

    @Test
    void leavesNothingOfAPetWhoseCommandFails() throws IOException {
        write(".devcontainer.json", """
                {"image": "%s", "onCreateCommand": "echo no luck; exit 3", "postCreateCommand": "touch stages"}
                """.formatted(TestedEngine.image()));
        allow(".devcontainer.json");

        var ended = inProject("create", pet, "--devcontainer");

        assertThat(ended.status()).as(ended.toString()).isEqualTo(7);
        assertThat(ended.err()).contains("ended with status 3: no luck");
        assertThat(hearth.containers(pet)).isEmpty();
        assertThat(project.resolve("stages")).doesNotExist();
    }

    @Test
    void asksForEachThingThatReachesBeyondTheProject() throws IOException {
        write(".devcontainer.json", """
                {"image": "%s", "initializeCommand": "echo host $PWD >stages", "mounts": ["type=bind,src=/usr/share,dst=/mine"]}
                """.formatted(TestedEngine.image()));
        allow(".devcontainer.json");
        assertThat(inProject("--yes", "create", pet, "--devcontainer").status()).isEqualTo(NOT_ALLOWED);
        assertThat(project.resolve("stages")).doesNotExist();

        try (var terminal = Terminal.of(hearth.person(), project)) {
            terminal.type(String.join(" ", hearth.launcher()) + " --yes create " + pet + " --devcontainer");
            terminal.see("on this host, as you? [y/n]");
            terminal.type("y");
            terminal.see("as '/mine'? [y/n]");
            terminal.type("n");
            terminal.see("is ready");
        }

        assertThat(stages()).isEqualTo("host " + project + "\n");
        assertThat(hearth.hearth("run", "-c", pet, "ls", "/mine").status()).isNotZero();
    }

    @Test
    void isWhereTheReferenceToolLands() throws IOException {
        write(".devcontainer/devcontainer.json", """
                {"image": "%s", "postCreateCommand": "echo created >>stages", "postStartCommand": "echo started >>stages",
                 "containerEnv": {"MODE": "dev"}}
                """.formatted(TestedEngine.image()));
        allow(".devcontainer/devcontainer.json");
        inProject("create", pet, "--devcontainer").succeeded();
        var reference = ReferenceTool.in(hearth.directory());
        var id =
                hearth.client("inspect", "--format", "{{.Id}}", pet).succeeded().strip();
        var user = hearth.person().name();
        var home = hearth.person().home();

        try {
            assertThat(call(reference, "set-up", "--container-id", id).succeeded())
                    .contains("\"outcome\":\"success\"");
            landsAsTheUser(reference, id, user, home);
        } finally {
            // What the tool notes of the containers that it has set up.
            onHost("rm", "-rf", home.resolve(".devcontainer").toString()).succeeded();
        }
    }

    private void landsAsTheUser(ReferenceTool reference, String id, String user, Path home) throws IOException {
        var said = call(
                reference, "exec", "--container-id", id, "sh", "-c", "id -un; echo $HOME $MODE; pwd; touch it-made");
        assertThat(said.succeeded()).isEqualTo("%s\n%s dev\n%s\n".formatted(user, home, home));
        assertThat(Files.getOwner(home.resolve("it-made")).getName()).isEqualTo(user);
        Files.delete(home.resolve("it-made"));
        assertThat(call(reference, "exec", "--container-id", id, "sh", "-c", "exit 7")
                        .status())
                .isEqualTo(7);
        // By the project alone, as editors open it; the tests may lie in a repository of their own.
        assertThat(call(
                                reference,
                                "exec",
                                "--mount-workspace-git-root=false",
                                "--workspace-folder",
                                project.toString(),
                                "sh",
                                "-c",
                                "pwd; id -un; ls; cat /run/.containerenv")
                        .succeeded())
                .startsWith("/workspaces/%s\n%s\nstages\n".formatted(pet, user))
                .contains("name=\"" + pet + "\"");
        // What was run when the pet was made is not run again by who attaches.
        assertThat(stages()).isEqualTo("created\nstarted\n");
    }

    private Ended call(ReferenceTool reference, String command, String... words) {
        var argv = new ArrayList<>(reference.words(command));
        var environment = new TreeMap<>(hearth.person().environment());
        if (engine == TestedEngine.PODMAN) {
            argv.addAll(List.of("--docker-path", "podman"));
        } else {
            environment.put("DOCKER_HOST", engine.address());
        }
        argv.addAll(List.of(words));
        return new Programs(environment).run(LIMIT, project, hearth.person().saying(argv));
    }

    private String stages() throws IOException {
        return Files.readString(project.resolve("stages"));
    }

    private String metadata() {
        return hearth.client("inspect", "--format", "{{index .Config.Labels \"devcontainer.metadata\"}}", pet)
                .succeeded();
    }

    private Ended inProject(String... words) {
        return new Programs(hearth.person().environment()).run(LIMIT, project, hearth.command(words));
    }

    private void allow(String name) {
        var refused = inProject("trust", name, "--sha256=0000");
        var digest = refused.err().replaceFirst("(?s).*Its SHA-256 is ([0-9a-f]{64}).*", "$1");
        inProject("trust", name, "--sha256=" + digest).succeeded();
    }

    /** As the user, who owns the project. */
    private void write(String name, String text) throws IOException {
        var file = Files.writeString(project.resolve(name), text);
        var owner = file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(hearth.person().name());
        Files.setOwner(file, owner);
    }

    private Ended onHost(String... words) {
        return new Programs(hearth.person().environment())
                .run(LIMIT, hearth.directory(), hearth.person().saying(List.of(words)));
    }
}
