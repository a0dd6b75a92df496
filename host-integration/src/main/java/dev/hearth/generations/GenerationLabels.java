package dev.hearth.generations;

import dev.hearth.images.LocalImage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an image says which generation it is: by labels, which nobody can change any more, and all that is known of it.
 *
 * <p>Free text is encoded: engines take labels in lines of a Containerfile, each with rules of its own for quotation marks,
 * dollar signs and line ends.
 */
final class GenerationLabels {
    private static final String PREFIX = "dev.hearth-generation.";
    private static final String OWNER = PREFIX + "owner";
    private static final String MADE = PREFIX + "pet-made";
    private static final String NUMBER = PREFIX + "number";
    private static final String SAVED = PREFIX + "saved";
    private static final String LABEL = PREFIX + "label";
    private static final String ACTION = PREFIX + "action";
    private static final String PARENT = PREFIX + "parent";
    private static final String SPEC = PREFIX + "spec";
    private static final String PACKAGE_CHANGES = PREFIX + "package-changes";
    private static final String FILE_CHANGES = PREFIX + "file-changes";
    private static final String BYTES = PREFIX + "bytes";
    private static final String PACKAGES = PREFIX + "packages";

    private static final List<String> ALL = List.of(
            OWNER, MADE, NUMBER, SAVED, LABEL, ACTION, PARENT, SPEC, PACKAGE_CHANGES, FILE_CHANGES, BYTES, PACKAGES);

    private GenerationLabels() {}

    static Map<String, String> write(Generation generation) {
        var labels = none();
        labels.put(OWNER, Long.toString(generation.pet().owner()));
        labels.put(MADE, generation.pet().made().toString());
        labels.put(NUMBER, Integer.toString(generation.number().value()));
        labels.put(SAVED, generation.saved().toString());
        labels.put(LABEL, encoded(generation.label()));
        labels.put(ACTION, generation.action());
        var parent = generation.parent();
        labels.put(PARENT, parent == null ? "" : Integer.toString(parent.value()));
        labels.put(SPEC, encoded(generation.spec()));
        var changed = generation.changed();
        labels.put(
                PACKAGE_CHANGES,
                changed.packages() == null ? "" : changed.packages().toString());
        labels.put(FILE_CHANGES, changed.files().toString());
        labels.put(BYTES, Long.toString(changed.bytes()));
        var packages = generation.packages();
        labels.put(PACKAGES, packages == null ? "" : packages.encoded());
        return labels;
    }

    /** {@return the labels of what is made from a generation and is none itself} */
    static Map<String, String> none() {
        var labels = new LinkedHashMap<String, String>();
        ALL.forEach(name -> labels.put(name, ""));
        return labels;
    }

    /** {@return the generation that an image is; nothing for other images, and for labels that cannot be read} */
    static Optional<Generation> read(LocalImage image, boolean pinned) {
        return read(image.labels(), image.id(), pinned);
    }

    /** {@return the same of labels that an image of this id has} */
    static Optional<Generation> read(Map<String, String> labels, String id, boolean pinned) {
        if (labels.getOrDefault(NUMBER, "").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Generation(
                    new PetIdentity(Long.parseLong(text(labels, OWNER)), Instant.parse(text(labels, MADE))),
                    new GenerationNumber(Integer.parseInt(text(labels, NUMBER))),
                    Instant.parse(text(labels, SAVED)),
                    decoded(text(labels, LABEL)),
                    text(labels, ACTION),
                    parent(text(labels, PARENT)),
                    decoded(text(labels, SPEC)),
                    changed(labels),
                    PackageList.decoded(text(labels, PACKAGES)).orElse(null),
                    id,
                    pinned));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Generation.Changed changed(Map<String, String> labels) {
        return new Generation.Changed(
                ChangeCount.parse(text(labels, PACKAGE_CHANGES)).orElse(null),
                ChangeCount.parse(text(labels, FILE_CHANGES)).orElse(new ChangeCount(0, 0, 0)),
                Long.parseLong(text(labels, BYTES)));
    }

    private static @Nullable GenerationNumber parent(String text) {
        return text.isEmpty() ? null : new GenerationNumber(Integer.parseInt(text));
    }

    private static String text(Map<String, String> labels, String name) {
        return labels.getOrDefault(name, "");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
