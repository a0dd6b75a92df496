package dev.hearth.cli.copies;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.prompt.Chooser;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.ArchivedPet;
import dev.hearth.pets.ForeignWish;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
            "`hearth edit` gives it such things later.",
            "",
            "Examples:",
            "  hearth import-pet dev.oci.tar",
            "  hearth import-pet dev.oci.tar theirs --plain"
        })
public final class ImportPetCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Path directory;
    private final ConsoleNarrator narrator;
    private final Chooser chooser;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private Path file;

    @Parameters(index = "1", paramLabel = "NEW", arity = "0..1", description = "Its name; else the one that it had.")
    private @Nullable PetName name;

    @Option(names = "--plain", description = "Take over nothing that it had of its host.")
    private boolean plain;

    public ImportPetCommand(Supplier<Pets> pets, Path directory, ConsoleNarrator narrator, Chooser chooser) {
        this.pets = pets;
        this.directory = directory;
        this.narrator = narrator;
        this.chooser = chooser;
    }

    @Override
    public void run() {
        var archives = pets.get().archives();
        try (var archived = archives.open(directory.resolve(file))) {
            narrator.say("The pet '%s', made of %s, saved %d times"
                    .formatted(
                            archived.name(),
                            Printable.line(archived.spec().image()),
                            archived.history().size()));
            var granted = plain ? Set.<ForeignWish>of() : granted(archived);
            archives.make(archived, name == null ? archived.name() : name, granted, narrator);
        }
    }

    private Set<ForeignWish> granted(ArchivedPet archived) {
        var wishes = archived.wishes();
        if (!wishes.isEmpty() && !chooser.canAsk()) {
            throw new WishesUnanswered(archived.file(), wishes.size());
        }
        var granted = new LinkedHashSet<ForeignWish>();
        for (var wish : wishes) {
            if (chooser.choose(Printable.line(wish.question()), List.of("yes", "no"))
                    .equals("yes")) {
                granted.add(wish);
            }
        }
        return granted;
    }
}
