package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A directory of the host, or a named volume of the engine, that a pet sees at a path.
 *
 * @param source an absolute host path, or a volume's name
 */
public record Volume(String source, ContainerPath target, boolean readOnly) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]+");

    /**
     * Reads {@code SOURCE[:TARGET[:ro|rw]]}; the target is the source's own path where it is left out.
     *
     * @throws InvalidVolume when it is something else, or nothing that a pet can have
     */
    public static Volume parse(String text) {
        return read(text, VolumeTarget::parse);
    }

    /** Reads what a pet was made with, when there may have been other rules. */
    static Volume recorded(String text) {
        return read(text, ContainerPath::of);
    }

    private static Volume read(String text, Function<String, ContainerPath> place) {
        var parts = text.split(":", -1);
        var source = parts[0];
        if (parts.length > 3 || source.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw InvalidVolume.malformed(text);
        }
        boolean path = source.startsWith("/");
        if (!path && (source.contains("/") || source.startsWith(".") || source.startsWith("~"))) {
            throw InvalidVolume.relativeSource(source);
        }
        if (!path && (parts.length == 1 || !NAME.matcher(source).matches())) {
            throw InvalidVolume.malformed(text);
        }
        var mode = parts.length > 2 ? parts[2] : "rw";
        if (!mode.matches("ro|rw")) {
            throw InvalidVolume.unknownOption(mode);
        }
        return new Volume(source, place.apply(parts.length > 1 ? parts[1] : source), mode.equals("ro"));
    }

    /** {@return whether the source is a path of the host} */
    public boolean isHostPath() {
        return source.startsWith("/");
    }

    @Override
    public String toString() {
        return source + ":" + target + (readOnly ? ":ro" : "");
    }
}
