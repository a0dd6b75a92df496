package dev.hearth.os.preflight;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The units of the system that are new, or not what they were, as systemd itself would load them. */
final class UnitCheck implements Check {
    private static final String PROGRAM = "/usr/bin/systemd-analyze";
    private static final List<Path> PLACES =
            List.of(Path.of("/etc/systemd/system"), Path.of("/usr/lib/systemd/system"));
    private static final String KINDS = ".+\\.(service|socket|timer|path|mount|automount|swap|target|slice)";
    /** What systemd does without says nothing about whether the unit starts. */
    private static final String IGNORED = "ignoring";

    private static final String NO_PROGRAM = ".*Command \\S+ is not executable: .*";

    @Override
    public String command() {
        return "systemd-analyze verify";
    }

    @Override
    public List<String> subjects(Root present, Root made, ProgramDiff programs) {
        var units = new TreeSet<String>();
        for (var place : PLACES) {
            for (var path : made.list(place)) {
                var name = path.getFileName().toString();
                if (name.endsWith(".d") && hasOther(path, present, made)) {
                    units.add(name.substring(0, name.length() - 2));
                } else if (!present.hasSame(path, made)) {
                    units.add(name);
                }
            }
        }
        units.removeIf(name -> !name.matches(KINDS) || file(made, name).isEmpty());
        return List.copyOf(units);
    }

    private static boolean hasOther(Path directory, Root present, Root made) {
        return made.list(directory).stream().anyMatch(path -> !present.hasSame(path, made));
    }

    @Override
    public SortedMap<String, String> complaints(Candidate deployment, List<String> subjects) {
        var complaints = new TreeMap<String, String>();
        var units = subjects.stream()
                .filter(name -> file(deployment.root(), name).isPresent())
                .toList();
        if (units.isEmpty()
                || !deployment.has(PROGRAM)
                || verify(deployment, units).isEmpty()) {
            return complaints;
        }
        for (var unit : units) {
            var lines = verify(deployment, List.of(unit));
            if (!isMeantTo(deployment.root(), unit, lines)) {
                lines.stream().findFirst().ifPresent(line -> complaints.put(unit, line));
            }
        }
        return complaints;
    }

    /** {@return what keeps the units from being loaded, what matters most first} */
    private static List<String> verify(Candidate deployment, List<String> units) {
        var words = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        units.forEach(name -> file(deployment.root(), name).map(Path::toString).ifPresent(words::add));
        var finished = deployment.run(words);
        if (finished.succeeded()) {
            return List.of();
        }
        var grave = Words.lines(finished).stream()
                .filter(line -> !line.contains(IGNORED))
                .toList();
        return grave.isEmpty() ? List.of(Words.of(finished)) : grave;
    }

    /** A unit with a condition may well be meant for where its program is not. */
    private static boolean isMeantTo(Root root, String unit, List<String> lines) {
        return lines.stream().allMatch(line -> line.matches(NO_PROGRAM))
                && text(root, unit).lines().anyMatch(line -> line.startsWith("Condition"));
    }

    private static String text(Root root, String unit) {
        try {
            var file = file(root, unit).flatMap(root::find);
            return file.isEmpty() ? "" : Files.readString(file.get(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a unit is written down; what is but another name of one, or masks it, is none. */
    private static Optional<Path> file(Root root, String unit) {
        return PLACES.stream()
                .map(place -> place.resolve(unit))
                .filter(path -> Files.exists(outside(root, path), NOFOLLOW_LINKS))
                .findFirst()
                .filter(path -> !Files.isSymbolicLink(outside(root, path)));
    }

    private static Path outside(Root root, Path inside) {
        return root.directory().resolve(Path.of("/").relativize(inside));
    }
}
