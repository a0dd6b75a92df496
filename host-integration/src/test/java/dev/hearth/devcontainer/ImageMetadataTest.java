package dev.hearth.devcontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.images.LocalImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageMetadataTest {
    private static final Substitution SUBSTITUTION =
            new Substitution(Path.of("/home/ada/web"), "/workspaces/web", new Environment(Map.of()), "0123");

    @Test
    void hasWhatEachAddedInOrder() {
        var said = of("""
                [{"id": "one", "mounts": ["source=one-${devcontainerId},target=/one"], "onCreateCommand": "one",
                  "containerEnv": {"MODE": "one", "ONE": "${containerWorkspaceFolder}"}, "entrypoint": "/one.sh"},
                 {"mounts": [{"source": "/two", "target": "/two", "type": "bind"}, 3], "onCreateCommand": ["two", "a b"],
                  "containerEnv": {"MODE": "two"}, "remoteEnv": {"GONE": null, "ONE": "1"}, "capAdd": ["SYS_PTRACE"],
                  "forwardPorts": [80]}]
                """, false);

        assertThat(said.isKnown()).isTrue();
        assertThat(said.mounts().stream().map(ProjectMount::text))
                .containsExactly("one-0123 at /one", "/two at /two", "? at ?");
        assertThat(said.commands(Stage.ON_CREATE).map(StageCommand::title)).containsExactly("one", "two 'a b'");
        assertThat(said.commands(Stage.POST_CREATE)).isEmpty();
        assertThat(said.containerEnvironment())
                .containsExactly(Map.entry("MODE", "two"), Map.entry("ONE", "/workspaces/web"));
        assertThat(said.remoteEnvironment()).containsEntry("GONE", null).containsEntry("ONE", "1");
        assertThat(said.contained()).isTrue();
        assertThat(said.editors()).containsExactly(Map.of("forwardPorts", List.of(80L)));
        assertThat(said.unheeded())
                .containsExactly("'entrypoint' of the image: /one.sh is not run, as a pet's first process is hearth's");
    }

    @Test
    void leavesOutTheProjectsOwnFileThatTheToolAdded() {
        var label = """
                [{"onCreateCommand": "base"}, {"id": "feature", "onCreateCommand": "feature"}, {"onCreateCommand": "own"}]
                """;

        assertThat(of(label, true).commands(Stage.ON_CREATE).map(StageCommand::title))
                .containsExactly("base", "feature");
        assertThat(of(label, false).commands(Stage.ON_CREATE)).hasSize(3);
    }

    @Test
    void mayBeOneAlone() {
        assertThat(of("{\"onCreateCommand\": \"one\"}", false).commands(Stage.ON_CREATE))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[1, null, \"x\"]",
                "{}",
                "[{\"mounts\": 1, \"containerEnv\": [], \"remoteEnv\": \"x\"}]"
            })
    void isNothingWhereNobodyCanMendIt(String label) {
        var said = of(label, false);

        assertThat(said.mounts()).isEmpty();
        assertThat(said.containerEnvironment()).isEmpty();
        assertThat(said.remoteEnvironment()).isEmpty();
        assertThat(said.editors()).isEmpty();
        assertThat(said.unheeded()).isEmpty();
    }

    private static ImageMetadata of(String label, boolean byTool) {
        var image = new LocalImage(
                "sha256:1",
                List.of(),
                List.of(),
                Map.of(ImageMetadata.LABEL, label),
                1,
                Instant.EPOCH,
                null,
                List.of(),
                1);
        return ImageMetadata.of(image, byTool, SUBSTITUTION);
    }
}
