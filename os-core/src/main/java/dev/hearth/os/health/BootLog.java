package dev.hearth.os.health;

import dev.hearth.core.files.DurableFiles;
import dev.hearth.os.DeploymentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which boots of which deployments have begun, a line for each: the script that runs first in a boot appends to it, before
 * anything can go wrong.
 */
final class BootLog {
    private static final Pattern LINE = Pattern.compile("([0-9a-f-]{36}) (\\S+)");

    private final Path file;

    BootLog(Path directory) {
        this.file = directory.resolve("boots");
    }

    /** A boot that has begun. */
    record Boot(String id, String deployment) {
        private static Optional<Boot> parse(String line) {
            return Optional.of(LINE.matcher(line))
                    .filter(matcher -> matcher.matches())
                    .map(matcher -> new Boot(matcher.group(1), matcher.group(2)));
        }

        private String line() {
            return id + " " + deployment + "\n";
        }
    }

    /** {@return all boots that are counted; a line that the power failed in is none} */
    List<Boot> boots() {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.lines()
                    .flatMap(line -> Boot.parse(line).stream())
                    .distinct()
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return in how many boots a deployment was tried, but for one} */
    int triesBefore(String boot, DeploymentId deployment) {
        return (int) boots().stream()
                .filter(each -> each.deployment().equals(deployment.toString()))
                .filter(each -> !each.id().equals(boot))
                .count();
    }

    /** Counts a boot, where the script could not. */
    void count(String boot, DeploymentId deployment) {
        var counted = new Boot(boot, deployment.toString());
        if (!boots().contains(counted)) {
            keep(_ -> true, counted.line());
        }
    }

    /** Counts anew from now on. */
    void forget(Predicate<String> deployments) {
        if (boots().stream().map(Boot::deployment).anyMatch(deployments)) {
            keep(boot -> !deployments.test(boot.deployment()), "");
        }
    }

    private void keep(Predicate<Boot> kept, String more) {
        var text = new StringBuilder();
        boots().stream().filter(kept).map(Boot::line).forEach(text::append);
        DurableFiles.write(file, text + more);
    }
}
