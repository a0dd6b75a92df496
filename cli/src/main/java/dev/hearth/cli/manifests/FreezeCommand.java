package dev.hearth.cli.manifests;

import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.manifests.Freezing;
import dev.hearth.manifests.LockFile;
import dev.hearth.manifests.ManifestReader;
import dev.hearth.pets.PetName;
import dev.hearth.projects.Allowances;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth freeze}. */
@Command(
        name = "freeze",
        description = "Write a hearth.yaml of pets that are there.",
        footer = {
            "",
            "Beside it a hearth.lock says what the pets consist of: images by their digests, packages by",
            "their versions. `hearth apply --locked` holds new pets to that. What hooks did is part of",
            "the pets, but not of the file.",
            "",
            "Examples:",
            "  hearth freeze",
            "  hearth freeze dev --file=~/src/web/hearth.yaml",
            "  hearth freeze dev --dry-run"
        })
public final class FreezeCommand implements Runnable {
    private final Supplier<Freezing> freezing;
    private final Allowances allowances;
    private final Path directory;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..*", description = "The pets; else all.")
    private List<PetName> names = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "Write this file; else the hearth.yaml here.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Print the file instead of writing it.")
    private boolean dryRun;

    public FreezeCommand(
            Supplier<Freezing> freezing,
            Allowances allowances,
            Path directory,
            ConsoleNarrator narrator,
            Consent consent,
            Output output) {
        this.freezing = freezing;
        this.allowances = allowances;
        this.directory = directory;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public void run() {
        var frozen = freezing.get().freeze(names);
        if (dryRun) {
            output.lines(frozen.manifest().lines().toList());
            return;
        }
        var target = directory.resolve(file == null ? Path.of(ManifestReader.FILE) : file);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            consent.to(List.of(), "Replace '%s' and its lock file?".formatted(target));
        }
        PrivateFiles.write(LockFile.of(target), frozen.lock().text());
        PrivateFiles.write(target, frozen.manifest());
        // Who has it written knows what is in it.
        allowances.allow(ProjectFile.read(target));
        narrator.confirm("'%s' and '%s' are written".formatted(target, LockFile.of(target)));
    }
}
