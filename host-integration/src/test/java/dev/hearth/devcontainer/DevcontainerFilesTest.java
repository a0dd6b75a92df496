package dev.hearth.devcontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.projects.ProjectSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevcontainerFilesTest {
    @TempDir
    Path project;

    @Test
    void findsTheFileOfAProject() throws IOException {
        assertThatThrownBy(() -> files().find(project)).isInstanceOf(NoDevcontainer.class);

        var one = write(".devcontainer/one/devcontainer.json", "{}");
        assertThat(files().find(project)).isEqualTo(one);
        var two = write(".devcontainer/two/devcontainer.json", "{}");
        assertThatThrownBy(() -> files().find(project)).isInstanceOf(SeveralDevcontainers.class);
        assertThat(files().find(two)).isEqualTo(two);
        var hidden = write(".devcontainer.json", "{}");
        assertThat(files().find(project)).isEqualTo(hidden);
        var usual = write(".devcontainer/devcontainer.json", "{}");
        assertThat(files().find(project)).isEqualTo(usual);
    }

    @Test
    void knowsTheProjectOfAFile() throws IOException {
        for (var name : new String[] {
            ".devcontainer/one/devcontainer.json", ".devcontainer/devcontainer.json", ".devcontainer.json"
        }) {
            var file = DevcontainerFiles.read(write(name, "{\"image\": \"a\"}"));

            assertThat(DevcontainerText.of(file).project()).isEqualTo(project.toRealPath());
        }
    }

    @Test
    void isOneWithTheFileThatTheImageIsBuiltBy() throws IOException {
        var path = write(".devcontainer.json", "{\"build\": {\"dockerfile\": \"Dockerfile\"}}");
        write("Dockerfile", "FROM a\n");
        var before = DevcontainerFiles.read(path);
        write("Dockerfile", "FROM b\n");
        var after = DevcontainerFiles.read(path);

        assertThat(after.path()).isEqualTo(before.path());
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(Devcontainers.meaning(after))
                .containsExactly(
                        "build:",
                        "  dockerfile: Dockerfile",
                        "and by '%s':".formatted(project.toRealPath().resolve("Dockerfile")),
                        "  FROM b");
    }

    @Test
    void cannotBeMadeToLookLikeAnotherFile() throws IOException {
        var path = write(".devcontainer.json", "{\"build\": {\"dockerfile\": \"Dockerfile\"}}\f");

        assertThatThrownBy(() -> DevcontainerFiles.read(path)).isInstanceOf(YamlError.class);
    }

    @Test
    void findsTheProjectOfADirectory() throws IOException {
        var below = Files.createDirectories(project.resolve("a/b"));
        assertThat(files().project(below)).isEmpty();

        write("a/.devcontainer/devcontainer.json", "{}");

        assertThat(files().project(below)).contains(project.toRealPath().resolve("a"));
    }

    private DevcontainerFiles files() throws IOException {
        long owner = Integer.toUnsignedLong((Integer) Files.getAttribute(project, "unix:uid"));
        return new DevcontainerFiles(new ProjectSearch(project, owner));
    }

    private Path write(String name, String text) throws IOException {
        var file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
