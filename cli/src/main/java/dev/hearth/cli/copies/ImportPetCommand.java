package dev.hearth.cli.copies;

import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth import-pet}. */
@Command(
        name = "import-pet",
        description = "Make a pet of a file that export-pet wrote.",
        footer = {
            "",
            "What the pet had of its host (a home, directories, devices, the engine, ports, a start at",
            "login) you are asked about one by one, and --yes is no answer; --plain takes none of it.",
            "`hearth edit` gives it such things later. Generations in the file are those of the new pet,",
            "for `hearth rollback`.",
            "",
            "Examples:",
            "  hearth import-pet dev.oci.tar",
            "  hearth import-pet dev.oci.tar theirs --plain"
        })
public final class ImportPetCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Path directory;
    private final Arrival arrival;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private Path file;

    @Parameters(index = "1", paramLabel = "NEW", arity = "0..1", description = "Its name; else the one that it had.")
    private @Nullable PetName name;

    @Option(names = "--plain", description = "Take over nothing that it had of its host.")
    private boolean plain;

    public ImportPetCommand(Supplier<Pets> pets, Path directory, Arrival arrival) {
        this.pets = pets;
        this.directory = directory;
        this.arrival = arrival;
    }

    @Override
    public void run() {
        var archives = pets.get().archives();
        try (var archived = archives.open(directory.resolve(file))) {
            arrival.of(archived, name, plain, archives);
        }
    }
}
