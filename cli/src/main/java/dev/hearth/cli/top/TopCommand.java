package dev.hearth.cli.top;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.output.Table;
import dev.hearth.cli.screen.HearthCalls;
import dev.hearth.cli.screen.NeedsTerminal;
import dev.hearth.cli.screen.Screen;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.text.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth top}. */
@Command(
        name = "top",
        description = "Show what pets and the base take, live, with keys to enter, stop, save and roll back.",
        footer = {
            "",
            "CPU is percent of one processor; – stands where nobody can tell, as with a Podman that has no",
            "control groups. With --once, and for programs, it looks twice within a second and ends.",
            "",
            "Examples:",
            "  hearth top",
            "  hearth top --interval=5",
            "  hearth top --once --format=json"
        })
public final class TopCommand implements Runnable {
    private static final int SLOWEST = 3600;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Table<TopView.PetUse> TABLE = Table.of(List.of(
            Column.of("NAME", TopView.PetUse::name),
            Column.of("STATE", TopView.PetUse::state)
                    .styled((colors, pet, text) -> pet.runs() ? colors.green(text) : colors.dim(text)),
            Column.of("CPU", pet -> TopScreen.percent(pet.processor())),
            Column.of("MEMORY", pet -> TopScreen.size(pet.memory())),
            Column.of("DISK", pet -> TopScreen.size(pet.disk())),
            Column.of("UPDATE", pet -> String.join(", ", pet.updates())),
            Column.of("IMAGE", TopView.PetUse::image)));

    private final TopSources sources;
    private final HearthCalls hearth;
    private final Environment environment;
    private final Terminals terminals;
    private final ConsolePrompt prompt;
    private final Supplier<Colors> colors;
    private final Output output;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "Look every so many seconds.")
    private int interval;

    @Option(names = "--once", description = "Look once, print it and end.")
    private boolean once;

    @Mixin
    private FormatOption format;

    public TopCommand(
            TopSources sources,
            HearthCalls hearth,
            Environment environment,
            Terminals terminals,
            ConsolePrompt prompt,
            Supplier<Colors> colors,
            Output output) {
        this.sources = sources;
        this.hearth = hearth;
        this.environment = environment;
        this.terminals = terminals;
        this.prompt = prompt;
        this.colors = colors;
        this.output = output;
    }

    @Override
    public void run() {
        if (interval < 1 || interval > SLOWEST) {
            throw new InvalidInterval(interval);
        }
        if (once || format.format() == Format.JSON) {
            print();
            return;
        }
        if (!terminals.canAsk() || !terminals.output() || !Colors.isCapable(environment)) {
            throw new NeedsTerminal(
                    "hearth top", "`hearth top --once` prints one look, with `--format=json` for programs.");
        }
        // No engine, or no right to use it, is better told before the screen is taken.
        var _ = sources.pets().get();
        try (var monitor = new Monitor(sources, Duration.ofSeconds(interval));
                var screen = Screen.open(environment)) {
            new LiveTop(screen, monitor, hearth, prompt, colors).run();
        }
    }

    private void print() {
        var view = look();
        output.page(format.format(), view, TopCommand::beginning);
        var pets = view.pets();
        if (format.format() == Format.TABLE && pets != null && !pets.isEmpty()) {
            output.list(Format.TABLE, "pets", pets, TABLE);
        }
    }

    private TopView look() {
        var slower = sources.slower();
        try {
            var earlier = sources.moment();
            Thread.sleep(BETWEEN);
            return new Comparison(earlier, sources.moment(), slower).view();
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        } catch (Failure.Unavailable | Failure.Denied failure) {
            return new TopView(TopView.Base.NOTHING, null, failure.message());
        }
    }

    private static List<String> beginning(TopView view, Page page) {
        var lines = new ArrayList<String>();
        lines.add(page.colors().bold("Base:") + " " + Printable.line(TopScreen.baseText(view.base())));
        view.base().updates().forEach(wait -> lines.add("  " + page.colors().yellow(Printable.line(wait))));
        lines.add("");
        if (view.petsProblem() != null) {
            lines.add(page.colors().bold("Pets:") + " " + Printable.line(view.petsProblem()));
        }
        return lines;
    }
}
