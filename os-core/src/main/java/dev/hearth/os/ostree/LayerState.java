package dev.hearth.os.ostree;

import dev.hearth.core.text.Sha256;
import dev.hearth.os.layer.Layered;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether laying packages onto a base came to the same as the last time. */
final class LayerState {
    private LayerState() {}

    /** {@return a digest of what differs from the base, in whatever order it was done} */
    static String digest(Layered layered) {
        return Sha256.of(Stream.of(
                        installed("added", layered.added()),
                        installed("removed", layered.removed()),
                        changed("replaced", layered.replaced()),
                        changed("upgraded", layered.upgraded()))
                .flatMap(each -> each)
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static Stream<String> installed(String what, List<InstalledPackage> packages) {
        return packages.stream().map(each -> what + " " + each);
    }

    private static Stream<String> changed(String what, List<VersionChange> changes) {
        return changes.stream().map(each -> what + " " + each.from() + " " + each.to());
    }
}
