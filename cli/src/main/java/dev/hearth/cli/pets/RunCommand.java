package dev.hearth.cli.pets;

import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth run}. */
@Command(
        name = "run",
        description = "Run a command in a pet.",
        footer = {
            "",
            "Everything from the first word on is the command. Its exit status is hearth's; 125 means that",
            "hearth failed before, 126 that the command cannot be run, 127 that there is none.",
            "",
            "Examples:",
            "  hearth run make -j4",
            "  hearth run -c dev gdb ./a.out",
            "  tar c . | hearth run -c dev tar t"
        })
public final class RunCommand implements Callable<Integer>, RunsInPet {
    private final Entry entry;
    private final Departure departure;
    private final Supplier<Settings> settings;
    private final Environment callers;

    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "The pet; else the directory's, the default or the only one.")
    private @Nullable PetName pet;

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The command with its arguments.")
    private List<String> command = List.of();

    public RunCommand(Entry entry, Departure departure, Supplier<Settings> settings, Environment callers) {
        this.entry = entry;
        this.departure = departure;
        this.settings = settings;
        this.callers = callers;
    }

    @Override
    public Integer call() {
        var defaults = new CreateOptions();
        return departure.leave(entry.open(pet, name -> defaults.request(name, settings.get(), callers), command));
    }
}
