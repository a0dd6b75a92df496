package dev.hearth.images.catalogue;

import dev.hearth.core.host.OsRelease;
import dev.hearth.images.ImageReference;
import dev.hearth.images.InvalidImageReference;
import dev.hearth.images.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A distribution in the catalogue.
 *
 * @param id the word for it in commands
 * @param name for people
 * @param aliases other words for it
 * @param hosts the os-release ids of hosts that are this distribution
 * @param image its image's name with {@code {release}} and {@code {major}} to be filled in
 * @param recipe what hearth makes the image from itself; absent where it cannot
 */
public record Distribution(
        String id,
        String name,
        List<String> aliases,
        List<String> hosts,
        String image,
        ReleaseRule releases,
        @Nullable PackageManager packageManager,
        @Nullable String recipe) {
    private static final String RELEASE = "{release}";

    public Distribution {
        aliases = List.copyOf(aliases);
        hosts = List.copyOf(hosts);
    }

    /** {@return the choice of a release of this distribution} */
    ImageChoice choose(String wanted) {
        var release = releases.release(wanted).orElseThrow(() -> new InvalidRelease(this, wanted));
        try {
            return new ImageChoice(this, release, registryReference(release), localReference(release));
        } catch (InvalidImageReference e) {
            // A pattern in a user's catalogue may let through what cannot be a tag.
            throw new InvalidRelease(this, wanted);
        }
    }

    ImageReference registryReference(String release) {
        return ImageReference.parse(Recipe.filled(image, release));
    }

    private ImageReference localReference(String release) {
        return new ImageReference("localhost", "hearth/" + id, release, null);
    }

    /** {@return the choice that is an image of this name; the tag, or what stands in it, is the release} */
    Optional<ImageChoice> recognise(String imageName) {
        var tag = imageName.substring(imageName.lastIndexOf(':') + 1);
        var before = image.substring(image.lastIndexOf(':') + 1).replace(RELEASE, "");
        return Stream.of(tag, tag.startsWith(before) ? tag.substring(before.length()) : tag)
                .flatMap(text -> releases.release(text).stream())
                .map(this::choose)
                .filter(choice -> Stream.of(choice.localReference(), choice.registryReference())
                        .anyMatch(reference -> reference.toString().equals(imageName)))
                .findFirst();
    }

    boolean publishes(String imageName) {
        // Taken apart at the places to be filled in: what is left must be there, and in this order.
        var pattern = Pattern.compile("\\{(?:release|major)}")
                .splitAsStream(image)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
        return imageName.matches(image.endsWith("}") ? pattern + "[^/]+" : pattern);
    }

    boolean isCalled(String word) {
        return id.equals(word) || aliases.contains(word);
    }

    /** {@return the release of a host that is of this distribution; empty for other hosts and where it does not say} */
    public Optional<String> releaseOf(OsRelease host) {
        if (!hosts.contains(host.id())) {
            return Optional.empty();
        }
        return releases.release(host.versionId()).or(() -> releases.release(host.codename()));
    }

    /** {@return the package manager, where the catalogue knows it} */
    public Optional<PackageManager> knownPackageManager() {
        return Optional.ofNullable(packageManager);
    }
}
