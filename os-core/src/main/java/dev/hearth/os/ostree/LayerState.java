package dev.hearth.os.ostree;

import dev.hearth.os.layer.Layered;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether laying packages onto a base came to the same as the last time. */
final class LayerState {
    private LayerState() {}

    /** {@return a digest of what differs from the base, in whatever order it was done} */
    static String digest(Layered layered) {
        var lines = Stream.of(
                        installed("added", layered.added()),
                        installed("removed", layered.removed()),
                        changed("replaced", layered.replaced()),
                        changed("upgraded", layered.upgraded()))
                .flatMap(each -> each)
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Stream<String> installed(String what, List<InstalledPackage> packages) {
        return packages.stream().map(each -> what + " " + each);
    }

    private static Stream<String> changed(String what, List<VersionChange> changes) {
        return changes.stream().map(each -> what + " " + each.from() + " " + each.to());
    }
}
