package dev.hearth.devcontainer;

import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlPosition;
import dev.hearth.ide.jsonc.BrokenJson;
import dev.hearth.ide.jsonc.JsonText;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a devcontainer.json and the Dockerfile that it names say, which are allowed and carried out as one text.
 *
 * @param path of the former, without links
 * @param json its own text
 * @param build the text of the latter; empty where there is none
 */
record DevcontainerText(Path path, String json, String build) {
    /** Parts the texts from each other; in the former it has no place, so that nothing can be made to look like the latter. */
    private static final char PART = '\f';

    private static final String DIRECTORY = ".devcontainer";

    DevcontainerText {
        if (json.indexOf(PART) >= 0) {
            throw new YamlError(new YamlPosition(path.toString(), 1, 1), "The file has a form feed", null);
        }
    }

    static DevcontainerText of(ProjectFile file) {
        int part = file.content().indexOf(PART);
        return part < 0
                ? new DevcontainerText(file.path(), file.content(), "")
                : new DevcontainerText(
                        file.path(),
                        file.content().substring(0, part),
                        file.content().substring(part + 1));
    }

    /** {@return it as what is allowed: without a Dockerfile the very text of the file} */
    ProjectFile file() {
        return new ProjectFile(path, build.isEmpty() ? json : json + PART + build);
    }

    DevcontainerText with(String dockerfile) {
        return new DevcontainerText(path, json, dockerfile);
    }

    /** {@return what it says, each value with its place} */
    YamlMap top() {
        try {
            return YamlDocument.parse(new JsonText(json).withoutComments(), path.toString());
        } catch (BrokenJson broken) {
            var place = new YamlPosition(path.toString(), Math.toIntExact(broken.line()), 1);
            throw new YamlError(place, "From here on this is no JSON with comments", null);
        }
    }

    /** {@return the directory that the file is about} */
    Path project() {
        var directory = directory();
        if (directory.endsWith(DIRECTORY)) {
            return parent(directory);
        }
        return parent(directory).endsWith(DIRECTORY) ? parent(parent(directory)) : directory;
    }

    /** {@return the file by which the image is built; absent where it is not built} */
    Optional<Path> dockerfile() {
        var top = top();
        // What files had before there was "build" is in many of them still.
        return top.map("build")
                .flatMap(build -> build.string("dockerfile"))
                .or(() -> top.string("dockerFile"))
                .map(name -> directory().resolve(name).normalize());
    }

    /** {@return where a path of the file leads} */
    Path resolve(String name) {
        return directory().resolve(name).normalize();
    }

    private Path directory() {
        return parent(path);
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        return parent == null ? path : parent;
    }
}
