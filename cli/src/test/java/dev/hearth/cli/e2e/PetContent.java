package dev.hearth.cli.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * Of a pet, what sequences of commands change: a file in it, a variable that it is made with, a package, and its image.
 *
 * @param state the line in the file; 0 when there is no file
 * @param mark the variable's value; 0 when it is not set
 * @param tool the package's version; 0 when it is not installed
 * @param release of the distribution that it says it is
 */
record PetContent(int state, int mark, int tool, int release) {
    private static final String FILE = "/opt/state";
    private static final String VARIABLE = "MARK";
    private static final String READING = """
            cat "$1" 2>/dev/null || echo 0
            printenv "$2" || echo 0
            dpkg-query --show --showformat='${db:Status-Abbrev}${Version}\\n' "$3" 2>/dev/null |
                sed -n 's/^ii *//p' | grep . || echo 0
            . /etc/os-release && echo $VERSION_ID
            """;

    /** The package. */
    static final String TOOL = "it-tool";

    /** Makes a repository in a pet that has it. */
    static final String REPOSITORY = LocalRepository.of("make it-lib 1 '' true\nmake it-tool 1 it-lib true\n");

    /** {@return what the pet itself says} */
    static PetContent of(InstalledHearth hearth, String pet) {
        var said = hearth.run(pet, "sh", "-c", READING, "sh", FILE, VARIABLE, TOOL)
                .lines()
                .map(Integer::valueOf)
                .toList();
        return new PetContent(said.get(0), said.get(1), said.get(2), said.get(3));
    }

    /** {@return a command of shell that brings another line into the file} */
    static String writing(int state) {
        return "echo %d >%s".formatted(state, FILE);
    }

    /** {@return an option of {@code edit} that gives the variable another value} */
    static String marking(int mark) {
        return "--env=%s=%d".formatted(VARIABLE, mark);
    }

    /** {@return options of {@code rebase} by which all but the image stays} */
    List<String> carrying() {
        var paths = new ArrayList<>(List.of(LocalRepository.DIRECTORY, LocalRepository.SOURCES));
        if (state != 0) {
            paths.add(FILE);
        }
        return paths.stream().map("--carry="::concat).toList();
    }

    PetContent withState(int other) {
        return new PetContent(other, mark, tool, release);
    }

    PetContent withMark(int other) {
        return new PetContent(state, other, tool, release);
    }

    PetContent withTool(int other) {
        return new PetContent(state, mark, other, release);
    }

    PetContent withRelease(int other) {
        return new PetContent(state, mark, tool, other);
    }
}
