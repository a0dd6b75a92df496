package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the build has packaged, and older packages that are made of it. */
final class BuiltPackages {
    /** A version before all that are built. */
    static final String OLDER = "0.0.1";

    /** What an older hearth had, and this one has not. */
    static final String GONE = "usr/lib/hearth/lib/gone-0.0.1.jar";

    private static final Path DIRECTORY = Path.of("target/packages").toAbsolutePath();
    private static final Duration LONG = Duration.ofMinutes(5);

    private BuiltPackages() {}

    /** {@return the package whose name ends so} */
    static Path ending(String suffix) {
        try (var packages = Files.list(DIRECTORY)) {
            return packages.filter(each -> each.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            Needed.that(false, "There are no packages; ./verify --packages builds them");
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an older hearth of the files that a package has put below a directory. */
    static void age(Path tree) throws IOException {
        Files.writeString(tree.resolve("usr/lib/hearth/lib/texts/version"), "hearth " + OLDER + "\n");
        Files.writeString(tree.resolve(GONE), "");
    }

    /** {@return what a program wrote, which must succeed} */
    static String run(String... words) {
        return new Programs(System.getenv())
                .run(LONG, Path.of("/"), List.of(words))
                .succeeded();
    }
}
