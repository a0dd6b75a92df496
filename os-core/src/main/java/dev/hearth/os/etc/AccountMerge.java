package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Merges the files of accounts of one system, which name each other's ids. */
final class AccountMerge {
    private final EtcSources sources;
    private final Map<AccountFile, String> merged = new EnumMap<>(AccountFile.class);

    AccountMerge(EtcSources sources) {
        this.sources = sources;
        // First, because accounts name groups by ids.
        var moved = isChangedOnBothSides(AccountFile.GROUP)
                ? merge(AccountFile.GROUP, Map.of())
                : Map.<Integer, Integer>of();
        for (var file : AccountFile.values()) {
            boolean namesMoved = file == AccountFile.PASSWD && !moved.isEmpty();
            if (file != AccountFile.GROUP && (namesMoved || isChangedOnBothSides(file))) {
                merge(file, moved);
            }
        }
    }

    /** {@return the merged text of a file; absent when there is nothing to merge in it} */
    Optional<String> text(Path path) {
        return AccountFile.of(path).map(merged::get);
    }

    private Map<Integer, Integer> merge(AccountFile file, Map<Integer, Integer> movedGroups) {
        var old = text(sources.oldDefault(), file);
        var fresh = text(sources.newDefault(), file);
        var local = text(sources.local(), file);
        if (fresh.isEmpty() || local.isEmpty()) {
            return Map.of();
        }
        var lines = new AccountLines(file, movedGroups);
        merged.put(file, lines.merge(old.orElse(""), fresh.get(), local.get()));
        return lines.moved();
    }

    private boolean isChangedOnBothSides(AccountFile file) {
        return !sources.local().sameContent(file.path(), sources.oldDefault())
                && !sources.newDefault().sameContent(file.path(), sources.oldDefault());
    }

    private static Optional<String> text(EtcTree tree, AccountFile file) {
        var entry = tree.at(file.path());
        return entry == null || entry.kind() != EntryKind.FILE
                ? Optional.empty()
                : TextMerge.text(tree.content(file.path()));
    }
}
