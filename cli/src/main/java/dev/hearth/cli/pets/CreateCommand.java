package dev.hearth.cli.pets;

import dev.hearth.cli.output.Output;
import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
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
            "With --from-base, its root is that of the machine's own base, with the defaults of its",
            "configuration: a debugger in it reads the host's binaries, and what is installed in it stays there.",
            "",
            "With --devcontainer, it is what a project's devcontainer.json asks for, as far as hearth does",
            "that; --dry-run lists the rest. The file has to be allowed (`hearth trust`), and each thing in",
            "it that reaches beyond the project is asked about: a command on the host, mounts and runArgs.",
            "`hearth enter` in the project enters the pet.",
            "",
            "Examples:",
            "  hearth create",
            "  hearth create web --distro=fedora --package=nodejs",
            "  hearth create toolbox --from-base --package=gdb",
            "  hearth create --devcontainer=src/web --dry-run",
            "  hearth create db --init --unshare=net --publish=5432:5432 --dry-run"
        })
public final class CreateCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Supplier<Settings> settings;
    private final Environment callers;
    private final Narrator narrator;
    private final Prompt prompt;
    private final Output output;
    private final PetBase base;
    private final ProjectPet project;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Its name; by default such as debian-12.")
    private @Nullable PetName name;

    @Mixin
    private CreateOptions options;

    @Option(names = "--from-base", description = "Make it of the base: the host's own packages and versions.")
    private boolean fromBase;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "With --from-base, mean the ostree sysroot in a directory.")
    private @Nullable Path sysroot;

    @Option(
            names = "--devcontainer",
            paramLabel = "DIR",
            arity = "0..1",
            description = "Make it what a project's devcontainer.json asks for.")
    private @Nullable Path devcontainer;

    @Option(
            names = "--allow",
            paramLabel = "WHAT",
            description = "With --devcontainer, allow this of what would be asked about.")
    private List<String> allowed = List.of();

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    public CreateCommand(
            Supplier<Pets> pets,
            Supplier<Settings> settings,
            Environment callers,
            Narrator narrator,
            Prompt prompt,
            Output output,
            PetBase base,
            ProjectPet project) {
        this.pets = pets;
        this.settings = settings;
        this.callers = callers;
        this.narrator = narrator;
        this.prompt = prompt;
        this.output = output;
        this.base = base;
        this.project = project;
    }

    @Override
    public void run() {
        if (sysroot != null && !fromBase) {
            throw ConflictingOptions.sysrootWithoutBase();
        }
        if (devcontainer == null && !allowed.isEmpty()) {
            throw ConflictingOptions.allowedForNothing();
        }
        if (devcontainer != null) {
            ofProject(devcontainer);
            return;
        }
        var tree = fromBase ? base.tree(sysroot) : null;
        var request = options.request(name, tree == null ? null : tree.reference(), settings.get(), callers);
        if (dryRun) {
            output.lines(plan(request));
            return;
        }
        var made = pets.get();
        if (tree != null) {
            base.images().ensure(tree, narrator);
        }
        made.creations().create(request, narrator, prompt);
    }

    private void ofProject(Path directory) {
        if (fromBase) {
            throw ConflictingOptions.projectAndImage();
        }
        var asked = options.besidesProject(name, callers);
        if (dryRun) {
            output.lines(project.plan(directory, asked));
        } else {
            project.make(directory, asked, allowed);
        }
    }

    private List<String> plan(CreateRequest request) {
        var lines = new ArrayList<String>();
        for (var step : pets.get().creations().plan(request)) {
            lines.add("%d. %s".formatted(lines.size() + 1, step.line()));
        }
        return lines;
    }
}
