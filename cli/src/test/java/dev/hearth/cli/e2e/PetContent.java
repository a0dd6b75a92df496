package dev.hearth.cli.e2e;

/**
 * Of a pet, what sequences of commands change: a file in it, and a variable that it is made with.
 *
 * @param state the line in the file; 0 when there is no file
 * @param mark the variable's value; 0 when it is not set
 */
record PetContent(int state, int mark) {
    private static final String FILE = "/opt/state";
    private static final String VARIABLE = "MARK";

    /** {@return what the pet itself says} */
    static PetContent of(InstalledHearth hearth, String pet) {
        var said = hearth.run(pet, "sh", "-c", "cat %s 2>/dev/null || echo 0; echo ${%s:-0}".formatted(FILE, VARIABLE))
                .lines()
                .map(Integer::valueOf)
                .toList();
        return new PetContent(said.get(0), said.get(1));
    }

    /** {@return a command of shell that brings another line into the file} */
    static String writing(int state) {
        return "echo %d >%s".formatted(state, FILE);
    }

    /** {@return an option of {@code edit} that gives the variable another value} */
    static String marking(int mark) {
        return "--env=%s=%d".formatted(VARIABLE, mark);
    }

    PetContent withState(int other) {
        return new PetContent(other, mark);
    }

    PetContent withMark(int other) {
        return new PetContent(state, other);
    }
}
