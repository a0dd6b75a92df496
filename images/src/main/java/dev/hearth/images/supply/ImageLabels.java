package dev.hearth.images.supply;

import dev.hearth.images.LocalImage;
import dev.hearth.images.recipe.Recipe;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labels that say how hearth made an image; the same for the same content, so without a time. */
public final class ImageLabels {
    private static final String PREFIX = "dev.hearth-image.";
    private static final String RECIPE = PREFIX + "recipe";
    private static final String VERSION = PREFIX + "recipe-version";
    private static final String BASE = PREFIX + "base";
    private static final String PACKAGES = PREFIX + "packages";

    /** The label of the images that hold generations of pets. */
    private static final String GENERATION = "dev.hearth-generation.number";

    private ImageLabels() {}

    /** Returns those of an image built on another. */
    static Map<String, String> built(Recipe recipe, String base) {
        var labels = new TreeMap<String, String>();
        labels.put(RECIPE, recipe.id());
        labels.put(VERSION, Long.toString(recipe.version()));
        labels.put(BASE, base);
        return labels;
    }

    /** Returns those of an image made from packages, of which the digest is given. */
    static Map<String, String> bootstrapped(Recipe recipe, String base, String packages) {
        var labels = built(recipe, base);
        labels.put(PACKAGES, packages);
        return labels;
    }

    /** {@return those of an image that is made of the machine's base, and of nothing that a recipe says} */
    public static Map<String, String> ofBase(String base) {
        return new TreeMap<>(Map.of(RECIPE, "base", VERSION, "1", BASE, base));
    }

    /** Tells whether hearth made the image: others' could carry the label, but not the name. Saved pets have it, too. */
    static boolean isMadeHere(LocalImage image) {
        return image.labels().containsKey(RECIPE)
                && image.labels().getOrDefault(GENERATION, "").isEmpty()
                && image.names().stream().anyMatch(name -> name.startsWith("localhost/"));
    }

    /** Returns the recipe that hearth made the image by. */
    static Optional<String> recipe(LocalImage image) {
        return isMadeHere(image) ? Optional.ofNullable(image.labels().get(RECIPE)) : Optional.empty();
    }

    /** Says how hearth made the image. */
    static String origin(LocalImage image) {
        var labels = image.labels();
        return "hearth made it on this host by version %s of its recipe '%s', from %s"
                .formatted(
                        labels.getOrDefault(VERSION, "?"),
                        labels.getOrDefault(RECIPE, "?"),
                        labels.getOrDefault(BASE, "?"));
    }
}
