package dev.hearth.devcontainer;

import dev.hearth.images.ImageReference;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Hook;
import dev.hearth.pets.PetName;
import dev.hearth.projects.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the pet of a project is made.
 *
 * @param said what the project says
 * @param request all that it is made with, as far as that is known before its image is here
 * @param made what the image is called that is built for it; absent where it is somebody else's
 * @param byTool whether the tool of development containers builds it, for the sake of features
 * @param wishes what the user is asked about, one by one
 * @param hooks what is run in it before it is there
 * @param unheeded what the project asks for and hearth does not do
 */
public record DevcontainerPlan(
        Devcontainer said,
        CreateRequest request,
        @Nullable ImageReference made,
        boolean byTool,
        List<Wish> wishes,
        List<Hook> hooks,
        List<String> unheeded) {
    public DevcontainerPlan {
        wishes = List.copyOf(wishes);
        hooks = List.copyOf(hooks);
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
        said.command(Stage.POST_START)
                .ifPresent(command -> lines.add("Run `%s` in it, now and at each start".formatted(command.title())));
        said.command(Stage.POST_ATTACH)
                .ifPresent(command -> lines.add("Run `%s` in it before each shell".formatted(command.title())));
        return lines;
    }
}
