package dev.hearth.pets;

import java.nio.file.Path;

/** Which home directory a pet shows its user. */
public sealed interface Home {
    /** The user's own. */
    record Shared() implements Home {}

    /** None of the host's; an empty one inside the pet. */
    record None() implements Home {}

    /** Another directory of the host, seen at the home's usual path. */
    record Directory(Path path) implements Home {}

    /** {@return the word or path that the command line and the specification write} */
    default String text() {
        return switch (this) {
            case Shared() -> "shared";
            case None() -> "none";
            case Directory(var path) -> path.toString();
        };
    }

    /**
     * Reads {@code shared}, {@code none} or an absolute path.
     *
     * @throws InvalidHome when it is none of these
     */
    static Home parse(String text) {
        return switch (text) {
            case "shared" -> new Shared();
            case "none" -> new None();
            default -> {
                if (!text.startsWith("/")) {
                    throw new InvalidHome(text);
                }
                yield new Directory(Path.of(text).normalize());
            }
        };
    }
}
