package dev.hearth.devcontainer;

import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project says that it is developed in; only variables of the container are not filled in yet.
 *
 * @param file as it is allowed
 * @param project the directory that it is about
 * @param id what tells it from all others
 * @param image a reference; absent where the image is built, or nothing is said
 * @param build how the image is built
 * @param features their names
 * @param containerEnvironment variables of everything in the container
 * @param remoteEnvironment those that refer to the former; absent values unset one
 * @param inside where the pet sees the project
 * @param mount of the project, where that is another place than on the host
 * @param commands what is run at stages
 * @param root whether it is written for root
 * @param editors what editors are told about it
 * @param contained whether it asks for rights that pets with the home have anyway
 * @param unheeded what hearth does not do, a sentence each
 */
record Devcontainer(
        ProjectFile file,
        Path project,
        String id,
        @Nullable String image,
        @Nullable ImageBuild build,
        List<String> features,
        Map<String, String> containerEnvironment,
        Map<String, @Nullable String> remoteEnvironment,
        String inside,
        @Nullable ProjectMount mount,
        List<ProjectMount> mounts,
        List<RunArgument> arguments,
        List<StageCommand> commands,
        boolean root,
        Map<String, @Nullable Object> editors,
        boolean contained,
        List<String> unheeded) {
    /** What editors are told about the container as it stands in the file. */
    static final List<String> FOR_EDITORS = List.of(
            "customizations",
            "forwardPorts",
            "portsAttributes",
            "otherPortsAttributes",
            "userEnvProbe",
            "postAttachCommand");

    /** What asks for rights of a container. */
    static final List<String> RIGHTS = List.of("privileged", "capAdd", "securityOpt");

    Optional<StageCommand> command(Stage stage) {
        return commands.stream().filter(command -> command.stage() == stage).findFirst();
    }

    /** {@return the labels by which other tools find the container of a project} */
    static Map<String, String> identity(Path project, Path file) {
        return Map.of(Devcontainers.PROJECT, project.toString(), Devcontainers.FILE, file.toString());
    }
}
