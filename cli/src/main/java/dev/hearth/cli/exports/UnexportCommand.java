package dev.hearth.cli.exports;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.exports.ExportKind;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth unexport}. */
@Command(
        name = "unexport",
        description = "Take back what was exported to the host.",
        footer = {"", "Examples:", "  hearth unexport bin gcc gdb", "  hearth unexport app -c dev gedit"})
public final class UnexportCommand implements Callable<Integer> {
    private final Exporting exporting;
    private final Each each;
    private final ConsoleNarrator narrator;

    @Parameters(index = "0", paramLabel = "KIND", description = "app, bin or service.")
    private ExportKind kind;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "EXPORT",
            description = "The names, as `hearth export --list` shows them.")
    private List<String> names = List.of();

    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "Only exports of this pet.")
    private @Nullable PetName pet;

    public UnexportCommand(Exporting exporting, Each each, ConsoleNarrator narrator) {
        this.exporting = exporting;
        this.each = each;
        this.narrator = narrator;
    }

    @Override
    public Integer call() {
        return each.run(
                names,
                name -> exporting
                        .remove(kind, name, pet)
                        .forEach(export -> narrator.confirm("'%s' is gone".formatted(export.file()))));
    }
}
