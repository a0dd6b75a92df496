package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;

/**
 * A directory of the host, or a named volume of the engine, that a pet sees at a path.
 *
 * @param source an absolute host path, or a volume's name
 */
public record Volume(String source, ContainerPath target, boolean readOnly) {

    /**
     * Reads {@code SOURCE[:TARGET[:ro|rw]]}; the target is the source's own path where it is left out.
     *
     * @throws InvalidVolume when it is something else
     */
    public static Volume parse(String text) {
        var parts = text.split(":", -1);
        var source = parts[0];
        var target = parts.length > 1 ? parts[1] : source;
        var mode = parts.length > 2 ? parts[2] : "rw";
        boolean sourceFits = source.startsWith("/") || source.matches("[A-Za-z0-9][A-Za-z0-9_.-]+");
        boolean printable = text.chars().noneMatch(Character::isISOControl);
        if (parts.length > 3 || !sourceFits || !printable || !target.startsWith("/") || !mode.matches("ro|rw")) {
            throw new InvalidVolume(text);
        }
        return new Volume(source, ContainerPath.of(target), mode.equals("ro"));
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
