package dev.hearth.flatpaks;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.flatpaks.FlatpakUpdate.Installation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Has the host's {@code flatpak} bring applications and runtimes up to date, and back. */
public final class Flatpaks {
    private static final Duration LONG = Duration.ofHours(2);
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+){2}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{64}");

    private final Processes processes;

    public Flatpaks(Processes processes) {
        this.processes = processes;
    }

    /** {@return those of which there is something newer; none where the host has no Flatpak} */
    public List<FlatpakUpdate> updates() {
        return processes.locate("flatpak").isEmpty()
                ? List.of()
                : Stream.of(Installation.values()).flatMap(this::updates).toList();
    }

    private Stream<FlatpakUpdate> updates(Installation installation) {
        var listed = processes.run(
                flatpak("remote-ls", installation, "--updates", "--columns=ref").withTimeout(LONG));
        return listed.orThrow()
                .out()
                .lines()
                .map(String::strip)
                .filter(ref -> REF.matcher(ref).matches())
                .distinct()
                .flatMap(ref -> installed(installation, ref));
    }

    /** What is newer and not installed here is nothing to update. */
    private Stream<FlatpakUpdate> installed(Installation installation, String ref) {
        var shown = processes.run(flatpak("info", installation, "--show-commit", ref));
        var commit = shown.out().strip();
        return shown.succeeded() && COMMIT.matcher(commit).matches()
                ? Stream.of(new FlatpakUpdate(installation, ref, commit))
                : Stream.empty();
    }

    /** Brings one up to date. */
    public void update(FlatpakUpdate update, Consumer<String> line) {
        run(change(update).with(update.ref()), line);
    }

    /** Returns one to what it was; of the system's, only those may who are root, or are asked for a password. */
    public void undo(FlatpakUpdate update, Consumer<String> line) {
        run(change(update).with("--commit=" + update.before(), update.ref()), line);
    }

    private void run(Command command, Consumer<String> line) {
        var ended = processes.stream(command.withTimeout(LONG), line);
        ended.orThrow();
    }

    private static Command change(FlatpakUpdate update) {
        return flatpak("update", update.installation(), "--noninteractive", "--assumeyes");
    }

    private static Command flatpak(String verb, Installation installation, String... words) {
        return Command.of("flatpak", verb, installation.option()).with(words).withEnvironment("LC_ALL", "C.UTF-8");
    }
}
