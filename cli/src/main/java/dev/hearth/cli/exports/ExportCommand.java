package dev.hearth.cli.exports;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.exports.Export;
import dev.hearth.exports.ExportKind;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth export}. */
@Command(
        name = "export",
        description = "Make programs, apps and services of a pet available on the host.",
        footer = {
            "",
            "A program becomes a command in ~/.local/bin, an app an entry of the desktop's menu, a service a",
            "unit of your systemd. `hearth unexport` takes them back; so does removing the pet.",
            "",
            "Examples:",
            "  hearth export bin gcc gdb clangd",
            "  hearth export bin -c trixie python3 --as python3.13",
            "  hearth export app gedit",
            "  hearth export app --pet",
            "  hearth export service redis-server",
            "  hearth export --list"
        })
public final class ExportCommand implements Callable<Integer> {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("KIND", Row::kind),
            Column.of("NAME", Row::name),
            Column.of("PET", Row::pet),
            Column.of("SOURCE", Row::source),
            Column.of("FILE", Row::file)));

    private final Exporting exporting;
    private final PetSelection selection;
    private final Each each;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "app, bin or service.")
    private @Nullable ExportKind kind;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "A program's name or path, an app's id or name, or a service's unit.")
    private List<String> names = List.of();

    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "The pet; else the directory's, the default or the only one.")
    private @Nullable PetName pet;

    @Option(names = "--as", paramLabel = "NAME", description = "What it is called on the host.")
    private @Nullable String as;

    @Option(names = "--pet", description = "With app: the pet itself, as a terminal in it.")
    private boolean terminal;

    @Option(names = "--list", description = "List what is exported; with -c, of one pet.")
    private boolean list;

    @Mixin
    private FormatOption format;

    public ExportCommand(
            Exporting exporting, PetSelection selection, Each each, ConsoleNarrator narrator, Output output) {
        this.exporting = exporting;
        this.selection = selection;
        this.each = each;
        this.narrator = narrator;
        this.output = output;
    }

    /**
     * One export; the components are the JSON contract.
     *
     * @param kind app, bin or service
     * @param name by which it is called, and taken back
     * @param pet whose it is
     * @param source what of the pet it is: a program's path, an app's id, a unit's name; empty for the pet itself
     * @param file that makes it available on the host
     */
    record Row(String kind, String name, String pet, String source, String file) {}

    @Override
    public Integer call() {
        if (list) {
            return list();
        }
        var meant = wellFormed();
        var name = selection.require(pet).name();
        if (terminal) {
            tell(exporting.terminal(name));
            return ExitStatus.OK;
        }
        int status = each.run(names, wanted -> tell(exporting.export(meant, name, wanted, as)));
        if (meant == ExportKind.BIN) {
            exporting.pathProblem().ifPresent(narrator::warning);
        }
        return status;
    }

    private int list() {
        if (kind != null || terminal || as != null) {
            throw ExportMisuse.listAndMore();
        }
        var rows = exporting.exports().list().stream()
                .filter(export -> pet == null || export.pet().equals(pet))
                .map(ExportCommand::row)
                .toList();
        output.list(format.format(), "exports", rows, TABLE);
        return ExitStatus.OK;
    }

    private ExportKind wellFormed() {
        if (kind == null) {
            throw ExportMisuse.noKind();
        }
        if (terminal && (kind != ExportKind.APP || !names.isEmpty() || as != null)) {
            throw ExportMisuse.petAndMore();
        }
        if (!terminal && names.isEmpty()) {
            throw ExportMisuse.noName(kind);
        }
        if (as != null && names.size() > 1) {
            throw ExportMisuse.severalAsOne();
        }
        return kind;
    }

    private void tell(Export export) {
        narrator.confirm("%s of '%s' is '%s' now".formatted(description(export), export.pet(), export.file()));
    }

    private static String description(Export export) {
        return switch (export.kind()) {
            case APP -> export.source().isEmpty() ? "A terminal" : "The app '" + export.source() + "'";
            case BIN -> "The program '" + export.source() + "'";
            case SERVICE -> "The service '" + export.source() + "'";
        };
    }

    private static Row row(Export export) {
        return new Row(
                export.kind().word(),
                export.name(),
                export.pet().value(),
                export.source(),
                export.file().toString());
    }
}
