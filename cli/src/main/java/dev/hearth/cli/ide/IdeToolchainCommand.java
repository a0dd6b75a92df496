package dev.hearth.cli.ide;

import dev.hearth.cli.pets.PetSelection;
import dev.hearth.exports.ExportPlaces;
import dev.hearth.exports.HearthCall;
import dev.hearth.exports.PetOffers;
import dev.hearth.ide.Step;
import dev.hearth.ide.toolchain.NoTools;
import dev.hearth.ide.toolchain.OtherHome;
import dev.hearth.ide.toolchain.PresetFile;
import dev.hearth.ide.toolchain.Toolchains;
import dev.hearth.pets.Home;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth ide toolchain}. */
@Command(
        name = "toolchain",
        description = "Give IDEs on the host the compilers and debuggers of a pet.",
        footer = {
            "",
            "The pet's tools become programs in a directory of their own, under their usual names, and a",
            "file tells CMake of the compilers. With DIR, a project of CMake, the project has a preset that",
            "uses them. A pet that does not run is started, to see what it has; run the command again when",
            "that has changed. With DIR, --remove takes back the project's preset and nothing else.",
            "",
            "Examples:",
            "  hearth ide toolchain dev",
            "  hearth ide toolchain dev ~/src/project --dry-run",
            "  cmake --preset hearth-dev",
            "  hearth ide toolchain dev --remove"
        })
public final class IdeToolchainCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Toolchains toolchains;
    private final ExportPlaces places;
    private final Supplier<HearthCall> call;
    private final PetSelection selection;
    private final Path workingDirectory;
    private final Narrator narrator;
    private final IdePlans plans;

    @Mixin
    private IdePet pet;

    @Parameters(index = "1", paramLabel = "DIR", arity = "0..1", description = "A project of CMake that is to use it.")
    private @Nullable Path directory;

    @Mixin
    private IdeOptions options;

    /**
     * Makes the command.
     *
     * @param places where exports are, which are none of the pet's own programs
     * @param call how IDEs are to call hearth
     */
    public IdeToolchainCommand(
            Supplier<Pets> pets,
            Toolchains toolchains,
            ExportPlaces places,
            Supplier<HearthCall> call,
            PetSelection selection,
            Path workingDirectory,
            Narrator narrator,
            IdePlans plans) {
        this.pets = pets;
        this.toolchains = toolchains;
        this.places = places;
        this.call = call;
        this.selection = selection;
        this.workingDirectory = workingDirectory;
        this.narrator = narrator;
        this.plans = plans;
    }

    @Override
    public void run() {
        var name = pet.meant(options, selection);
        if (directory == null) {
            plans.run(toolchains, options, name, known -> toolchains.setUp(known, tools(known), call.get()));
        } else {
            var project = workingDirectory.resolve(directory).normalize();
            tell(name, new PresetFile(project, toolchains));
        }
    }

    private void tell(PetName name, PresetFile presets) {
        if (options.remove()) {
            plans.run(Toolchains.NAME, options, name, presets.remove(name), "The project does not offer the pet");
        } else {
            var tools = tools(name);
            var steps = new ArrayList<Step>(toolchains.setUp(name, tools, call.get()));
            steps.addAll(presets.setUp(name, tools));
            plans.run(Toolchains.NAME, options, name, steps, presets.use(name));
        }
    }

    private List<String> tools(PetName name) {
        if (!(pets.get().get(name).spec().home() instanceof Home.Shared)) {
            throw new OtherHome(name);
        }
        var found = new PetOffers(pets.get(), name, places, narrator).programs(Toolchains.wanted());
        if (found.isEmpty()) {
            throw new NoTools(name);
        }
        return found;
    }
}
