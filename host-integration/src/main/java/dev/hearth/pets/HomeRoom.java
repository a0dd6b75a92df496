package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.Privileges;
import dev.hearth.engine.ContainerRequest.Sharing;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.Mount;
import dev.hearth.homes.WrittenFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A short-lived container of a pet's image in which its superuser reads, or changes, what the pet wrote to its home.
 *
 * <p>It has the name of a pet in the making, so that one which was left behind is removed like those.
 */
final class HomeRoom implements AutoCloseable {
    private static final ContainerPath PLACE = ContainerPath.of("/run/hearth-home");
    private static final ContainerPath VIEW = PLACE.resolve("view");
    private static final ContainerPath WRITTEN = PLACE.resolve("written");
    private static final List<String> WAIT = List.of("/bin/sh", "-c", "while :; do sleep 3600; done");
    private static final Map<String, String> PATH =
            Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");

    private final ContainerEngine engine;
    private final ContainerId id;

    private HomeRoom(ContainerEngine engine, ContainerId id) {
        this.engine = engine;
        this.id = id;
    }

    /** {@return one that sees the home as the pet does, and what the pet wrote} */
    static HomeRoom toRead(ContainerEngine engine, Account account, Pet pet) {
        return open(
                engine,
                pet,
                new Mount.Overlay(
                        volume(pet).volume(), PetMounts.real(account.home()).toString(), VIEW));
    }

    /** {@return one that has what the pet wrote to itself; neither the pet nor another one may use it} */
    static HomeRoom toChange(ContainerEngine engine, Pet pet) {
        return open(
                engine, pet, new Mount.Volume(Mount.Overlay.written(volume(pet).volume()), WRITTEN, false));
    }

    /** {@return what the pet wrote} */
    WrittenFiles files() {
        return new WrittenFiles(
                (command, output) -> engine.read(id, new ExecRequest("0:0", Map.of(), command), output), WRITTEN, VIEW);
    }

    @Override
    public void close() {
        engine.remove(id);
    }

    private static Home.Overlay volume(Pet pet) {
        if (pet.spec().home() instanceof Home.Overlay overlay) {
            return overlay;
        }
        throw new NoOverlay(pet.name(), pet.spec().home());
    }

    private static HomeRoom open(ContainerEngine engine, Pet pet, Mount mount) {
        var id = engine.create(request(engine.facts(), pet, mount));
        try {
            engine.start(id);
            return new HomeRoom(engine, id);
        } catch (Failure e) {
            engine.remove(id);
            throw e;
        }
    }

    private static ContainerRequest request(EngineFacts facts, Pet pet, Mount mount) {
        return new ContainerRequest(
                new MakingName(pet.name()).toString(),
                pet.container().imageId(),
                "0:0",
                ContainerPath.of("/"),
                WAIT,
                PATH,
                List.of(),
                Map.of(PetSpec.LABEL, SpecLabel.write(pet.spec())),
                List.of(mount),
                // The host's network needs no bridge, and nobody here uses it.
                new Sharing(true, false, false, false, false),
                new Privileges(false, List.of(), !facts.seLinux(), facts.rootless(), List.of()),
                Limits.NONE,
                List.of(),
                List.of(),
                false,
                false,
                Objects.toString(pet.spec().platform(), null),
                null);
    }
}
