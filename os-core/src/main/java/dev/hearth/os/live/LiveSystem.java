package dev.hearth.os.live;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.packages.PackageDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The system that runs, as something that files are added to. */
public final class LiveSystem {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String UNITS = "usr/lib/systemd/system";

    private final Path root;
    private final Processes processes;

    /**
     * Adds to one.
     *
     * @param root its root directory
     */
    public LiveSystem(Path root, Processes processes) {
        this.root = root;
        this.processes = processes;
    }

    /**
     * {@return what can be added to it}
     *
     * @param running the deployment that runs, as it was deployed
     * @param next the one that boots next
     * @throws NothingToAdd when there is nothing
     * @throws ReplacesWhatRuns when something is also changed, or goes
     */
    public LiveAddition addition(Path running, Path next, PackageDatabase database) {
        return new LiveComparison(running, next, root).addition(database);
    }

    /** {@return what adding comes to, after /usr can be written to} */
    public List<Step> steps(LiveAddition addition) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "Add " + addition.packages().stream().map(Object::toString).collect(Collectors.joining(", "))
                        + " to what runs, until the next boot"));
        if (!addition.configuration().isEmpty()) {
            steps.add(new Step("Add their configuration to /etc"));
        }
        if (!addition.kept().isEmpty()) {
            steps.add(new Step("Leave as it is what was changed here: "
                    + addition.kept().stream().map(path -> "/" + path).collect(Collectors.joining(", "))));
        }
        afterwards(addition).forEach(command -> steps.add(Step.running(command)));
        return List.copyOf(steps);
    }

    /**
     * Adds it. What was begun may be done again, as nothing that is there is lost.
     *
     * @param work a private directory, emptied before and after
     */
    public void add(LiveAddition addition, Path next, Path work, Consumer<OsEvent> events) {
        DirectoryTree.clear(work);
        try {
            var script = work.resolve("add.sh");
            try (var resource = LiveSystem.class.getResourceAsStream("add.sh")) {
                if (resource == null) {
                    throw new IllegalStateException("no resource add.sh");
                }
                Files.copy(resource, script);
            }
            processes
                    .run(Command.of("unshare", "--mount", "--propagation=private", "sh", script.toString())
                            .with(next.toString(), root.toString())
                            .with(list(work, "added", addition.added()), list(work, "renewed", addition.renewed()))
                            .with(list(work, "configuration", addition.configuration()))
                            .withTimeout(LIMIT))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DirectoryTree.delete(work);
        }
        for (var command : afterwards(addition)) {
            events.accept(new OsEvent.Began(Step.running(command)));
            try {
                processes.run(command.withTimeout(LIMIT)).orThrow();
            } catch (Failure failure) {
                events.accept(new OsEvent.Warned(failure.message()));
            }
        }
    }

    private static String list(Path work, String name, List<Path> paths) throws IOException {
        var text = paths.stream().map(path -> path + "\0").collect(Collectors.joining());
        return Files.writeString(work.resolve(name), text).toString();
    }

    /** What a boot would do with such files. */
    private static List<Command> afterwards(LiveAddition addition) {
        var commands = new ArrayList<Command>();
        if (addition.concerns("usr/lib/sysusers.d")) {
            commands.add(Command.of("systemd-sysusers"));
        }
        if (addition.concerns("usr/lib/tmpfiles.d")) {
            commands.add(Command.of("systemd-tmpfiles", "--create", "--prefix=/run", "--prefix=/var"));
        }
        if (addition.added().stream().anyMatch(path -> path.toString().contains(".so"))) {
            commands.add(Command.of("ldconfig"));
        }
        if (addition.concerns(UNITS)) {
            commands.add(Command.of("systemctl", "daemon-reload"));
        }
        if (addition.concerns("usr/lib/udev/rules.d")) {
            commands.add(Command.of("udevadm", "control", "--reload"));
        }
        return commands;
    }

    /** {@return services that came, none of which was started} */
    public static List<String> services(LiveAddition addition) {
        return addition.added().stream()
                .filter(path -> path.startsWith(UNITS) && path.toString().endsWith(".service"))
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.contains("@"))
                .sorted()
                .toList();
    }
}
