package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerRequest.Limits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that tests of pets start from. */
public final class SpecFixtures {
    private SpecFixtures() {}

    /** {@return an ordinary user whose home is this directory} */
    public static Account account(Path home) {
        var groups = List.of(new Account.Group("ada", 1000), new Account.Group("video", 44));
        return new Account("ada", 1000, 1000, groups, "Ada", home, Path.of("/bin/bash"));
    }

    /** {@return a specification in which all is default} */
    public static PetSpec spec() {
        return new PetSpec(
                1000,
                "localhost/hearth/debian:12",
                "sha256:1",
                new Home.Shared(),
                List.of(),
                Map.of(),
                List.of(),
                false,
                Set.of(),
                List.of(),
                List.of(),
                false,
                Limits.NONE,
                null,
                null,
                Map.of(),
                false,
                null,
                false,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    /** {@return the default specification with another home} */
    public static PetSpec spec(Home home) {
        return with(home, false, Set.of());
    }

    /** {@return the default specification of a pet that runs systemd} */
    public static PetSpec initSpec() {
        return with(new Home.Shared(), true, Set.of());
    }

    /** {@return the default specification with something unshared} */
    public static PetSpec unsharing(Namespace... namespaces) {
        return with(new Home.Shared(), false, Set.of(namespaces));
    }

    /** {@return the default specification of a pet that can use its engine, with something unshared} */
    public static PetSpec withEngine(Namespace... unshared) {
        return with(new Home.Shared(), false, Set.of(unshared), true);
    }

    static PetSpec with(Home home, boolean init, Set<Namespace> unshared) {
        return with(home, init, unshared, false);
    }

    private static PetSpec with(Home home, boolean init, Set<Namespace> unshared, boolean withEngine) {
        var plain = spec();
        return new PetSpec(
                plain.owner(),
                plain.image(),
                plain.imageId(),
                home,
                plain.volumes(),
                plain.environment(),
                plain.packages(),
                init,
                unshared,
                plain.ports(),
                plain.devices(),
                withEngine,
                plain.limits(),
                plain.platform(),
                plain.hostname(),
                plain.labels(),
                plain.autostart(),
                plain.idleStop(),
                plain.ephemeral(),
                plain.created());
    }
}
