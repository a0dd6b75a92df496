package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.session.Emulators;

/** Refuses, before anything is made, a pet that this engine or machine could not run. */
record PetRequirements(ContainerEngine engine, Account account, Emulators emulators) {

    /** Refuses what could not run, each in a failure of its own. */
    void check(PetSpec spec, LocalImage image) {
        requireControlGroups(spec);
        requirePublishing(spec);
        requireHome(spec);
        new PetDevices(account, engine.facts()).require(spec.devices());
        requireRunnable(image);
    }

    private void requireControlGroups(PetSpec spec) {
        if (engine.facts().endsByCgroup()) {
            return;
        }
        if (spec.init()) {
            throw NoControlGroups.systemd();
        }
        if (!spec.limits().equals(Limits.NONE)) {
            throw NoControlGroups.limits();
        }
    }

    private void requirePublishing(PetSpec spec) {
        if (!spec.ports().isEmpty() && !engine.canPublish()) {
            throw PortsNotPublished.withoutBridge(engine.facts().kind());
        }
    }

    private static void requireHome(PetSpec spec) {
        if (spec.withEngine() && !(spec.home() instanceof Home.Shared)) {
            throw new EngineNotForPet(spec.home());
        }
    }

    private void requireRunnable(LocalImage image) {
        var platform = image.platform();
        var machine = Platform.linux(engine.facts().architecture());
        if (platform != null && !emulators.run(platform, machine)) {
            throw new PlatformCannotRun(platform, machine);
        }
    }
}
