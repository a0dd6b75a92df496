package dev.hearth.pets;

import dev.hearth.engine.Mount;
import java.nio.file.Path;
import java.time.Instant;

/** Which home directory a pet shows its user. */
public sealed interface Home {
    /** The user's own. */
    record Shared() implements Home {}

    /** None of the host's; an empty one inside the pet. */
    record None() implements Home {}

    /** Another directory of the host, seen at the home's usual path. */
    record Directory(Path path) implements Home {}

    /**
     * The user's own, read through: what the pet writes is kept apart from it.
     *
     * @param volume by which the engine keeps that; empty before a pet has one
     */
    record Overlay(String volume) implements Home {
        static final String WORD = "overlay";

        /** One that no pet has yet. */
        public static final Overlay NEW = new Overlay("");

        /** {@return the same for a pet; a pet keeps it when it is renamed} */
        Overlay of(long owner, PetName pet, Instant created) {
            return volume.isEmpty()
                    ? new Overlay("%s%d-%s-%d".formatted(Mount.Overlay.PREFIX, owner, pet, created.getEpochSecond()))
                    : this;
        }
    }

    /** {@return the word or path that the command line and the specification write} */
    default String text() {
        return switch (this) {
            case Shared() -> "shared";
            case None() -> "none";
            case Directory(var path) -> path.toString();
            case Overlay _ -> Overlay.WORD;
        };
    }

    /**
     * Reads {@code shared}, {@code none}, {@code overlay} or an absolute path.
     *
     * @throws InvalidHome when it is none of these
     */
    static Home parse(String text) {
        return switch (text) {
            case "shared" -> new Shared();
            case "none" -> new None();
            case Overlay.WORD -> Overlay.NEW;
            default -> {
                if (!text.startsWith("/")) {
                    throw new InvalidHome(text);
                }
                yield new Directory(Path.of(text).normalize());
            }
        };
    }
}
