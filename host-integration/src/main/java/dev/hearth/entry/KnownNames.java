package dev.hearth.entry;

import dev.hearth.core.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The names of the caller's pets, for the launcher to offer to who presses the tab key. */
public final class KnownNames {
    /** No pet can be called that. */
    private static final String FILE = ".names";

    private final PlanDirectory directory;
    private final EngineWords choice;
    private final Path root;

    /**
     * Keeps them beside the plans.
     *
     * @param root {@code /} but for tests
     */
    public KnownNames(PlanDirectory directory, EngineWords choice, Path root) {
        this.directory = directory;
        this.choice = choice;
        this.root = root;
    }

    /** Keeps all names that there are now; the launcher takes them for true for some minutes. */
    public void keep(List<String> names) {
        try {
            if (directory.isOfUse() && choice.isOneLine()) {
                var lines = names.stream().map(name -> "name " + name + "\n").collect(Collectors.joining());
                directory.write(
                        FILE, "hearth-names 1\nchoice %s\nat %s\n%sgo\n".formatted(choice.text(), uptime(), lines));
            }
        } catch (Failure | UncheckedIOException | IOException _) {
            // Without them, Java is asked the next time, too.
        }
    }

    /** Forgets them, once they are not true any more. */
    public void forget() {
        directory.delete(FILE);
    }

    /** Whole seconds since the machine started, which nobody sets to another time. */
    private String uptime() throws IOException {
        var text = Files.readString(root.resolve("proc/uptime"));
        return text.substring(0, text.indexOf('.'));
    }
}
