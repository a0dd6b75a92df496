package dev.hearth.cli.pets;

import dev.hearth.cli.output.Output;
import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth create}. */
@Command(
        name = "create",
        description = "Make a pet and leave it running.",
        footer = {
            "",
            "What is not asked for comes from the configuration, or matches this host.",
            "",
            "With another home than yours, a pet has no access to your home, your session,",
            "your agents and the host's processes and devices. It shares the host's network",
            "and abstract sockets; --unshare=net closes these. On a rootful engine, or with",
            "--init, this is not a security boundary: root in the pet could be root here.",
            "",
            "Examples:",
            "  hearth create",
            "  hearth create web --distro=fedora --package=nodejs",
            "  hearth create db --init --unshare=net --publish=5432:5432 --dry-run"
        })
public final class CreateCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Supplier<Settings> settings;
    private final Environment callers;
    private final Narrator narrator;
    private final Prompt prompt;
    private final Output output;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Its name; by default such as debian-12.")
    private @Nullable PetName name;

    @Mixin
    private CreateOptions options;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    public CreateCommand(
            Supplier<Pets> pets,
            Supplier<Settings> settings,
            Environment callers,
            Narrator narrator,
            Prompt prompt,
            Output output) {
        this.pets = pets;
        this.settings = settings;
        this.callers = callers;
        this.narrator = narrator;
        this.prompt = prompt;
        this.output = output;
    }

    @Override
    public void run() {
        var request = options.request(name, settings.get(), callers);
        if (dryRun) {
            output.lines(plan(request));
        } else {
            pets.get().create(request, narrator, prompt);
        }
    }

    private List<String> plan(CreateRequest request) {
        var lines = new ArrayList<String>();
        for (var step : pets.get().planCreate(request)) {
            lines.add("%d. %s".formatted(lines.size() + 1, step.line()));
        }
        return lines;
    }
}
