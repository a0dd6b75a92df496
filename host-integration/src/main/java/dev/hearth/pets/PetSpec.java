package dev.hearth.pets;

import dev.hearth.core.schema.Schema;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pet was asked to be; kept as JSON in the label {@code dev.hearth.spec} of its container.
 *
 * <p>The pet's name is not part of it: that is the container's name, which plain engine commands may change.
 *
 * @param owner the user id of whoever made it; nobody else's hearth acts on it
 * @param image as it was asked for
 * @param imageId the content id it was made from
 * @param packages asked for by the time that the container was made; what was asked for since is in its own files
 * @param platform the engine's own when absent
 * @param hostname the host's when absent
 * @param withEngine whether it can use the engine that it runs on
 * @param ephemeral whether it is removed when its first session ends
 * @param idleStop how long without a session before it stops; never when absent
 * @param created when it was made: with the owner what tells it from all other pets
 */
public record PetSpec(
        long owner,
        String image,
        String imageId,
        Home home,
        List<Volume> volumes,
        Map<String, String> environment,
        List<String> packages,
        boolean init,
        Set<Namespace> unshared,
        List<PublishedPort> ports,
        List<String> devices,
        boolean withEngine,
        Limits limits,
        @Nullable Platform platform,
        @Nullable String hostname,
        Map<String, String> labels,
        boolean autostart,
        @Nullable Duration idleStop,
        boolean ephemeral,
        Instant created) {

    /** The form in which specifications are written. */
    public static final Schema SCHEMA = new Schema(1, "0.1.0");

    /** The label that holds a specification. */
    public static final String LABEL = "dev.hearth.spec";

    public PetSpec {
        volumes = List.copyOf(volumes);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        packages = List.copyOf(packages);
        unshared = unshared.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(unshared));
        ports = List.copyOf(ports);
        devices = List.copyOf(devices);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /**
     * {@return when a pet is made that is made of this one}
     *
     * <p>That tells a pet from all others, also where the clock stands still or was set back.
     */
    Instant madeAnew(Instant now) {
        return now.isAfter(created) ? now : created.plusNanos(1);
    }

    /** {@return the same for the pet of this name, which has what it writes to the home to itself} */
    PetSpec of(PetName name) {
        return home instanceof Home.Overlay overlay ? with(overlay.of(owner, name, created), packages) : this;
    }

    /** {@return the same with these packages asked for} */
    PetSpec withPackages(List<String> newPackages) {
        return with(home, newPackages);
    }

    /** {@return the same of another image, with these packages asked for} */
    PetSpec of(LocalImage newImage, List<String> newPackages) {
        return with(newImage.displayName(), newImage.id(), home, newPackages);
    }

    private PetSpec with(Home newHome, List<String> newPackages) {
        return with(image, imageId, newHome, newPackages);
    }

    private PetSpec with(String newImage, String newImageId, Home newHome, List<String> newPackages) {
        return new PetSpec(
                owner,
                newImage,
                newImageId,
                newHome,
                volumes,
                environment,
                newPackages,
                init,
                unshared,
                ports,
                devices,
                withEngine,
                limits,
                platform,
                hostname,
                labels,
                autostart,
                idleStop,
                ephemeral,
                created);
    }
}
