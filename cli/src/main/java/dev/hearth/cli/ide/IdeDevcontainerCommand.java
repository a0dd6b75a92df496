package dev.hearth.cli.ide;

import dev.hearth.cli.pets.PetSelection;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.devcontainer.DevcontainerWriter;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth ide devcontainer}. */
@Command(
        name = "devcontainer",
        description = "Write the devcontainer.json of a project from a pet.",
        footer = {
            "",
            "Image, variables, volumes, devices, limits and the packages that were asked for are written down,",
            "for editors and for who has no hearth. A file that is there already is left alone. What hearth",
            "writes is the project's, and does not follow when the pet changes: run the command again.",
            "",
            "Examples:",
            "  hearth ide devcontainer",
            "  hearth ide devcontainer dev ~/src/project --dry-run",
            "  hearth ide devcontainer dev ~/src/project --remove"
        })
public final class IdeDevcontainerCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Supplier<HearthCall> call;
    private final PetSelection selection;
    private final Path workingDirectory;
    private final IdePlans plans;

    @Mixin
    private IdePet pet;

    @Parameters(index = "1", paramLabel = "DIR", arity = "0..1", description = "The project; else this directory.")
    private @Nullable Path directory;

    @Mixin
    private IdeOptions options;

    public IdeDevcontainerCommand(
            Supplier<Pets> pets,
            Supplier<HearthCall> call,
            PetSelection selection,
            Path workingDirectory,
            IdePlans plans) {
        this.pets = pets;
        this.call = call;
        this.selection = selection;
        this.workingDirectory = workingDirectory;
        this.plans = plans;
    }

    @Override
    public void run() {
        var project = directory == null
                ? workingDirectory
                : workingDirectory.resolve(directory).normalize();
        var writer = new DevcontainerWriter(project);
        var name = pet.meant(options, selection);
        if (options.remove()) {
            plans.run(
                    DevcontainerWriter.NAME,
                    options,
                    name,
                    writer.remove(),
                    "'%s' has no file of hearth's".formatted(project));
        } else {
            var known = pets.get().withRequests(pets.get().get(name));
            plans.run(DevcontainerWriter.NAME, options, name, writer.setUp(known, call.get()), writer.use());
        }
    }
}
