package dev.hearth.devcontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Environment;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevcontainerReaderTest {
    private static final Path FILE = Path.of("/home/ada/src/web/.devcontainer/devcontainer.json");

    @Test
    void readsWhatAProjectSays() {
        var said = read("""
                // What the tutorials show, with comments and a comma too many.
                {
                  "name": "Web",   /* shown nowhere */
                  "image": "example.org/web:1",
                \t"containerEnv": {"MODE": "dev", "WHERE": "${localWorkspaceFolder}/data"},
                  "remoteEnv": {"PATH": "${containerEnv:PATH}:/opt/bin", "GONE": null},
                  "mounts": [
                    "source=${localWorkspaceFolderBasename}-modules,target=/modules,type=volume",
                    {"type": "bind", "source": "${localEnv:CACHE:/var/cache/none}", "target": "/cache", "readonly": true}
                  ],
                  "runArgs": ["--cap-add=SYS_PTRACE", "--device", "/dev/fuse", "-h", "web"],
                  "onCreateCommand": "make prepare",
                  "postCreateCommand": ["npm", "install", "a b"],
                  "postStartCommand": {"db": "start-db", "ui": ["start", "ui"]},
                  "forwardPorts": [3000, "db:5432"],
                  "portsAttributes": {"3000": {"label": "web"}},
                  "customizations": {"vscode": {"extensions": ["it.it"]}},
                }
                """);

        assertThat(said.project()).isEqualTo(Path.of("/home/ada/src/web"));
        assertThat(said.inside()).isEqualTo("/home/ada/src/web");
        assertThat(said.image()).isEqualTo("example.org/web:1");
        assertThat(said.containerEnvironment()).isEqualTo(Map.of("MODE", "dev", "WHERE", "/home/ada/src/web/data"));
        assertThat(said.remoteEnvironment())
                .containsEntry("PATH", "${containerEnv:PATH}:/opt/bin")
                .containsKey("GONE");
        assertThat(said.mounts().stream()
                        .map(mount -> mount.volume().orElseThrow().toString()))
                .containsExactly("web-modules:/modules", "/srv/cache:/cache:ro");
        assertThat(said.arguments().stream().map(RunArgument::text))
                .containsExactly("--cap-add=SYS_PTRACE", "--device=/dev/fuse", "--hostname=web");
        assertThat(said.command(Stage.ON_CREATE).orElseThrow().script()).isEqualTo("make prepare");
        assertThat(said.command(Stage.POST_CREATE).orElseThrow().script()).isEqualTo("npm install 'a b'");
        assertThat(said.command(Stage.POST_START).orElseThrow().script())
                .startsWith("/bin/sh -c start-db & all=\"${all-} $!\"\nstart ui & ");
        assertThat(said.editors().keySet()).containsExactly("customizations", "forwardPorts", "portsAttributes");
        assertThat(said.unheeded()).isEmpty();
    }

    @Test
    void readsHowAnImageIsBuilt() {
        var said = read("""
                {"build": {"dockerfile": "../docker/Dockerfile", "context": "..", "target": "dev",
                  "args": {"WORD": "${localEnv:CACHE}"}, "cacheFrom": "example.org/web:cache", "options": ["--pull"]}}
                """);

        assertThat(said.build())
                .isEqualTo(new ImageBuild(
                        Path.of("/home/ada/src/web/docker/Dockerfile"),
                        Path.of("/home/ada/src/web"),
                        Map.of("WORD", "/srv/cache"),
                        "dev",
                        List.of("example.org/web:cache")));
        assertThat(said.unheeded()).containsExactly("'build.options': an image is built as hearth builds its own");
        assertThat(read("{\"dockerFile\": \"Dockerfile\", \"context\": \"..\"}").build())
                .isEqualTo(new ImageBuild(
                        FILE.resolveSibling("Dockerfile"), Path.of("/home/ada/src/web"), Map.of(), null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "{}                                                                 | /home/ada/src/web  | /workspaces/web",
                "{\"workspaceFolder\": \"${localWorkspaceFolder}/ui\"}             | /home/ada/src/web/ui | none",
                "{\"workspaceFolder\": \"/workspaces/${localWorkspaceFolderBasename}\"} | /workspaces/web    | /workspaces/web",
                "{\"workspaceFolder\": \"/workspaces/web/ui\"}                       | /workspaces/web/ui | /workspaces/web",
                "{\"workspaceFolder\": \"/work\"}                                    | /work              | /work",
                "{\"workspaceFolder\": \"/work/ui\", \"workspaceMount\": \"type=bind,src=${localWorkspaceFolder},dst=/work\"}"
                        + " | /work/ui | /work",
                "{\"workspaceFolder\": \"/work\", \"workspaceMount\": \"\"}          | /work              | none",
            })
    void showsTheProjectWhereItSays(String json, String inside, String target) {
        var said = read(json);

        assertThat(said.inside()).isEqualTo(inside);
        var mount = said.mount();
        assertThat(mount == null ? null : mount.volume().orElseThrow().toString())
                .isEqualTo(target == null ? null : "/home/ada/src/web:" + target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"image\": 5}                                | 1:11: 'image' must be text, not a number",
                "{\"image\": \"a\",\\n \"image\": \"b\"}         | 2:2: ",
                "{\"image\": [\"a\"]}                          | 1:11: 'image' must be text, not a list",
                "{\\n  \"init\": \"yes\"}                       | 2:11: 'init' must be true or false",
                "{\"mounts\": {}}                              | 1:12: 'mounts' must be a list, not a map",
                "{\"postCreateCommand\": []}                   | 1:23: 'postCreateCommand' has no program",
                "{\"postCreateCommand\": {\"a\": {}}}          | 1:29: 'a' must be text, not a map",
                "{\"postCreateCommand\": 3.5}                  | 1:23: 'postCreateCommand' must be text",
                "{\"containerEnv\": {\"A\": null}}             | 1:24: 'A' must be text, not nothing",
                "{\"waitFor\": \"later\"}                      | 1:13: 'waitFor' is no stage",
                "{\"customizations\": true}                    | 1:20: 'customizations' must be a map",
                "{\"onCreateCommand\": \"a\\u001b[2K\"}         | 1:21: 'onCreateCommand' has characters that nobody sees",
                "{\"image\": \"a\"\\n \"b\": 1}                 | 2:1: From here on this is no JSON with comments",
                "[]                                            | 1:1: From here on this is no JSON with comments",
            })
    void saysWhereAFileIsWrong(String json, String problem) {
        assertThatThrownBy(() -> read(json.replace("\\n", "\n")))
                .isInstanceOf(YamlError.class)
                .hasMessageStartingWith(FILE + ":" + problem);
    }

    @Test
    void listsWhatItDoesNotHeed() {
        assertThat(read("""
                {"image": "a", "remoteUser": "vscode", "updateRemoteUserUID": false, "overrideCommand": false,
                 "shutdownAction": "stopContainer", "hostRequirements": {"cpus": 4}, "postCreateComand": "x"}
                """).unheeded())
                .containsExactlyInAnyOrder(
                        "'remoteUser': in a pet you are who you are here, not 'vscode'",
                        "'updateRemoteUserUID': in a pet you have your own number anyway",
                        "'overrideCommand': a pet's first process is hearth's, and the image's own command is not run",
                        "'shutdownAction': a pet goes on until it is stopped; `--idle-stop` stops it when nobody is in it",
                        "'hostRequirements': hearth does not check what the host has",
                        FILE + ":2:70: hearth knows no property 'postCreateComand'; Did you mean 'postCreateCommand'?");
    }

    @Test
    void takesCommandsForRootAsSuch() {
        assertThat(read("{\"image\": \"a\", \"remoteUser\": \"root\"}").root()).isTrue();
        assertThat(read("{\"image\": \"a\", \"containerUser\": \"root\", \"remoteUser\": \"ada\"}")
                        .root())
                .isFalse();
        assertThat(read("{\"image\": \"a\"}").root()).isFalse();
    }

    @Test
    void startsNoSeveralContainers() {
        assertThatThrownBy(() -> read("{\"dockerComposeFile\": \"compose.yaml\", \"service\": \"app\"}"))
                .isInstanceOf(ComposeNeeded.class)
                .hasMessageContaining("'dockerComposeFile' asks for several containers");
    }

    @Test
    void tellsProjectsApartAsOtherToolsDo() {
        // sha256 of {"devcontainer.config_file":"/b","devcontainer.local_folder":"/a"}, in base 32.
        assertThat(Substitution.id(Map.of("devcontainer.local_folder", "/a", "devcontainer.config_file", "/b")))
                .hasSize(52)
                .matches("[0-9a-v]+")
                .isEqualTo(
                        Substitution.id(Map.of("devcontainer.config_file", "/b", "devcontainer.local_folder", "/a")));
        assertThat(read("{\"image\": \"a\", \"mounts\": [\"src=m-${devcontainerId},dst=/m\"]}")
                        .mounts()
                        .getFirst()
                        .text())
                .isEqualTo(
                        "m-" + Substitution.id(Devcontainer.identity(Path.of("/home/ada/src/web"), FILE)) + " at /m");
    }

    @Test
    void keepsQuotesInWhatTheContainerKnows() {
        var command = new StageCommand(Stage.POST_CREATE, List.of("echo", "${containerEnv:WORD}"));

        assertThat(command.with(text -> Substitution.inContainer(text, Map.of("WORD", "it's; rm -r x")))
                        .script())
                .isEqualTo("echo 'it'\\''s; rm -r x'");
    }

    @Test
    void readsArgumentsOfEngines() {
        var all = RunArgument.parse(
                List.of("--network=host", "--shm-size", "1g", "--privileged", "-v", "/a:/b", "--rm", "--gpus=all"));

        assertThat(all.stream().filter(RunArgument::isTaken).map(RunArgument::text))
                .containsExactly("--volume=/a:/b");
        assertThat(all.stream().filter(RunArgument::isUsual).map(RunArgument::text))
                .containsExactly("--network=host", "--privileged");
        assertThat(all).hasSize(6);
    }

    private static Devcontainer read(String json) {
        return DevcontainerReader.read(
                new ProjectFile(FILE, json), new Environment(Map.of("CACHE", "/srv/cache", "HOME", "/home/ada")));
    }
}
