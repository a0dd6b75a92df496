package dev.hearth.os.ostree;

import dev.hearth.os.Layering;
import dev.hearth.os.gvariant.Variant;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What hearth notes in the metadata of a commit that it assembled: what lies below, and what was laid on it.
 *
 * @param base the commit below
 * @param state a digest of all that went in; an equal one means that assembling again would change nothing
 * @param layered the requests in effect
 * @param local the packages from files in effect
 * @param inactive the requests without effect
 */
record LayerNote(
        String base,
        String state,
        List<String> layered,
        List<String> local,
        List<Layering.Inactive> inactive,
        List<InstalledPackage> removed,
        List<VersionChange> replaced) {
    private static final String BASE = "hearth.base";
    private static final String STATE = "hearth.state";
    private static final String LAYERED = "hearth.layered";
    private static final String LOCAL = "hearth.local";
    private static final String INACTIVE = "hearth.inactive";
    private static final String REMOVED = "hearth.removed";
    private static final String REPLACED = "hearth.replaced";
    /** Parts one word of a record from the next; package managers allow it in none. */
    private static final String BLANK = " ";

    LayerNote {
        layered = List.copyOf(layered);
        local = List.copyOf(local);
        inactive = List.copyOf(inactive);
        removed = List.copyOf(removed);
        replaced = List.copyOf(replaced);
    }

    /** Reads the note of a commit; empty when hearth did not assemble it. */
    static Optional<LayerNote> from(Variant.Dictionary metadata) {
        return metadata.text(BASE)
                .filter(base -> base.matches("[0-9a-f]{64}"))
                .map(base -> new LayerNote(
                        base,
                        metadata.text(STATE).orElse(""),
                        metadata.texts(LAYERED),
                        metadata.texts(LOCAL),
                        records(metadata, INACTIVE, 2).stream()
                                .map(words -> new Layering.Inactive(words.get(0), words.get(1)))
                                .toList(),
                        records(metadata, REMOVED, 3).stream()
                                .map(words -> installed(words.subList(0, 3)))
                                .toList(),
                        records(metadata, REPLACED, 6).stream()
                                .map(words -> new VersionChange(
                                        installed(words.subList(0, 3)), installed(words.subList(3, 6))))
                                .toList()));
    }

    private static List<List<String>> records(Variant.Dictionary metadata, String key, int words) {
        var records = new ArrayList<List<String>>();
        for (var text : metadata.texts(key)) {
            var parts = List.of(text.split(BLANK, words));
            if (parts.size() == words) {
                records.add(parts);
            }
        }
        return records;
    }

    private static InstalledPackage installed(List<String> words) {
        return new InstalledPackage(words.get(0), words.get(1), words.get(2));
    }

    private static String words(InstalledPackage installed) {
        return String.join(BLANK, installed.name(), installed.version(), installed.architecture());
    }

    /** {@return the note as keys with values in GVariant's text form, for {@code ostree commit --add-metadata}} */
    Map<String, String> metadata() {
        return Map.of(
                BASE, text(base),
                STATE, text(state),
                LAYERED, texts(layered),
                LOCAL, texts(local),
                INACTIVE,
                        texts(inactive.stream()
                                .map(request -> request.request() + BLANK + request.reason())
                                .toList()),
                REMOVED, texts(removed.stream().map(LayerNote::words).toList()),
                REPLACED,
                        texts(replaced.stream()
                                .map(replacement -> words(replacement.from()) + BLANK + words(replacement.to()))
                                .toList()));
    }

    private static String texts(List<String> values) {
        return "@as " + values.stream().map(LayerNote::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@return whether the base is as it was asked to be by itself} */
    boolean changesNothing() {
        return layered.isEmpty() && local.isEmpty() && removed.isEmpty() && replaced.isEmpty();
    }

    /** {@return a text in GVariant's text form} */
    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    /** {@return what status shows, with what the origin says was asked for} */
    Layering layering(List<String> requested) {
        return new Layering(requested, inactive, layered, local, removed, replaced);
    }
}
