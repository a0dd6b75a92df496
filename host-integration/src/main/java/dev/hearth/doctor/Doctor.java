package dev.hearth.doctor;

import dev.hearth.bridge.HostRights;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.exports.Export;
import dev.hearth.exports.Exports;
import dev.hearth.ide.Tools;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Pets;
import dev.hearth.setup.HostProbe;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the host, and at a pet, and changes nothing. */
public final class Doctor {
    private static final String HOST = "host";

    private final EngineChecks engineChecks;
    private final ToolChecks tools;
    private final LoginPlaces places;
    private final Supplier<Pets> pets;
    private final Exports exports;
    private final Tools ide;
    private final Supplier<HostRights> rights;
    private final Function<String, Optional<Path>> programs;

    /** Looks below a root directory, which is {@code /} but for tests, at what a login has. */
    public Doctor(
            Path root,
            Account account,
            Environment environment,
            HostProbe probe,
            Supplier<EngineSurvey> survey,
            Supplier<ContainerEngine> engine,
            Supplier<Pets> pets,
            Exports exports,
            Tools ide,
            Supplier<HostRights> rights,
            Function<String, Optional<Path>> programs) {
        this.engineChecks = new EngineChecks(survey, () -> engine.get().facts(), probe, account);
        this.tools = new ToolChecks(root, engine);
        this.places = new LoginPlaces(root, account, environment);
        this.pets = pets;
        this.exports = exports;
        this.ide = ide;
        this.rights = rights;
        this.programs = programs;
    }

    /** {@return what was found on the host} */
    public List<Diagnosis> host() {
        var checks = new ArrayList<>(engineChecks.checks());
        checks.add(new Plain("leftovers", this::leftovers));
        checks.add(new Plain("exports", this::orphans));
        checks.add(new Plain("ide", this::staleTools));
        Offer.ALL.forEach(offer -> checks.add(new HostOffer(offer, places)));
        checks.add(new Proxies(places.environment()));
        return examined(HOST, checks);
    }

    /** {@return what a container or cluster tool would stumble over, on the host and in the pet if one is named} */
    public List<Diagnosis> of(ClusterTool tool, @Nullable Pet pet) {
        var found = new ArrayList<>(examined(HOST, tools.of(tool)));
        if (pet != null) {
            found.addAll(examined(pet.name().value(), ToolChecks.inside(pet)));
        }
        return found;
    }

    /** {@return what was found in a pet; one that does not run is not started for it} */
    public List<Diagnosis> pet(Pet pet) {
        var state = new Plain("pet", () -> state(pet));
        return examined(
                pet.name().value(),
                pet.isRunning() ? Stream.concat(Stream.of(state), inside(pet)).toList() : List.of(state));
    }

    private Stream<Check> inside(Pet pet) {
        var paths = Offer.ALL.stream()
                .map(offer -> offer.place().apply(places))
                .flatMap(Optional::stream)
                .map(Located::path)
                .toList();
        var view = PetView.of(pet, paths, words -> pets.get().inside().seen(pet, words));
        return Stream.concat(
                Offer.ALL.stream().map(offer -> new PetOffer(offer, places, view)),
                Stream.of(
                        new PetProxies(places.environment(), pet),
                        new FilteredBus(pet.spec(), rights.get().bus(pet.name().value()), programs)));
    }

    private Finding state(Pet pet) {
        if (!pet.isRunning()) {
            return Finding.absent("The pet does not run; `hearth start %s` starts it".formatted(pet.name()));
        }
        return pets.get().isReady(pet)
                ? Finding.ok("The pet runs and is set up")
                : Finding.broken(
                        "The pet runs, and is not set up as this hearth does it",
                        "`hearth start %s` sets it up.".formatted(pet.name()));
    }

    private Finding leftovers() {
        var left = pets.get().leftovers();
        return left.isEmpty()
                ? Finding.ok("Leftovers of commands that were cut off: none")
                : Finding.broken(
                        "Left behind by a command that was cut off: " + String.join(", ", left),
                        "The next `hearth create` or `hearth ephemeral` clears it away.");
    }

    private Finding orphans() {
        var names = pets.get().list().stream().map(Pet::name).toList();
        var orphans = exports.orphans(names);
        return orphans.isEmpty()
                ? Finding.ok("Exports of pets that are gone: none")
                : Finding.broken(
                        "Exports of pets that are gone: "
                                + String.join(
                                        ", ", orphans.stream().map(Export::name).toList()),
                        "`hearth unexport` takes them away, as in `hearth unexport %s %s`."
                                .formatted(
                                        orphans.getFirst().kind().word(),
                                        orphans.getFirst().name()));
    }

    private Finding staleTools() {
        var stale = ide.stale(pets.get().list().stream().map(Pet::name).toList());
        return stale.isEmpty()
                ? Finding.ok("Terminals and editors know no pet that is gone")
                : Finding.broken(
                        "Terminals and editors were told what is not so any more: " + String.join("; ", stale),
                        "Run the `hearth ide` command anew, with `--remove` for a pet that is gone.");
    }

    /** What cannot even be looked at is broken; the others are looked at all the same. */
    private static List<Diagnosis> examined(String place, List<Check> checks) {
        return checks.stream()
                .map(check -> new Diagnosis(place, check.name(), found(check)))
                .toList();
    }

    private static Finding found(Check check) {
        try {
            return check.look();
        } catch (Failure.Cancelled e) {
            throw e;
        } catch (Failure e) {
            return Finding.broken(e.message(), e.hint().orElse("`hearth doctor --verbose` shows what it did."));
        } catch (UncheckedIOException e) {
            return Finding.broken(String.valueOf(e.getMessage()), "`hearth doctor --verbose` shows what it did.");
        }
    }
}
