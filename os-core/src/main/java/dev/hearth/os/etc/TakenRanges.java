package dev.hearth.os.etc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ranges of a subuid or subgid file: {@code name:start:count}. */
final class TakenRanges implements TakenNumbers {
    private final List<Range> ranges = new ArrayList<>();

    private record Range(int start, int count) {
        boolean overlaps(Range other) {
            return start < other.end() && other.start < end();
        }

        long end() {
            return (long) start + count;
        }
    }

    TakenRanges(List<String> lines) {
        lines.forEach(line -> range(line.split(":", -1)).ifPresent(ranges::add));
    }

    @Override
    public Optional<Moved> settle(String[] fields) {
        var wanted = range(fields);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var range = wanted.get();
        if (ranges.stream().noneMatch(range::overlaps)) {
            ranges.add(range);
            return Optional.empty();
        }
        long free = ranges.stream().mapToLong(Range::end).max().orElse(0);
        if (free + range.count() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var settled = new Range((int) free, range.count());
        ranges.add(settled);
        fields[1] = String.valueOf(settled.start());
        return Optional.of(new Moved(range.start(), settled.start()));
    }

    private static Optional<Range> range(String[] fields) {
        if (fields.length != 3) {
            return Optional.empty();
        }
        return TakenNumbers.number(fields[1])
                .flatMap(start -> TakenNumbers.number(fields[2]).map(count -> new Range(start, count)));
    }
}
