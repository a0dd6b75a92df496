package dev.hearth.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("UnusedVariable") // The command line sets them, and nobody asks.
class OffersTest {
    @TempDir
    Path directory;

    @Test
    void offersCommandsAndThoseOfGroups() {
        assertThat(words()).containsExactly("show", "image");
        assertThat(words("image")).containsExactly("rm");
        assertThat(words("--color", "never")).containsExactly("show", "image");
    }

    @Test
    void offersOptionsAndTheirValues() {
        assertThat(offered("--", "show")).containsExactly("--format", "--color");
        assertThat(words("show", "--format")).containsExactly("table", "json");
        assertThat(offered("--format=j", "show")).containsExactly("--format=table", "--format=json");
        assertThat(words("--color")).containsExactly("auto", "always", "never");
    }

    @Test
    void offersFiles() throws IOException {
        Files.createDirectories(directory.resolve("src/main"));
        Files.writeString(directory.resolve("src/notes"), "");

        assertThat(offered("src/", "image", "rm")).containsExactly("src/main/", "src/notes");
        assertThat(offered("gone/", "image", "rm")).isEmpty();
    }

    @Test
    void offersNothingWhereNothingIsKnown() {
        assertThat(words("show", "x", "--unknown")).isEmpty();
    }

    private List<String> words(String... before) {
        return offered("", before);
    }

    private List<String> offered(String word, String... before) {
        var program = new CommandLine(new Program())
                .addSubcommand(new Show())
                .addSubcommand(new CommandLine(new Image()).addSubcommand(new Remove()));
        var names = new Names(new Nobody<>(), new Nobody<>(), new Nobody<>(), new Nobody<>(), new Nobody<>());
        return new Offers(() -> program, names, directory)
                .of(List.of(before), word).stream().map(Offers.Offer::word).toList();
    }

    /** Is not to be asked. */
    private record Nobody<T>() implements Supplier<T> {
        @Override
        public T get() {
            throw new IllegalStateException("nobody was to be asked");
        }
    }

    @Command(name = "hearth", description = "All.")
    private static final class Program {
        @Option(names = "--color", paramLabel = "WHEN", description = "Colours.")
        private String color = "";
    }

    @Command(name = "show", description = "Shows.")
    private static final class Show {
        @Parameters(paramLabel = "NAME", arity = "0..1", description = "What.")
        private String name = "";

        @Option(names = "--format", paramLabel = "FORMAT", description = "How.")
        private String format = "";
    }

    @Command(name = "image", description = "Images.")
    private static final class Image {}

    @Command(name = "rm", description = "Removes.")
    private static final class Remove {
        @Parameters(paramLabel = "FILE", description = "What.")
        private String file = "";
    }
}
