package dev.hearth.entry;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.TerminalRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the plans by which the launcher enters pets, one for each that runs and is set up. */
public final class EntryPlans {
    /** How many a plan is for: the launcher reads all of them. */
    private static final int CHOICES = 5;

    private final ContainerEngine engine;
    private final PrivateDirectory runtime;
    private final PlanDirectory directory;
    private final EngineWords choice;
    private final Path root;
    private final Joining joining;

    /**
     * Keeps them in a directory below hearth's runtime directory.
     *
     * @param root {@code /} but for tests
     */
    public EntryPlans(
            ContainerEngine engine,
            PrivateDirectory runtime,
            PlanDirectory directory,
            EngineWords choice,
            Processes processes,
            Path root) {
        this.engine = engine;
        this.runtime = runtime;
        this.directory = directory;
        this.choice = choice;
        this.root = root;
        this.joining = new Joining(root, processes);
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
            if (directory.isOfUse()) {
                FirstProcess.read(root, pet.container().pid()).ifPresent(process -> keep(pet, process));
            }
        } catch (Failure | UncheckedIOException _) {
            forget(pet.name());
        }
    }

    /** Forgets a pet's plan, before it stops being true. */
    public void forget(String name) {
        directory.delete(name);
    }

    private void keep(RunningPet pet, FirstProcess process) {
        var file = directory.prepared(pet.name());
        // Where the launcher leaves what Java has to find.
        for (var place : List.of("sessions", "stops")) {
            var _ = runtime.directory(place).prepared();
        }
        var plan =
                new EntryPlan(process, pet.container().id(), pet.user(), client(pet.container()), pet.hostRoot(), null);
        var plain = plan.render();
        if (plain.isEmpty() || !choice.isOneLine()) {
            forget(pet.name());
        } else if (!isRenewed(file, plain.get())) {
            var whole = pet.plain() ? join(pet, process).map(plan::withJoin).flatMap(EntryPlan::render) : plain;
            directory.write(
                    pet.name(),
                    EntryPlan.text(List.of(choice.text()), whole.or(() -> plain).get()));
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
            var text = directory.isOfThisHearth() && Files.exists(file) ? Files.readString(file) : "";
            var rest = EntryPlan.rest(text);
            if (!rest.startsWith(plain.substring(0, plain.length() - EntryPlan.FOOTER.length()))) {
                return false;
            }
            var choices = new ArrayList<>(EntryPlan.choices(text));
            if (choices.contains(choice.text())) {
                PrivateFiles.write(file, EntryPlan.text(List.of(choice.text()), rest));
            } else {
                var written = Files.getLastModifiedTime(file);
                choices.add(choice.text());
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
}
