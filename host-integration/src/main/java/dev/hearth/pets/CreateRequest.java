package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.images.Platform;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for when making a pet; everything left out has a default.
 *
 * @param name by default the distribution's and release's, such as {@code debian-12}
 * @param image a reference; it excludes distribution and release
 * @param distribution a word of the catalogue, by default the host's own
 * @param release by default the distribution's rule
 * @param withEngine whether the pet can use the engine that it runs on
 * @param ephemeral whether the pet is removed when its first session ends
 */
public record CreateRequest(
        @Nullable PetName name,
        @Nullable String image,
        @Nullable String distribution,
        @Nullable String release,
        @Nullable Home home,
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
        boolean ephemeral) {

    /** {@return a request in which all is left to defaults} */
    public static CreateRequest withDefaults() {
        return new CreateRequest(
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                false,
                Set.of(),
                List.of(),
                List.of(),
                false,
                Limits.NONE,
                null,
                null,
                Map.of(),
                false,
                null,
                false);
    }

    /** {@return this request for a pet of another image} */
    CreateRequest of(@Nullable String newImage, @Nullable String newDistribution, @Nullable String newRelease) {
        return with(newImage, newDistribution, newRelease, home, volumes, environment);
    }

    /**
     * {@return this request for a pet of that origin, on top of what pets have anyway}
     *
     * @param usualHome for a request that asks for none
     * @param underVolumes those that are seen where this request has none
     * @param underVariables those that this request does not set
     */
    public CreateRequest onto(
            @Nullable String newImage,
            @Nullable String newDistribution,
            @Nullable String newRelease,
            Home usualHome,
            List<Volume> underVolumes,
            Map<String, String> underVariables) {
        var allVolumes = new LinkedHashMap<ContainerPath, Volume>();
        underVolumes.forEach(volume -> allVolumes.put(volume.target(), volume));
        volumes.forEach(volume -> allVolumes.put(volume.target(), volume));
        var allVariables = new LinkedHashMap<>(underVariables);
        allVariables.putAll(environment);
        return with(
                newImage,
                newDistribution,
                newRelease,
                home == null ? usualHome : home,
                List.copyOf(allVolumes.values()),
                allVariables);
    }

    private CreateRequest with(
            @Nullable String newImage,
            @Nullable String newDistribution,
            @Nullable String newRelease,
            @Nullable Home newHome,
            List<Volume> newVolumes,
            Map<String, String> newEnvironment) {
        return new CreateRequest(
                name,
                newImage,
                newDistribution,
                newRelease,
                newHome,
                newVolumes,
                newEnvironment,
                packages,
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
                ephemeral);
    }

    /** {@return this request for a pet with these variables instead} */
    public CreateRequest withEnvironment(Map<String, String> newEnvironment) {
        return with(image, distribution, release, home, volumes, newEnvironment);
    }

    /** {@return this request for a pet of this name} */
    public CreateRequest named(PetName newName) {
        return with(newName, labels, ephemeral);
    }

    /** {@return this request for a pet whose container has these labels instead} */
    public CreateRequest labelled(Map<String, String> newLabels) {
        return with(name, newLabels, ephemeral);
    }

    /** {@return this request for a pet that is removed when its first session ends} */
    public CreateRequest forOneSession() {
        return with(name, labels, true);
    }

    private CreateRequest with(@Nullable PetName newName, Map<String, String> newLabels, boolean forOneSession) {
        return new CreateRequest(
                newName,
                image,
                distribution,
                release,
                home,
                volumes,
                environment,
                packages,
                init,
                unshared,
                ports,
                devices,
                withEngine,
                limits,
                platform,
                hostname,
                newLabels,
                autostart,
                idleStop,
                forOneSession);
    }
}
