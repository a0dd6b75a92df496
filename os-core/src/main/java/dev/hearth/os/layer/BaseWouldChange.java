package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked for can only be had with other versions of the base's own packages, or without some. */
public final class BaseWouldChange extends Failure.Conflict {
    private static final String HINT = "Upgrade the base first, or name these packages in an override.";

    BaseWouldChange(List<InstalledPackage> removed, List<VersionChange> changed) {
        super("It would change the base: " + sentence(removed, changed), HINT);
    }

    BaseWouldChange(LayerItem item, String reason) {
        super("'%s' cannot be layered: %s".formatted(item, reason), HINT);
    }

    private static String sentence(List<InstalledPackage> removed, List<VersionChange> changed) {
        var replaced = phrase("replace ", changed.stream().map(VersionChange::toString));
        var lost = phrase("remove ", removed.stream().map(InstalledPackage::name));
        return Stream.concat(replaced, lost).collect(Collectors.joining(" and "));
    }

    private static Stream<String> phrase(String verb, Stream<String> names) {
        var all = names.toList();
        return all.isEmpty() ? Stream.of() : Stream.of(verb + String.join(", ", shortened(all)));
    }

    private static List<String> shortened(List<String> names) {
        int shown = 8;
        return names.size() <= shown
                ? names
                : Stream.concat(names.stream().limit(shown), Stream.of((names.size() - shown) + " more"))
                        .toList();
    }
}
