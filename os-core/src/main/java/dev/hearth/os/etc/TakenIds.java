package dev.hearth.os.etc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids in a passwd or group file; other files of accounts have none. */
final class TakenIds implements TakenNumbers {
    private static final int FIELD = 2;
    /** System accounts get ids below, from the top down, as systemd-sysusers gives them. */
    private static final int FIRST_OF_PEOPLE = 1000;

    private final boolean hasIds;
    private final Map<Integer, Set<String>> here;
    private final Map<Integer, Set<String>> upstream;

    TakenIds(AccountFile file, List<String> local, List<String> fresh) {
        this.hasIds = file.holdsIds();
        this.here = names(local);
        this.upstream = names(fresh);
    }

    @Override
    public Optional<Moved> settle(String[] fields) {
        var id = hasIds && fields.length > FIELD ? TakenNumbers.number(fields[FIELD]) : Optional.<Integer>empty();
        if (id.isEmpty() || !isTaken(id.get())) {
            return Optional.empty();
        }
        int free = free(id.get());
        here.computeIfAbsent(free, _ -> new HashSet<>()).add(fields[0]);
        fields[FIELD] = String.valueOf(free);
        return Optional.of(new Moved(id.get(), free));
    }

    /** {@return whether it is somebody else's; two names of one id upstream are meant to share it} */
    private boolean isTaken(int id) {
        var holders = new HashSet<>(here.getOrDefault(id, Set.of()));
        holders.removeAll(upstream.getOrDefault(id, Set.of()));
        return !holders.isEmpty();
    }

    private int free(int wanted) {
        int step = wanted < FIRST_OF_PEOPLE ? -1 : 1;
        int id = wanted < FIRST_OF_PEOPLE ? FIRST_OF_PEOPLE - 1 : wanted + 1;
        while (here.containsKey(id) || upstream.containsKey(id)) {
            id += step;
        }
        return id;
    }

    private static Map<Integer, Set<String>> names(List<String> lines) {
        var names = new HashMap<Integer, Set<String>>();
        for (var line : lines) {
            var fields = line.split(":", -1);
            if (fields.length > FIELD) {
                TakenNumbers.number(fields[FIELD])
                        .ifPresent(id ->
                                names.computeIfAbsent(id, _ -> new HashSet<>()).add(fields[0]));
            }
        }
        return names;
    }
}
