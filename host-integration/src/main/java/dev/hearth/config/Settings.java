package dev.hearth.config;

import dev.hearth.bridge.HostCommands;
import dev.hearth.bridge.HostRights;
import dev.hearth.bridge.PetRights;
import dev.hearth.core.host.OsRelease;
import dev.hearth.images.ImageReference;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.catalogue.InvalidRelease;
import dev.hearth.images.catalogue.UnknownDistribution;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Home;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Volume;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What holds where the command line says nothing, each with its origin.
 *
 * @param image that pets are made from; it outranks distribution and release
 * @param engine a name or an address
 * @param defaultPet the pet that commands mean when they name none
 * @param hostCommands what pets that share the home may run on the host
 * @param pets what is settled of single pets, by their names
 */
public record Settings(
        Setting<@Nullable ImageReference> image,
        Setting<@Nullable String> distribution,
        Setting<@Nullable String> release,
        Setting<@Nullable String> engine,
        Setting<Home> home,
        Setting<List<Volume>> volumes,
        Setting<Map<String, String>> environment,
        Setting<@Nullable PetName> defaultPet,
        Setting<HostCommands> hostCommands,
        Setting<Map<String, PetRights>> pets) {

    /** {@return all settings, in the order in which they are shown} */
    public List<Setting<?>> all() {
        return List.of(
                image, distribution, release, engine, home, volumes, environment, defaultPet, hostCommands, pets);
    }

    /**
     * {@return a request for a new pet, with all that it leaves out as it is settled}
     *
     * <p>Its own volumes and variables come on top of those that are settled.
     */
    public CreateRequest completed(CreateRequest asked) {
        boolean chosen = asked.distribution() != null || asked.release() != null;
        var settled = chosen ? null : image.value();
        return asked.onto(
                asked.image() == null && settled != null ? settled.toString() : asked.image(),
                asked.distribution() != null ? asked.distribution() : distribution.value(),
                releaseOf(asked),
                home.value(),
                volumes.value(),
                environment.value());
    }

    /** A release settled for one distribution says nothing about another. */
    private @Nullable String releaseOf(CreateRequest asked) {
        if (asked.release() != null) {
            return asked.release();
        }
        return asked.distribution() == null || asked.distribution().equals(distribution.value())
                ? release.value()
                : null;
    }

    /** {@return what pets may do on the host} */
    public HostRights hostRights() {
        return new HostRights(hostCommands.value(), pets.value());
    }

    /**
     * Checks what only a catalogue knows.
     *
     * @throws InvalidSetting when it has no such distribution, or none with such a release
     */
    public void requireKnown(Catalogue catalogue, OsRelease host) {
        require(distribution, () -> catalogue.resolve(distribution.value(), null, host));
        require(release, () -> catalogue.resolve(distribution.value(), release.value(), host));
    }

    private static void require(Setting<?> setting, Supplier<ImageChoice> choice) {
        try {
            var _ = choice.get();
        } catch (UnknownDistribution | InvalidRelease reason) {
            throw new InvalidSetting(setting.origin(), setting.key(), reason);
        }
    }
}
