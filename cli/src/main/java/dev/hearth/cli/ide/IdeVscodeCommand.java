package dev.hearth.cli.ide;

import dev.hearth.cli.pets.PetSelection;
import dev.hearth.core.process.Processes;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.vscode.Editor;
import dev.hearth.ide.vscode.Editors;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth ide vscode}. */
@Command(
        name = "vscode",
        description = "Give a pet a terminal in VS Code or its kin, and open a directory in it.",
        footer = {
            "",
            "EDITOR is code, vscodium, cursor or code-server; by default the first of these that you use.",
            "With DIR, the editor opens that directory in the pet, by its extension for containers.",
            "",
            "Examples:",
            "  hearth ide vscode dev",
            "  hearth ide vscode dev ~/src/project",
            "  hearth ide vscode --for=vscodium dev --remove"
        })
public final class IdeVscodeCommand implements Runnable {
    private final Supplier<Editors> editors;
    private final Supplier<HearthCall> call;
    private final PetSelection selection;
    private final Processes processes;
    private final Path workingDirectory;
    private final IdePlans plans;

    @Mixin
    private IdePet pet;

    @Parameters(index = "1", paramLabel = "DIR", arity = "0..1", description = "What to open in the pet.")
    private @Nullable Path directory;

    @Option(names = "--for", paramLabel = "EDITOR", description = "The editor.")
    private @Nullable String editor;

    @Mixin
    private IdeOptions options;

    /**
     * Makes the command.
     *
     * @param call how editors are to call hearth
     */
    public IdeVscodeCommand(
            Supplier<Editors> editors,
            Supplier<HearthCall> call,
            PetSelection selection,
            Processes processes,
            Path workingDirectory,
            IdePlans plans) {
        this.editors = editors;
        this.call = call;
        this.selection = selection;
        this.processes = processes;
        this.workingDirectory = workingDirectory;
        this.plans = plans;
    }

    @Override
    public void run() {
        var known = editors.get();
        var tool = known.of(editor == null ? known.used() : Editor.parse(editor));
        var name = pet.meant(options, selection);
        // Before anything is changed: not every editor can.
        var opening = directory == null
                ? null
                : tool.opening(name, workingDirectory.resolve(directory).normalize());
        plans.run(tool, options, name, one -> tool.setUp(one, call.get()));
        if (opening != null && options.changes()) {
            var _ = processes.run(opening).orThrow();
        }
    }
}
