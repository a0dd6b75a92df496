package dev.hearth.homes;

import dev.hearth.core.failure.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** Paths changed in the home after the pet wrote there. */
public final class HomeChangedToo extends Failure.Conflict {
    private static final int NAMED = 10;

    HomeChangedToo(List<HomeChange> conflicts) {
        super(
                "Your home changed after the pet wrote there: " + named(conflicts),
                "`--keep-home` leaves these as they are in your home, `--take-pet` replaces them by the pet's.");
    }

    private static String named(List<HomeChange> conflicts) {
        var names = conflicts.stream()
                .limit(NAMED)
                .map(change -> "'" + change.path().text() + "'")
                .collect(Collectors.joining(", "));
        int more = conflicts.size() - NAMED;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
