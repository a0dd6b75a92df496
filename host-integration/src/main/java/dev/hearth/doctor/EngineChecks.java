package dev.hearth.doctor;

import dev.hearth.core.host.Account;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.setup.HostProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What the engine needs of the host, and whether it answers. */
final class EngineChecks {
    private static final long MEGABYTE = 1_000_000;
    /** An image of a distribution, as it is unpacked, and something to work with. */
    private static final long ENOUGH = 1_000 * MEGABYTE;

    private final Supplier<EngineSurvey> survey;
    private final Supplier<EngineFacts> engine;
    private final HostProbe probe;
    private final Account account;

    EngineChecks(Supplier<EngineSurvey> survey, Supplier<EngineFacts> engine, HostProbe probe, Account account) {
        this.survey = survey;
        this.engine = engine;
        this.probe = probe;
        this.account = account;
    }

    List<Check> checks() {
        return List.of(
                new Plain("engine", this::answers),
                new Plain("subordinate-ids", this::subordinateIds),
                new Plain("control-groups", this::controlGroups),
                new Plain("space-for-images", () -> space(engine.get().storage())),
                new Plain("space-in-home", () -> space(account.home())));
    }

    private Finding answers() {
        var chosen = survey.get().chosen();
        if (chosen == null) {
            return Finding.broken("There is no container engine that hearth can use", "`hearth setup` prepares one.");
        }
        var facts = engine.get();
        return Finding.ok("The engine: %s %s%s, at %s"
                .formatted(
                        facts.kind().word(), facts.version(), facts.rootless() ? ", rootless" : "", chosen.address()));
    }

    private Finding subordinateIds() {
        if (!engine.get().rootless()) {
            return Finding.absent("Subordinate ids: an engine of root's needs none");
        }
        return probe.hasSubordinateIds(account)
                ? Finding.ok("Subordinate ids: in /etc/subuid and /etc/subgid")
                : Finding.broken(
                        "Subordinate ids: %s has none in /etc/subuid or /etc/subgid".formatted(account.name()),
                        "`hearth setup` gives them out.");
    }

    private Finding controlGroups() {
        var facts = engine.get();
        return facts.endsByCgroup()
                ? Finding.ok("Control groups: version %d".formatted(facts.cgroupVersion()))
                : Finding.absent("Control groups: none for the engine, so pets have a process namespace of their own");
    }

    private static Finding space(Path directory) {
        long free = free(directory);
        var sentence = "Room: %d MB at '%s'".formatted(free / MEGABYTE, directory);
        return free >= ENOUGH
                ? Finding.ok(sentence)
                : Finding.broken(
                        sentence, "Remove pets and images that you do not need: `hearth list`, `hearth image list`.");
    }

    private static long free(Path directory) {
        var present = directory;
        // The engine's storage may be closed to this user, or not there yet.
        while (!Files.isDirectory(present) && present.getParent() != null) {
            present = present.getParent();
        }
        try {
            return Files.getFileStore(present).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
