package dev.hearth.entry;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.TerminalRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the plans by which the launcher enters pets, one for each that runs and is set up. */
public final class EntryPlans {
    /** What the caller can say about engines besides hearth's own option; the launcher joins them in this order. */
    private static final List<String> ENGINE_VARIABLES =
            List.of("CONTAINER_HOST", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG");

    /** As old as the cache of classes of the hearth that made the plans. */
    private static final String MADE_WITH = ".made-with";

    /** How many a plan is for: the launcher reads all of them. */
    private static final int CHOICES = 5;

    private final ContainerEngine engine;
    private final PrivateDirectory runtime;
    private final PrivateDirectory directory;
    private final Path cache;
    private final String choice;
    private final Path root;
    private final Joining joining;

    /**
     * Keeps them below hearth's runtime directory.
     *
     * @param cache the cache of classes of this installation
     * @param asked the engine that the caller asked for by an option or hearth's variable, or nothing
     * @param root {@code /} but for tests
     */
    public EntryPlans(
            ContainerEngine engine,
            PrivateDirectory runtime,
            Path cache,
            String asked,
            Environment environment,
            Processes processes,
            Path root) {
        this.engine = engine;
        this.runtime = runtime;
        this.directory = runtime.directory("entries");
        this.cache = cache;
        this.choice = Stream.concat(
                        Stream.of(asked),
                        ENGINE_VARIABLES.stream()
                                .map(name -> environment.get(name).orElse("")))
                .reduce((all, next) -> all + "|" + next)
                .orElseThrow();
        this.root = root;
        this.joining = new Joining(root, processes);
    }

    /** {@return where this installation has its cache of classes; without one, no plan holds} */
    public static Path installedCache() {
        var source = EntryPlans.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).resolveSibling("hearth.aot");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A pet that runs and is set up.
     *
     * @param user {@code UID:GID} inside
     * @param hostRoot where it has the host's files; null when it does not see hearth's
     * @param plain whether all in it runs as the engine started its first process, and not as a unit of systemd's
     */
    public record RunningPet(
            String name,
            Container container,
            String user,
            @Nullable String hostRoot,
            boolean plain) {}

    /**
     * Makes the plan for a pet, unless there is one.
     *
     * <p>A pet without a plan is entered all the same, by Java: nothing that goes wrong here is worth a failure.
     */
    public void keep(RunningPet pet) {
        try {
            if (Files.exists(cache)) {
                FirstProcess.read(root, pet.container().pid()).ifPresent(process -> keep(pet, process));
            }
        } catch (Failure | UncheckedIOException _) {
            forget(pet.name());
        }
    }

    /** Forgets a pet's plan, before it stops being true. */
    public void forget(String name) {
        delete(directory.file(name));
    }

    private void keep(RunningPet pet, FirstProcess process) {
        var file = directory.prepared().resolve(pet.name());
        // Where the launcher leaves what Java has to find.
        for (var place : List.of("sessions", "stops")) {
            var _ = runtime.directory(place).prepared();
        }
        var plan =
                new EntryPlan(process, pet.container().id(), pet.user(), client(pet.container()), pet.hostRoot(), null);
        var plain = plan.render();
        if (plain.isEmpty() || choice.indexOf('\n') >= 0) {
            forget(pet.name());
        } else if (!isRenewed(file, plain.get())) {
            forgetThoseOfOthers();
            var whole = pet.plain() ? join(pet, process).map(plan::withJoin).flatMap(EntryPlan::render) : plain;
            PrivateFiles.write(
                    file, EntryPlan.text(List.of(choice), whole.or(() -> plain).get()));
        }
    }

    /**
     * {@return whether there is such a plan, for this caller as well now}
     *
     * <p>Others' choices count as long as the configuration is as old as it was. A plan that this caller could have
     * gone by, and did not, may be older than that: it becomes the caller's alone.
     */
    private boolean isRenewed(Path file, String plain) {
        try {
            var text = isOfThisHearth() && Files.exists(file) ? Files.readString(file) : "";
            var rest = EntryPlan.rest(text);
            if (!rest.startsWith(plain.substring(0, plain.length() - EntryPlan.FOOTER.length()))) {
                return false;
            }
            var choices = new ArrayList<>(EntryPlan.choices(text));
            if (choices.contains(choice)) {
                PrivateFiles.write(file, EntryPlan.text(List.of(choice), rest));
            } else {
                var written = Files.getLastModifiedTime(file);
                choices.add(choice);
                var last = choices.subList(Math.max(0, choices.size() - CHOICES), choices.size());
                PrivateFiles.write(file, EntryPlan.text(last, rest));
                Files.setLastModifiedTime(file, written);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Join> join(RunningPet pet, FirstProcess process) {
        if (!joining.isPossible()) {
            return Optional.empty();
        }
        var command = new ArrayList<>(List.of("cat"));
        command.addAll(ProcessFacts.FILES);
        var lines = new ArrayList<String>();
        var id = pet.container().id();
        int status = engine.exec(id, new ExecRequest(pet.user(), Map.of(), command), lines::add);
        return status == 0
                ? ProcessFacts.parse(lines).flatMap(there -> joining.decide(engine.facts(), id, process.pid(), there))
                : Optional.empty();
    }

    /** The engine's command up to the option that names the user. */
    private List<String> client(Container container) {
        var words = engine.terminal(container.id(), new TerminalRequest("0:0", false, List.of(), List.of()))
                .argv();
        return words.subList(0, words.size() - 2);
    }

    private boolean isOfThisHearth() throws IOException {
        var made = directory.file(MADE_WITH);
        return Files.exists(made) && Files.getLastModifiedTime(made).equals(Files.getLastModifiedTime(cache));
    }

    /** Another hearth has another in-pet half, which the pets are given when Java enters them. */
    private void forgetThoseOfOthers() {
        try {
            if (isOfThisHearth()) {
                return;
            }
            try (var plans = Files.list(directory.path())) {
                plans.forEach(EntryPlans::delete);
            }
            var made = directory.file(MADE_WITH);
            PrivateFiles.write(made, "");
            Files.setLastModifiedTime(made, Files.getLastModifiedTime(cache));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
