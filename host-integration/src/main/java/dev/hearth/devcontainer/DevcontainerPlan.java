package dev.hearth.devcontainer;

import dev.hearth.images.ImageReference;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Hook;
import dev.hearth.pets.PetName;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the pet of a project is made.
 *
 * @param said what the project says
 * @param brought what the image says, as far as that is known before it is here
 * @param request all that it is made with, as far as that is known before its image is here
 * @param made what the image is called that is built for it; absent where it is somebody else's
 * @param byTool whether the tool of development containers builds it, for the sake of features
 * @param wishes what the user is asked about, one by one
 * @param unheeded what the project asks for and hearth does not do
 */
public record DevcontainerPlan(
        Devcontainer said,
        ImageMetadata brought,
        CreateRequest request,
        @Nullable ImageReference made,
        boolean byTool,
        List<Wish> wishes,
        List<String> unheeded) {
    public DevcontainerPlan {
        wishes = List.copyOf(wishes);
        unheeded = List.copyOf(unheeded);
    }

    /** {@return what has to be allowed} */
    public ProjectFile file() {
        return said.file();
    }

    /** {@return what the pet is called} */
    public PetName name() {
        return Objects.requireNonNull(request.name());
    }

    /** {@return what is done before the pet itself is made, in lines for people} */
    public List<String> before() {
        var lines = new ArrayList<String>();
        wishes.forEach(wish -> lines.add("Ask whether to %s (`--allow=%s`)".formatted(wish.question(), wish.key())));
        said.command(Stage.INITIALIZE)
                .ifPresent(command -> lines.add("Run `%s` on this host".formatted(command.title())));
        if (made != null) {
            lines.add(
                    byTool
                            ? "Have `devcontainer build` make the image %s with %s"
                                    .formatted(made, String.join(", ", said.features()))
                            : "Build the image %s of '%s'"
                                    .formatted(
                                            made,
                                            said.build() == null
                                                    ? ""
                                                    : said.build().dockerfile()));
        }
        return lines;
    }

    /** {@return what is run in the pet once it is there, in lines for people} */
    public List<String> later() {
        var lines = new ArrayList<String>();
        commands(Stage.POST_START)
                .forEach(command -> lines.add("Run `%s` in it, now and at each start".formatted(command.title())));
        commands(Stage.POST_ATTACH)
                .forEach(command -> lines.add("Run `%s` in it before each shell".formatted(command.title())));
        return lines;
    }

    /** {@return what is run in the pet before it is there} */
    public List<Hook> hooks() {
        return hooks(UnaryOperator.identity());
    }

    /** {@return the same with each text in it changed} */
    List<Hook> hooks(UnaryOperator<String> change) {
        return Stage.MAKING.stream().flatMap(stage -> hooks(stage, change)).toList();
    }

    /** {@return what is run in the pet at a stage, with each text in it changed} */
    Stream<Hook> hooks(Stage stage, UnaryOperator<String> change) {
        return commands(stage).map(command -> command.with(change)).map(this::hook);
    }

    /** {@return the variables that refer to the container's, but for those that hearth sees to} */
    Map<String, String> remoteEnvironment() {
        var variables = new LinkedHashMap<String, String>();
        Stream.of(brought.remoteEnvironment(), said.remoteEnvironment())
                .forEach(some -> some.forEach((name, value) -> {
                    if (value != null && !ProjectRequest.isOwn(name)) {
                        variables.put(name, value);
                    }
                }));
        return variables;
    }

    /** {@return what is run at a stage: what the image wants first} */
    private Stream<StageCommand> commands(Stage stage) {
        return Stream.concat(brought.commands(stage), said.command(stage).stream());
    }

    private Hook hook(StageCommand command) {
        return new Hook(command.title(), command.script(), said.root(), Path.of(said.inside()));
    }
}
