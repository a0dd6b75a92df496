package dev.hearth.images;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The images that an engine keeps.
 *
 * <p>All methods throw a {@code Failure} and nothing else when the engine cannot be reached, refuses, or is out of space.
 */
public interface ImageStore {

    /** {@return all images, sorted by their first name, those without a name last} */
    List<LocalImage> images();

    /** {@return the image of this name, id or unambiguous beginning of an id} */
    Optional<LocalImage> find(String nameOrId);

    /**
     * {@return how many bytes the layers of an image take}
     *
     * <p>The size of an image may be more: rootless Podman adds the copies that it keeps of it.
     */
    long layers(String id);

    /** {@return where the files of an image's uppermost layer are, if they are in a directory that the caller may write to} */
    Optional<Path> files(String id);

    /**
     * Fetches an image from its registry. When it ends by a failure, nothing of that name is registered that was not
     * there before.
     *
     * @param platform the engine's own when absent
     * @throws ImageNotFound when the registry knows no such image
     * @throws PlatformNotOffered when the registry has it for other platforms only
     * @throws RegistryUnreachable when the registry does not answer
     * @throws LoginRequired when the registry wants to know who asks
     */
    LocalImage pull(ImageReference reference, @Nullable Platform platform, Consumer<Transfer> progress);

    /**
     * Makes an image of one layer from a tar archive of a root file system.
     *
     * @param name what the image is to be called; an image that had the name loses it
     */
    LocalImage importRootfs(
            Path tar, ImageReference name, ImageConfiguration configuration, Consumer<Transfer> progress);

    /** Makes an image of one layer from a stream of such an archive, whose length nobody knows; otherwise the same. */
    LocalImage importRootfs(InputStream tar, ImageReference name, ImageConfiguration configuration);

    /**
     * Makes a nameless image of the same layers and configuration as another one; it takes no place of its own.
     *
     * @param id of the other one
     * @param labels over those of the other one
     */
    LocalImage derive(String id, Map<String, String> labels);

    /** Gives an image one more name; an image that had the name loses it. */
    void tag(String id, ImageReference name);

    /**
     * Builds an image from the {@code Containerfile} in a directory.
     *
     * @param arguments build arguments
     * @throws RegistryUnreachable when the image it starts from is not here and its registry does not answer
     */
    LocalImage build(
            Path directory,
            ImageReference name,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<Transfer> progress);

    /** Takes images that consist of files which are here; layers that they share, or that are there, are kept once. */
    void load(List<LayeredImage> loaded);

    /**
     * {@return the layers of an image, the lowest first, each written to a file}
     *
     * @param directory an empty one, with room for all of them
     */
    List<ImageLayer> save(String id, Path directory);

    /**
     * Sends an image to the registry that its name begins with.
     *
     * @param name one that the image has
     * @throws PushDenied when the registry does not take it from this user
     * @throws PushBroken when the registry does not answer, or no longer
     */
    void push(ImageReference name, Consumer<Transfer> progress);

    /**
     * Removes a name, and the image with its last name.
     *
     * @throws ImageNotFound when there is none
     * @throws ImageInUse when a container was made from it
     */
    void remove(String nameOrId);
}
