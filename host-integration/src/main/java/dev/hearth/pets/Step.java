package dev.hearth.pets;

import dev.hearth.engine.ContainerRequest;
import java.util.List;

/** One step of what a changing command is about to do; a plan is a list of them. */
public sealed interface Step {

    /** Get hold of the image, if it is not here already. */
    record ObtainImage(String image, boolean present) implements Step {}

    /** Have the engine make the container. */
    record MakeContainer(ContainerRequest request) implements Step {}

    /** Start it and set it up inside: user, shell, sudo, package manager. */
    record SetUp(List<String> packages) implements Step {
        public SetUp {
            packages = List.copyOf(packages);
        }
    }

    /** Give it the pet's name; from now on it is there. */
    record Name(PetName name) implements Step {}

    /** Have the user's systemd start it. */
    record StartAtLogin() implements Step {}

    /** {@return the step in one line for people} */
    default String line() {
        return switch (this) {
            case ObtainImage(var image, var present) ->
                present ? "Use the image " + image : "Fetch or make the image " + image;
            case MakeContainer(var request) ->
                "Make a container of it with %d mounts, as user %s"
                        .formatted(request.mounts().size(), request.user());
            case SetUp(var packages) ->
                packages.isEmpty()
                        ? "Start it and set up user, shell and sudo inside"
                        : "Start it, set up user, shell and sudo inside, and install " + String.join(", ", packages);
            case Name(var name) -> "Name it '" + name + "'";
            case StartAtLogin() -> "Have it start when you log in";
        };
    }
}
