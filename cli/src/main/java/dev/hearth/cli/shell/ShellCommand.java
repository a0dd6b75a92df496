package dev.hearth.cli.shell;

import dev.hearth.cli.completion.Offers;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Errors;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.screen.HearthCalls;
import dev.hearth.cli.screen.NeedsTerminal;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.Terminals;
import dev.hearth.pets.PetName;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code hearth shell}. */
@Command(
        name = "shell",
        description = "Open a prompt for hearth's commands, with completion and a history.",
        footer = {
            "",
            "Each line is a command as behind `hearth`. The tab key completes it, the arrows bring earlier",
            "lines back, Ctrl-C gives a line up, and `exit` or Ctrl-D ends. The prompt shows the default pet,",
            "and the status of a command that failed. A line that begins with a blank is not kept.",
            "",
            "Examples:",
            "  hearth shell",
            "  hearth --engine=podman shell"
        })
public final class ShellCommand implements Callable<Integer> {
    private static final String NAME = "shell";
    private static final Set<String> ENDS = Set.of("exit", "quit", "logout");
    private static final long LARGEST_HISTORY = 1024 * 1024;

    private final HearthCalls hearth;
    private final Offers offers;
    private final Supplier<Optional<PetName>> pet;
    private final PrivateDirectory state;
    private final Environment environment;
    private final Terminals terminals;
    private final ConsolePrompt prompt;
    private final Errors errors;

    /**
     * Opens a prompt.
     *
     * @param pet the default pet, as it is by now
     * @param state where the history is kept
     */
    public ShellCommand(
            HearthCalls hearth,
            Offers offers,
            Supplier<Optional<PetName>> pet,
            PrivateDirectory state,
            Environment environment,
            Terminals terminals,
            ConsolePrompt prompt,
            Errors errors) {
        this.hearth = hearth;
        this.offers = offers;
        this.pet = pet;
        this.state = state;
        this.environment = environment;
        this.terminals = terminals;
        this.prompt = prompt;
        this.errors = errors;
    }

    @Override
    public Integer call() {
        if (environment.get(HearthCalls.WITHIN).filter(NAME::equals).isPresent()) {
            throw new ShellInShell();
        }
        if (!terminals.canAsk() || !terminals.output()) {
            throw new NeedsTerminal(
                    "hearth shell", "A script calls one command after the other, such as `hearth list`.");
        }
        try (var lines = lines()) {
            return converse(lines);
        }
    }

    int converse(Lines lines) {
        int status = ExitStatus.OK;
        while (true) {
            var line = lines.read(HearthLine.prompt(pet(), status));
            if (line.isEmpty()) {
                return status;
            }
            var read = Words.of(line.get());
            var words = HearthLine.of(read.whole(line.get()));
            if (words.isEmpty()) {
                status = ExitStatus.OK;
            } else if (words.size() == 1 && ENDS.contains(words.getFirst())) {
                return status;
            } else {
                status = read.open() ? errors.report(new UnclosedQuote()) : run(words);
            }
        }
    }

    private String pet() {
        try {
            return pet.get().map(PetName::value).orElse("");
        } catch (Failure broken) {
            // A configuration that cannot be read is told by the commands that need it.
            return "";
        }
    }

    private int run(List<String> words) {
        try {
            return hearth.attached(NAME, words);
        } catch (Failure.Cancelled ended) {
            // Hearth itself is to end.
            throw ended;
        } catch (Failure failure) {
            return errors.report(failure);
        }
    }

    private Lines lines() {
        return Colors.isCapable(environment) ? new EditedLines(environment, offers, history()) : new PlainLines(prompt);
    }

    private @Nullable Path history() {
        try {
            var file = state.prepared().resolve("shell-history");
            PrivateFiles.log(file, LARGEST_HISTORY);
            return file;
        } catch (Failure | UncheckedIOException e) {
            // A prompt without a history is better than none.
            return null;
        }
    }
}
