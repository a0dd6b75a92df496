package dev.hearth.cli.pets;

import dev.hearth.bridge.BridgeLog;
import dev.hearth.bridge.HostCall;
import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.pets.LinkChange;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Variable;
import dev.hearth.session.Handover;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth host}, as the host has it; the in-pet half has one of its own that reaches this one. */
@picocli.CommandLine.Command(
        name = "host",
        description = "Run a command on the host, from inside a pet.",
        footer = {
            "",
            "The command has the caller's terminal, streams, signals and directory, and its exit status is",
            "hearth's; 125 means that the host was not reached, 126 that the command cannot be or may not be",
            "run, 127 that there is none. On the host itself it is run as it is, so that scripts work on both",
            "sides.",
            "",
            "Pets that share the home may run everything, unless `host-commands` in the configuration lists",
            "the paths of what they may. For them such a list prevents mistakes: who may write to the home, or",
            "reaches the session's bus, has other ways. Pets with another home may run what is listed for each",
            "by its name below `pets`, and nothing else.",
            "",
            "Examples:",
            "  hearth host systemctl --user status",
            "  hearth host --directory /srv --env DEBUG=1 make",
            "  hearth host --link podman      # from now on `podman` in the pet is the host's",
            "  hearth host --log --format=json"
        })
public final class HostCommand implements Callable<Integer> {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.time("ENDED", Row::ended),
            Column.of("PET", Row::pet),
            Column.of("STATUS", row -> Integer.toString(row.status())),
            Column.of("COMMAND", row -> String.join(" ", row.command()))));

    private final HostLinks links;
    private final BridgeLog log;
    private final Departure departure;
    private final Environment callers;
    private final Output output;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where to run it; else here, or in the home where the host has no such directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--env",
            paramLabel = "NAME[=VALUE]",
            description = "Hand on a variable, besides TERM, COLORTERM, LANG and LC_*; repeatable.")
    private List<String> variables = List.of();

    @Option(names = "--link", paramLabel = "NAME", description = "Have NAME in the pet run the host's; repeatable.")
    private List<String> linked = List.of();

    @Option(names = "--unlink", paramLabel = "NAME", description = "Remove such a link; repeatable.")
    private List<String> unlinked = List.of();

    @Option(names = "--links", description = "Show the links.")
    private boolean list;

    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "The pet with the links; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Option(names = "--log", description = "Show what pets had run on the host.")
    private boolean showLog;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command with its arguments.")
    private List<String> command = List.of();

    public HostCommand(HostLinks links, BridgeLog log, Departure departure, Environment callers, Output output) {
        this.links = links;
        this.log = log;
        this.departure = departure;
        this.callers = callers;
        this.output = output;
    }

    /**
     * A command that a pet had run on the host; the components are the JSON contract.
     *
     * @param ended when it ended, or was refused
     * @param pet who called for it
     * @param command its words
     * @param status its exit status; 125, 126 or 127 also where it was not run
     */
    record Row(Instant ended, String pet, List<String> command, int status) {}

    @Override
    public Integer call() {
        boolean aboutLinks = list || !linked.isEmpty() || !unlinked.isEmpty();
        if ((showLog ? 1 : 0) + (aboutLinks ? 1 : 0) + (command.isEmpty() ? 0 : 1) != 1) {
            throw ConflictingOptions.oneThingOnTheHost();
        }
        if (!command.isEmpty()) {
            return departure.leave(handover());
        }
        if (showLog) {
            output.list(
                    format.format(),
                    "calls",
                    log.calls().stream().map(HostCommand::row).toList(),
                    TABLE);
        } else {
            if (!linked.isEmpty() || !unlinked.isEmpty()) {
                links.change(pet, new LinkChange(linked, unlinked));
            }
            if (list) {
                output.untrusted(links.list(pet));
            }
        }
        return 0;
    }

    private Handover handover() {
        var line = "cd -- \"$0\" && exec \"$@\"";
        var handover =
                Handover.of(Command.of("sh", "-c", line, directory.toString())).withTail(command.size());
        for (var text : variables) {
            var variable = Variable.parse(text, callers);
            handover = handover.withExport(variable.name(), variable.value());
        }
        return handover;
    }

    private static Row row(HostCall call) {
        return new Row(call.time(), call.pet(), call.command(), call.status());
    }
}
