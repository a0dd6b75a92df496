package dev.hearth.cli.os;

import dev.hearth.between.BaseLayers;
import dev.hearth.cli.escalation.Escalation;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.process.Processes;
import dev.hearth.os.Change;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.os.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes a base for a command that is about pets as well.
 *
 * <p>Pets are their user's, and the base is root's: for anybody else than root, the part that is about the base is a
 * command of its own, which sudo or pkexec runs.
 */
public final class LayerChanges implements BaseLayers {
    /** What is fetched and checked on a slow line takes its time. */
    private static final Duration LONG = Duration.ofHours(6);

    private final ChosenBase base;
    private final @Nullable Path sysroot;
    private final Requester requester;
    private final Escalation escalation;
    private final Processes processes;
    private final ConsoleNarrator narrator;

    /**
     * Changes a base.
     *
     * @param sysroot the directory that is meant instead of this host
     */
    public LayerChanges(
            ChosenBase base,
            @Nullable Path sysroot,
            Requester requester,
            Escalation escalation,
            Processes processes,
            ConsoleNarrator narrator) {
        this.base = base;
        this.sysroot = sysroot;
        this.requester = requester;
        this.escalation = escalation;
        this.processes = processes;
        this.narrator = narrator;
    }

    @Override
    public void requireChangeable() {
        if (!requester.isRoot() && !escalation.isPossible()) {
            throw new NobodyToAskForRoot();
        }
    }

    @Override
    public List<String> requests() {
        return base.os().status().next().stream()
                .map(deployment -> deployment.layering())
                .flatMap(layering -> Stream.concat(layering.layered().stream(), layering.local().stream()))
                .toList();
    }

    @Override
    public List<String> deployments() {
        return base.os().status().deployments().stream()
                .map(deployment -> deployment.id().toString())
                .toList();
    }

    @Override
    public boolean mayBeNewer() {
        try {
            return base.os().check(false).commit() != null;
        } catch (PrivilegesMissing _) {
            return true;
        }
    }

    @Override
    public List<String> plan(Change change) {
        try {
            return base.os().plan(change).stream().map(Step::text).toList();
        } catch (PrivilegesMissing _) {
            // What it takes in detail only root can work out, which this whole command must not become.
            return List.of(summary(change));
        }
    }

    @Override
    public void carryOut(Change change, String reason) {
        if (requester.isRoot()) {
            var _ = base.os().change(change, requester.request(reason), new ConsoleOsNarrator(narrator));
            return;
        }
        var command = escalation.asRoot(words(change, reason)).orElseThrow(NobodyToAskForRoot::new);
        var ended = processes.stream(command.withTimeout(LONG), narrator::say);
        if (ended.status() != 0) {
            throw new BaseNotChanged(ended.status());
        }
    }

    private static String summary(Change change) {
        return switch (change) {
            case Change.Packages packages -> summary(packages);
            case Change.Upgrade _ -> "Take the newest version, and boot that next";
            case Change.Rollback _ -> "Boot the older deployment next";
            default -> throw unforeseen(change);
        };
    }

    private static String summary(Change.Packages change) {
        var put = new ArrayList<>(change.install());
        change.files().forEach(file -> put.add(file.getFileName().toString()));
        return put.isEmpty()
                ? "Take off %s, and boot the rest next".formatted(String.join(", ", change.uninstall()))
                : "Layer %s, and boot that next".formatted(String.join(", ", put));
    }

    private List<String> words(Change change, String reason) {
        var words = new ArrayList<>(List.of("os"));
        if (sysroot != null) {
            words.addAll(List.of("--sysroot", sysroot.toString()));
        }
        switch (change) {
            case Change.Packages packages -> words.addAll(words(packages, reason));
            case Change.Upgrade _ -> words.addAll(List.of("upgrade", "--yes", "--reason", reason));
            case Change.Rollback(var etc) ->
                words.addAll(List.of("rollback", "--yes", "--reason", reason, "--etc=" + Words.of(etc)));
            default -> throw unforeseen(change);
        }
        return words;
    }

    private static List<String> words(Change.Packages change, String reason) {
        boolean installs = change.uninstall().isEmpty();
        var words = new ArrayList<>(List.of(installs ? "install" : "uninstall", "--yes", "--reason", reason));
        if (change.strict()) {
            words.add("--strict");
        }
        words.addAll(installs ? change.install() : change.uninstall());
        change.files().forEach(file -> words.add(file.toString()));
        return words;
    }

    private static IllegalArgumentException unforeseen(Change change) {
        return new IllegalArgumentException("no command about pets makes this change: " + change);
    }
}
