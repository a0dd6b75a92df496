package dev.hearth.doctor;

import static java.util.stream.Collectors.joining;

import dev.hearth.bridge.BusName;
import dev.hearth.pets.Home;
import dev.hearth.pets.PetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks whether a pet that is kept from the login can have what the configuration gives it of the session's bus.
 *
 * @param names whom it may talk to there
 * @param programs where programs of the host lie
 */
record FilteredBus(PetSpec spec, List<BusName> names, Function<String, Optional<Path>> programs) implements Check {
    private static final String FILTER = "xdg-dbus-proxy";

    @Override
    public String name() {
        return "filtered-bus";
    }

    @Override
    public Finding look() {
        if (spec.home() instanceof Home.Shared) {
            return Finding.absent("Filtered session bus: the pet shares the session");
        }
        if (names.isEmpty()) {
            return Finding.absent("Filtered session bus: the configuration gives the pet none");
        }
        return programs.apply(FILTER).isEmpty()
                ? Finding.broken(
                        "Filtered session bus: the host has no %s, so the pet has none".formatted(FILTER),
                        "Install it on the host; most distributions have it in a package of that name.")
                : Finding.ok("Filtered session bus: "
                        + names.stream().map(BusName::text).collect(joining(", ")));
    }
}
