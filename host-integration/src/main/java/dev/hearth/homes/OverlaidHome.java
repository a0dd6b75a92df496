package dev.hearth.homes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A home that pets read through. */
public final class OverlaidHome {
    private final Path top;
    private final HomeTree tree;
    private final Optional<HomePath> hidden;

    /**
     * Looks at a home.
     *
     * @param storage where the engine keeps what is its own, which pets cannot see when it is in the home
     */
    public OverlaidHome(Path home, Path storage) {
        this.top = real(home);
        this.tree = new HomeTree(top);
        this.hidden = below(storage);
    }

    /** {@return the path that a user means: below the home, or absolute} */
    public HomePath path(String text) {
        var path = Path.of(text);
        var found = path.isAbsolute() ? below(path) : Optional.of(inner(path.normalize()));
        return found.filter(inside -> !inside.startsWith(new HomePath("..")))
                .orElseThrow(() -> new NothingChangedThere(inner(path)));
    }

    /** {@return how what the pet sees differs from the home} */
    public PetChanges changes(WrittenFiles files) {
        return PetChanges.between(files, tree, hidden);
    }

    /**
     * {@return what a merge would do}
     *
     * @throws HomeChangedToo when there are conflicts and nobody said who wins
     */
    public MergePlan plan(PetChanges changes, List<HomePath> paths, OnConflict choice) {
        return MergePlan.of(changes, paths, choice);
    }

    /**
     * Makes the changes of a plan; what is done stays done when it is cut off.
     *
     * @param pet names what is made on the way
     */
    public void merge(WrittenFiles files, PetChanges changes, MergePlan plan, String pet) {
        try (var writer = new HomeWriter(top, ".hearth-merge-" + pet)) {
            new HomeMerge(files, changes.written(), tree, writer).make(plan.made());
        }
    }

    private Optional<HomePath> below(Path path) {
        return path.startsWith(top) && !path.equals(top) ? Optional.of(inner(top.relativize(path))) : Optional.empty();
    }

    private static HomePath inner(Path path) {
        var bytes = path.toString().getBytes(StandardCharsets.UTF_8);
        return new HomePath(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
