package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerGone;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.Mount;
import dev.hearth.engine.ProgramNotInImage;
import dev.hearth.guest.SetupEvent;
import dev.hearth.guest.SetupFacts;
import dev.hearth.guest.SetupFailed;
import dev.hearth.guest.SetupOutput;
import dev.hearth.session.HostFacts;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Starts pets and has the in-pet half set them up. */
final class PetStart {
    private final ContainerEngine engine;
    private final Account account;
    private final HostFacts host;
    private final ReadyRecord ready;
    private final SetupLogs logs;
    private final PetDoor door;
    private final LastingHooks hooks;

    PetStart(ContainerEngine engine, Account account, HostFacts host, ReadyRecord ready, SetupLogs logs, PetDoor door) {
        this.engine = engine;
        this.account = account;
        this.host = host;
        this.ready = ready;
        this.logs = logs;
        this.door = door;
        this.hooks = new LastingHooks(engine, account);
    }

    /** {@return what projects want run at starts} */
    LastingHooks hooks() {
        return hooks;
    }

    /** {@return whether the pet runs and this run of it was set up} */
    boolean isReady(Pet pet) {
        return pet.isRunning() && ready.holds(pet.container());
    }

    /**
     * Brings a pet's container from any state to running and set up; the caller holds the pet's lock.
     *
     * @param packages what to install on the way; only the making of a pet names any
     * @return the container as it runs
     * @throws dev.hearth.guest.SetupFailed when a step inside failed
     */
    Container bringUp(PetName name, PetSpec spec, ContainerId id, List<String> packages, Narrator narrator) {
        if (PetMounts.isSeparate(spec)) {
            engine.find(id.value()).ifPresent(found -> door.prepare(spec, found));
        }
        start(id, spec);
        var container = engine.find(id.value()).orElseThrow(() -> new ContainerGone(id.value()));
        door.open(name, spec, container, narrator);
        var output = new SetupOutput(narration(name, narrator));
        try {
            var setUp = facts(name, spec, container, packages).request();
            output.end(name.value(), engine.exec(id, setUp, output::line));
        } catch (SetupFailed e) {
            e.output().forEach(narrator::setUpSaid);
            throw e;
        } finally {
            keepLog(id, output.log(), narrator);
        }
        hooks.prepare(spec, id);
        ready.write(container);
        return container;
    }

    /** Sees to it that a pet which is ready reaches the host. */
    void openDoor(Pet pet, Narrator narrator) {
        door.open(pet.name(), pet.spec(), pet.container(), narrator);
    }

    /** A set-up is worth no less when its log cannot be kept. */
    private void keepLog(ContainerId id, List<String> lines, Narrator narrator) {
        narrator.setUpLogged(lines);
        try {
            logs.keep(id, lines);
        } catch (Failure | UncheckedIOException e) {
            narrator.warning("The log of the set-up could not be kept: " + e.getMessage());
        }
    }

    private void start(ContainerId id, PetSpec spec) {
        try {
            engine.start(id);
        } catch (ProgramNotInImage e) {
            // Pets are made from an image's id, which tells the user nothing.
            throw e.withImage(spec.image());
        } catch (EngineRefused e) {
            boolean overlay = spec.home() instanceof Home.Overlay && e.reason().contains(Mount.Overlay.PREFIX);
            throw overlay ? HomeNotOverlaid.refused(engine.facts().kind(), e.reason()) : e;
        }
    }

    private static Consumer<SetupEvent> narration(PetName name, Narrator narrator) {
        return event -> {
            switch (event) {
                case SetupEvent.Step(var text) -> narrator.settingUp(name, text);
                case SetupEvent.Warning(var text) -> narrator.warning(text);
            }
        };
    }

    private SetupFacts facts(PetName name, PetSpec spec, Container container, List<String> packages) {
        var facts = engine.facts();
        return new SetupFacts(
                account,
                new SetupFacts.Host(host.hostname(), host.language()),
                new SetupFacts.Origin(
                        name.value(),
                        facts.kind(),
                        facts.rootless(),
                        spec.image(),
                        container.imageId(),
                        container.id().value()),
                door.facts(name, spec, container),
                new SetupFacts.Choices(
                        spec.hostname(),
                        spec.unshared().contains(Namespace.NET),
                        spec.init(),
                        // Whoever may use an engine is root in what it runs already: a password would protect nothing.
                        true,
                        spec.withEngine() ? facts.socket() : null,
                        packages));
    }
}
