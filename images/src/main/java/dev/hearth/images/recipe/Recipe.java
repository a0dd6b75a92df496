package dev.hearth.images.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What hearth makes an image from itself.
 *
 * @param id the recipe's folder
 * @param version counts the changes that make images differ
 * @param base the image that the Containerfile starts from, with {@code {release}} and {@code {major}} to be filled in
 */
public record Recipe(String id, long version, String base, BootstrapMethod bootstrap) {
    private static final String CONTAINERFILE = "Containerfile";
    private static final String BOOTSTRAP = "bootstrap.yaml";

    /** {@return whether there is a recipe of this name} */
    public static boolean exists(String id) {
        return id.matches("[a-z0-9-]+") && resource(id, BOOTSTRAP).isPresent();
    }

    /** Reads one of hearth's own recipes, which must exist. */
    public static Recipe read(String id) {
        return new RecipeFile(id, required(id, BOOTSTRAP), file -> required(id, file)).recipe();
    }

    /** {@return the image that the Containerfile starts from for a release} */
    public String baseFor(String release) {
        return filled(base, release);
    }

    /** Writes the Containerfile into a directory, for an engine to build. */
    public void writeContainerfile(Path directory) {
        try {
            Files.writeString(directory.resolve(CONTAINERFILE), required(id, CONTAINERFILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text with the release, and the release up to its first dot, filled in} */
    public static String filled(String template, String release) {
        var major = release.split("\\.", 2)[0];
        return template.replace("{release}", release).replace("{major}", major);
    }

    private static String required(String id, String file) {
        return resource(id, file).orElseThrow(() -> new IllegalStateException("no recipe file " + id + "/" + file));
    }

    private static Optional<String> resource(String id, String file) {
        try (var in = Recipe.class.getResourceAsStream("/dev/hearth/images/recipes/" + id + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
