package dev.hearth.cli.os;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.core.prompt.Chooser;
import dev.hearth.os.NoConflict;
import dev.hearth.os.etc.ConflictEditor;
import dev.hearth.os.etc.Decision.Conflict;
import dev.hearth.os.etc.Resolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os config-merge}. */
@Command(
        name = "config-merge",
        description = "Show the conflicts in /etc of what boots next, and decide about them.",
        footer = {
            "",
            "A new deployment takes over what is changed locally, merged by lines into its new defaults.",
            "Where both sides changed the same, the local file stays until somebody decides; at a terminal",
            "each is asked about.",
            "The exit status is 11 while some wait for a decision.",
            "",
            "Examples:",
            "  hearth os config-merge",
            "  hearth os config-merge --take /etc/ssh/sshd_config",
            "  hearth os config-merge --keep"
        })
public final class ConfigMergeCommand implements Callable<Integer> {
    private static final List<String> ANSWERS = List.of("keep", "take", "edit", "skip");

    private final ChosenBase base;
    private final Requester requester;
    private final Supplier<ConflictEditor> editor;
    private final Chooser chooser;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of /etc with a conflict; else all that have one.")
    private List<Path> files = List.of();

    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    @Mixin
    private FormatOption format;

    /** Decides about conflicts; the chooser is asked where there is somebody to answer. */
    public ConfigMergeCommand(
            ChosenBase base,
            Requester requester,
            Supplier<ConflictEditor> editor,
            Chooser chooser,
            ConsoleNarrator narrator,
            Output output) {
        this.base = base;
        this.requester = requester;
        this.editor = editor;
        this.chooser = chooser;
        this.narrator = narrator;
        this.output = output;
    }

    /** One decision for all files that are meant. */
    static final class Choice {
        @Option(names = "--keep", description = "Keep the local version.")
        private boolean keep;

        @Option(names = "--take", description = "Take the new default.")
        private boolean take;

        @Option(names = "--edit", description = "Make one of both in $VISUAL or $EDITOR.")
        private boolean edit;
    }

    @Override
    public Integer call() {
        var conflicts = new TreeMap<>(base.configuration().conflicts());
        if (!files.isEmpty()) {
            var meant = files.stream().map(ConfigMergeCommand::belowEtc).toList();
            meant.forEach(path -> requireConflict(conflicts, path));
            conflicts.keySet().retainAll(meant);
        }
        var decisions = decisions(conflicts);
        if (!decisions.isEmpty()) {
            requester.requireRoot();
            base.configuration().resolve(decisions);
            conflicts.keySet().removeAll(decisions.keySet());
        }
        var view = ConflictsView.of(conflicts, decisions.keySet());
        output.page(format.format(), view, ConflictsView::lines);
        return conflicts.isEmpty() ? ExitStatus.OK : ExitStatus.WAITS;
    }

    private static void requireConflict(Map<Path, Conflict> conflicts, Path path) {
        if (!conflicts.containsKey(path)) {
            throw new NoConflict(path);
        }
    }

    private static Path belowEtc(Path file) {
        var etc = Path.of("/etc");
        return file.startsWith(etc) ? etc.relativize(file) : file;
    }

    private Map<Path, Resolution> decisions(NavigableMap<Path, Conflict> conflicts) {
        var decisions = new TreeMap<Path, Resolution>();
        if (choice != null) {
            requester.requireRoot();
            conflicts.forEach((path, conflict) -> decisions.put(path, chosen(choice, path, conflict)));
        } else if (chooser.canAsk() && format.format() == Format.TABLE && !conflicts.isEmpty()) {
            requester.requireRoot();
            conflicts.forEach((path, conflict) -> ask(path, conflict, decisions));
        }
        return decisions;
    }

    private Resolution chosen(Choice wanted, Path path, Conflict conflict) {
        if (wanted.edit) {
            return editor.get().edit(path, conflict);
        }
        if (wanted.take) {
            return new Resolution.Take();
        }
        if (wanted.keep) {
            return new Resolution.Keep();
        }
        throw new IllegalStateException("none of the choices");
    }

    private void ask(Path path, Conflict conflict, Map<Path, Resolution> decisions) {
        ConflictsView.Item.of(path, conflict).lines().forEach(narrator::say);
        switch (chooser.choose("Keep the local version, take the new default, edit, or skip?", ANSWERS)) {
            case "keep" -> decisions.put(path, new Resolution.Keep());
            case "take" -> decisions.put(path, new Resolution.Take());
            case "edit" -> decisions.put(path, editor.get().edit(path, conflict));
            default -> {}
        }
    }
}
