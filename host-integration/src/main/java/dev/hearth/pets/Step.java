package dev.hearth.pets;

import dev.hearth.core.process.Command;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import java.util.List;
import java.util.stream.Collectors;

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

    /** Run a command in the pet, as its root or its owner. */
    record RunHook(String command, boolean root) implements Step {}

    /** Stop the pet. */
    record Stop() implements Step {}

    /** Start the pet again. */
    record Start() implements Step {}

    /** Save what is in the pet, and what it is. */
    record SaveGeneration(GenerationNumber number, boolean paused) implements Step {}

    /** Take what a generation holds for what the pet is to have. */
    record TakeGeneration(GenerationNumber number) implements Step {}

    /** Leave what is in a volume of the engine's as it is. */
    record LeaveVolume(ContainerPath target) implements Step {}

    /** Have the pet's package manager do something inside. */
    record RunPackageManager(Command command) implements Step {}

    /** Take files of the old container along. */
    record CarryOver(List<ContainerPath> paths) implements Step {
        public CarryOver {
            paths = List.copyOf(paths);
        }
    }

    /** Install what was asked for. */
    record Replay(List<String> packages) implements Step {
        public Replay {
            packages = List.copyOf(packages);
        }
    }

    /** Have two pets see one volume of the engine's. */
    record ShareVolume(ContainerPath target) implements Step {}

    /** Take nothing over of what is in a nameless volume. */
    record LeaveOut(ContainerPath target) implements Step {}

    /** Save the pet, and have its package manager do what is asked for, which is undone if it fails. */
    record ChangePackages(PackageRequest request) implements Step {}

    /** Drop a nameless volume, since another one is to be seen in its place. */
    record LoseVolume(ContainerPath target) implements Step {}

    /** Give it the name of the pet whose place it takes, and remove that one's container. */
    record Replace(PetName name, boolean running) implements Step {}
    /**
     * Let what runs inside use the engine.
     *
     * @param rootless whether the engine has no more power than the user
     */
    record ShareEngine(EngineKind engine, boolean rootless) implements Step {
        static ShareEngine with(EngineFacts facts) {
            return new ShareEngine(facts.kind(), facts.rootless());
        }

        /** {@return what it means for who lets anything run inside} */
        String meaning() {
            return "what runs inside "
                    + (rootless
                            ? "can start containers as you, outside of the pet"
                            : "can then become root on this host");
        }
    }

    /** Give it the pet's name; from now on it is there. */
    record Name(PetName name) implements Step {}

    /** Remove a pet, with its generations. */
    record Remove(PetName name, int generations) implements Step {}

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
            case RunHook(var command, var root) -> "Run `%s` in it, as %s".formatted(command, root ? "root" : "you");
            case Stop() -> "Stop the pet, with all that runs in it";
            case Start() -> "Start it again";
            case SaveGeneration(var number, var paused) ->
                paused ? "Save it as %s, paused meanwhile".formatted(number) : "Save it as " + number;
            case TakeGeneration(var number) -> "Take what %s holds".formatted(number);
            case LeaveVolume(var target) -> "Leave what is in the volume at %s as it is".formatted(target);
            case RunPackageManager(var command) -> "Run `%s` inside".formatted(command);
            case CarryOver(var paths) ->
                "Copy " + paths.stream().map(ContainerPath::value).collect(Collectors.joining(", ")) + " from the pet";
            case Replay(var packages) -> "Install what was asked for: " + String.join(", ", packages);
            case ShareVolume(var target) -> "Let both see the volume at " + target;
            case LeaveOut(var target) ->
                "Leave out what is in the volume at %s: the copy has an empty one".formatted(target);
            case ChangePackages(var request) ->
                "Save it, and have its package manager %s %s"
                        .formatted(
                                request.action().word(),
                                String.join(
                                        ", ",
                                        request.names().stream()
                                                .map(PackageName::value)
                                                .toList()));
            case LoseVolume(var target) -> "Remove what is at %s, where another volume is to be seen".formatted(target);
            case Replace(var name, var running) ->
                running
                        ? "Name it '" + name + "', and remove the old container"
                        : "Stop it, name it '" + name + "', and remove the old container";
            case ShareEngine share -> "Let it use " + share.engine().title() + ": " + share.meaning();
            case Name(var name) -> "Name it '" + name + "'";
            case Remove(var name, var generations) ->
                generations == 0
                        ? "Remove the pet '%s', with all that was installed in it".formatted(name)
                        : "Remove the pet '%s', with all that was installed in it and its %d generations"
                                .formatted(name, generations);
            case StartAtLogin() -> "Have it start when you log in";
        };
    }
}
