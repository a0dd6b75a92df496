package dev.hearth.os.compose;

import dev.hearth.os.packages.InstalledPackage;
import java.util.List;
import java.util.Optional;

/**
 * What composing came to.
 *
 * @param commit the newest of the branch
 * @param changed whether it was made now, as something went in that is another than before
 * @param packages what it holds
 */
public record Composed(String ref, String commit, String version, boolean changed, List<InstalledPackage> packages) {
    public Composed {
        packages = List.copyOf(packages);
    }

    /**
     * What would be composed.
     *
     * @param present the newest commit of the branch; empty for a branch that is not there yet
     * @param changed whether something would go in that is another than in that
     * @param packages what would come in; none where the source shows that only when it is unpacked
     */
    public record Outlook(String ref, Optional<String> present, boolean changed, List<InstalledPackage> packages) {
        public Outlook {
            packages = List.copyOf(packages);
        }
    }
}
