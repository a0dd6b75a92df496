package dev.hearth.os.preflight;

import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The libraries that commands need, where a command or one of its libraries is not what it was.
 *
 * <p>Only what is started by its own name: a program that a script starts, with a search path for libraries of its own,
 * may well need what nobody finds without that.
 */
final class LibraryCheck implements Check {
    private static final String LDD = "/usr/bin/ldd";
    private static final List<Path> COMMANDS =
            List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/libexec"));
    private static final String MISSING = "not found";

    @Override
    public String command() {
        return "ldd";
    }

    @Override
    public List<String> subjects(Root present, Root made, ProgramDiff programs) {
        return COMMANDS.stream()
                .flatMap(directory -> made.list(directory).stream())
                .filter(programs.after()::isStartable)
                .filter(programs::differs)
                .map(Path::toString)
                .toList();
    }

    @Override
    public SortedMap<String, String> complaints(Candidate deployment, List<String> subjects) {
        var words = new ArrayList<>(List.of(LDD));
        subjects.stream().filter(deployment::has).forEach(words::add);
        if (words.size() == 1 || !deployment.has(LDD)) {
            return new TreeMap<>();
        }
        return missing(words.get(1), deployment.run(words).out());
    }

    /**
     * {@return which programs lack which libraries}
     *
     * @param first the program that ldd does not name when it is the only one
     */
    static SortedMap<String, String> missing(String first, String output) {
        var missing = new TreeMap<String, String>();
        var program = first;
        for (var line : output.lines().toList()) {
            if (line.startsWith("/") && line.endsWith(":")) {
                program = line.substring(0, line.length() - 1);
            } else if (line.endsWith(MISSING)) {
                missing.putIfAbsent(program, program + ": " + line.strip());
            }
        }
        return missing;
    }
}
