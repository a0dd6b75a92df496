package dev.hearth.cli.copies;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.prompt.Chooser;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.ArchivedPet;
import dev.hearth.pets.ForeignWish;
import dev.hearth.pets.PetArchives;
import dev.hearth.pets.PetName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a pet that comes from elsewhere becomes one of the user's: what it would have of this host is asked about. */
public final class Arrival {
    private final ConsoleNarrator narrator;
    private final Chooser chooser;

    public Arrival(ConsoleNarrator narrator, Chooser chooser) {
        this.narrator = narrator;
        this.chooser = chooser;
    }

    /**
     * Makes the pet.
     *
     * @param name the one that it had when absent
     * @param plain whether it gets nothing of this host
     * @throws WishesUnanswered when nobody can be asked
     */
    void of(ArchivedPet archived, @Nullable PetName name, boolean plain, PetArchives archives) {
        narrator.say("The pet '%s', made of %s, saved %d times"
                .formatted(archived.name(), Printable.line(archived.spec().image()), archived.saved()));
        var granted = plain ? Set.<ForeignWish>of() : granted(archived);
        archives.make(archived, name == null ? archived.name() : name, granted, narrator);
    }

    private Set<ForeignWish> granted(ArchivedPet archived) {
        var wishes = archived.wishes();
        if (!wishes.isEmpty() && !chooser.canAsk()) {
            throw new WishesUnanswered(archived.origin(), wishes.size());
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
