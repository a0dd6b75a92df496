package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of the host, or a named volume of the engine, that a pet sees at a path.
 *
 * @param source an absolute host path, or a volume's name
 */
public record Volume(String source, ContainerPath target, boolean readOnly) {
    private static final List<Path> TAKEN = Stream.of(
                    "/proc", "/sys", "/dev", "/run/host", "/run/hearth", "/usr/libexec/hearth")
            .map(Path::of)
            .toList();

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
        if (parts.length > 3 || !sourceFits || !printable || !mode.matches("ro|rw") || !isFree(target)) {
            throw new InvalidVolume(text);
        }
        return new Volume(source, ContainerPath.of(target), mode.equals("ro"));
    }

    /** Some places belong to the kernel, to the engine or to hearth. */
    private static boolean isFree(String target) {
        var path = Path.of(target).normalize();
        return path.isAbsolute()
                && !target.contains("..")
                && path.getNameCount() > 0
                && TAKEN.stream().noneMatch(path::startsWith);
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
