package dev.hearth.homes;

import dev.hearth.homes.HomeChange.Kind;
import java.util.List;

/**
 * What a merge is going to do.
 *
 * @param made what the home gets of the pet's changes, sorted by path
 * @param left what stays with the pet alone: conflicts that the home wins, and what cannot be merged
 */
public record MergePlan(List<HomeChange> made, List<HomeChange> left) {
    public MergePlan {
        made = List.copyOf(made);
        left = List.copyOf(left);
    }

    /**
     * {@return the plan to merge these}
     *
     * @throws HomeChangedToo when there are conflicts and nobody said who wins
     */
    static MergePlan of(PetChanges changes, List<HomePath> paths, OnConflict choice) {
        var wanted = changes.at(paths);
        var conflicts = wanted.stream().filter(HomeChange::conflict).toList();
        if (choice == OnConflict.REFUSE && !conflicts.isEmpty()) {
            throw new HomeChangedToo(conflicts);
        }
        var left = wanted.stream()
                .filter(change -> isSpecial(change) || (choice == OnConflict.KEEP_HOME && change.conflict()))
                .toList();
        var made = wanted.stream()
                .filter(change -> left.stream().noneMatch(other -> change.path().startsWith(other.path())))
                .toList();
        return new MergePlan(changes.withDirectories(made), left);
    }

    private static boolean isSpecial(HomeChange change) {
        return change.type() == EntryType.SPECIAL && change.kind() != Kind.REMOVED;
    }
}
