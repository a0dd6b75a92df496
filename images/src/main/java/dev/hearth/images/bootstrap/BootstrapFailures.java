package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.catalogue.ImageChoice;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells from what a program printed why it failed. */
final class BootstrapFailures {
    private static final Pattern NO_SPACE = Pattern.compile(
            "no space left on device|enough free (disk )?space|disk quota exceeded|needs? .* more space");
    private static final Pattern UNREACHABLE = Pattern.compile(
            "could not resolve|temporary failure resolving|could not connect|cannot initiate the connection"
                    + "|connection (failed|timed out|refused)|unable to connect|failed to fetch"
                    + "|does not have a release file|curl error|cannot download|failed to download metadata"
                    + "|no urls in mirrorlist|all mirrors were tried");
    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]+@");

    private BootstrapFailures() {}

    /**
     * Returns the failure to throw.
     *
     * @param lines all that the program printed
     * @param where the directory in which it worked
     */
    static Failure of(String tool, int status, List<String> lines, ImageChoice choice, Path where) {
        if (first(lines, found(NO_SPACE)).isPresent()) {
            return new NoSpaceForBootstrap(where);
        }
        var unreachable = first(lines, found(UNREACHABLE));
        if (unreachable.isPresent()) {
            return new MirrorUnreachable(choice.distribution().name(), plain(unreachable.get()));
        }
        var telling = first(lines, BootstrapFailures::isError)
                .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((_, last) -> last));
        return new BootstrapFailed(
                tool, status, telling.map(BootstrapFailures::plain).orElse(""));
    }

    /** Tells whether hearth itself could not write a file for want of space. */
    static boolean isFullDisk(UncheckedIOException e) {
        return NO_SPACE.matcher(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
                .find();
    }

    private static boolean isError(String line) {
        // mmdebstrap's own last words only say that a step failed, and not why.
        return (line.startsWith("E: ") && !line.startsWith("E: mmdebstrap") && !line.contains(" failed to run"))
                || line.startsWith("Error: ");
    }

    private static Predicate<String> found(Pattern pattern) {
        return line -> pattern.matcher(line.toLowerCase(Locale.ROOT)).find();
    }

    private static Optional<String> first(List<String> lines, Predicate<String> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }

    private static String plain(String line) {
        var text = line.strip().replaceFirst("^(E|W|Err|Error): ?", "");
        return CREDENTIALS.matcher(text).replaceAll("://");
    }
}
