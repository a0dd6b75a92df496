package dev.hearth.cli.top;

import dev.hearth.cli.os.ChosenBase;
import dev.hearth.core.failure.Failure;
import dev.hearth.engine.ContainerUsage;
import dev.hearth.frombase.BaseOrigin;
import dev.hearth.images.supply.Images;
import dev.hearth.os.Finding;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where what is shown comes from. */
public record TopSources(
        Supplier<Pets> pets, Supplier<Images> images, Supplier<ChosenBase> base, HostMeter host, Clock clock) {

    /** {@return what changes from moment to moment; each pet is asked about at once} */
    Moment moment() {
        var all = pets.get().list();
        var usages = new ConcurrentHashMap<PetName, ContainerUsage>();
        var meters = pets.get().meters();
        var asking = all.stream()
                .filter(Pet::isRunning)
                .map(pet -> Thread.ofVirtual().start(() -> {
                    try {
                        meters.usage(pet).ifPresent(used -> usages.put(pet.name(), used));
                    } catch (Failure e) {
                        // It went meanwhile, or nobody can tell.
                    }
                }))
                .toList();
        try {
            for (var each : asking) {
                each.join();
            }
        } catch (InterruptedException e) {
            asking.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        return new Moment(clock.instant(), all, Map.copyOf(usages), host.sample());
    }

    /** {@return what takes longer to find out, and changes rarely} */
    Slower slower() {
        String engine = null;
        String version = null;
        String checksum = null;
        var waits = new ArrayList<String>();
        try {
            var chosen = base.get();
            var status = chosen.os().status();
            engine = status.engine();
            var runs = status.booted();
            version = runs.map(deployment -> deployment.origin().version()).orElse(null);
            checksum = runs.map(deployment -> deployment.id().checksum()).orElse(null);
            chosen.checkup().run().stream()
                    .filter(finding -> finding.kind() != Finding.Kind.UNCHECKED)
                    .map(Finding::sentence)
                    .forEach(waits::add);
        } catch (Failure e) {
            // This host has no base to keep, or it does not say.
        }
        var disks = new TreeMap<PetName, Long>();
        var updates = new TreeMap<PetName, List<String>>();
        try {
            var newest = newest();
            for (var pet : pets.get().list()) {
                updates.put(pet.name(), updates(pet, newest, Optional.ofNullable(checksum)));
                measure(pet, disks);
            }
        } catch (Failure e) {
            // That the engine does not answer is told where its pets would be.
        }
        return new Slower(engine, version, List.copyOf(waits), Map.copyOf(disks), Map.copyOf(updates));
    }

    private void measure(Pet pet, Map<PetName, Long> disks) {
        try {
            disks.put(pet.name(), pets.get().meters().written(pet));
        } catch (Failure e) {
            // It went meanwhile.
        }
    }

    /** {@return the images that are here, by their names} */
    private Map<String, String> newest() {
        var ids = new TreeMap<String, String>();
        images.get().local().forEach(image -> image.names().forEach(name -> ids.put(name, image.id())));
        return ids;
    }

    private static List<String> updates(Pet pet, Map<String, String> newest, Optional<String> checksum) {
        var all = new ArrayList<String>();
        var id = newest.get(pet.spec().image());
        if (id != null && !id.equals(pet.spec().imageId())) {
            all.add("image");
        }
        var origin = BaseOrigin.read(pet.container().labels());
        if (checksum.isPresent()
                && origin.isPresent()
                && !origin.get().checksum().equals(checksum.get())) {
            all.add("base");
        }
        return all;
    }

    /** What was there at one moment. */
    record Moment(Instant at, List<Pet> pets, Map<PetName, ContainerUsage> usages, HostMeter.Sample host) {}

    /** What changes rarely. */
    record Slower(
            @Nullable String engine,
            @Nullable String version,
            List<String> waits,
            Map<PetName, Long> disks,
            Map<PetName, List<String>> updates) {
        static final Slower UNKNOWN = new Slower(null, null, List.of(), Map.of(), Map.of());
    }
}
