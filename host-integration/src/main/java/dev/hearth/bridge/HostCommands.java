package dev.hearth.bridge;

import java.util.List;

/** What pets may run on the host. */
public sealed interface HostCommands {

    /** Whatever the user may run. */
    record Everything() implements HostCommands {}

    /**
     * These and no others.
     *
     * @param programs absolute paths; none for nothing at all
     */
    record Only(List<String> programs) implements HostCommands {
        public Only {
            programs = List.copyOf(programs);
            programs.stream().filter(program -> !isPlain(program)).findFirst().ifPresent(program -> {
                throw new InvalidHostCommand(program);
            });
        }

        private static boolean isPlain(String program) {
            return program.startsWith("/") && !program.endsWith("/") && program.indexOf('\n') < 0;
        }
    }

    /**
     * Reads {@code everything} or {@code nothing}.
     *
     * @throws InvalidHostCommand when it is neither
     */
    static HostCommands parse(String word) {
        return switch (word) {
            case "everything" -> new Everything();
            case "nothing" -> new Only(List.of());
            default -> throw new InvalidHostCommand(word);
        };
    }

    /** {@return as the configuration has it, for people} */
    default String text() {
        return switch (this) {
            case Everything() -> "everything";
            case Only(var programs) -> programs.isEmpty() ? "nothing" : String.join(" ", programs);
        };
    }
}
