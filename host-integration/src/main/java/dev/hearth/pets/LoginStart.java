package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.Engines;
import java.nio.file.Path;

/** Has pets start when their user logs in, and says when that takes effect. */
final class LoginStart {
    private final ContainerEngine engine;
    private final Pets.World world;
    private final Autostart units;

    LoginStart(ContainerEngine engine, Pets.World world) {
        this.engine = engine;
        this.world = world;
        this.units = new Autostart(world.account().home().resolve(".config/systemd/user"), this::unit);
    }

    /** {@return the units that start pets} */
    Autostart units() {
        return units;
    }

    /** Has a pet start at login, or not any more, as it is meant to. */
    void follow(Pet pet, Narrator narrator) {
        if (pet.spec().autostart()) {
            units.enable(pet.name());
            narrator.startsByItself(pet.name(), UserSystemd.read(Path.of("/"), world.account(), world.environment()));
        } else {
            // Left by a pet of this name that the plain engine removed.
            units.disable(pet.name());
        }
    }

    private LoginUnit unit(PetName name) {
        return new LoginUnit(
                name,
                world.launcher(),
                engineChoice(),
                world.environment().get("JAVA_HOME").orElse(null));
    }

    /** {@return how this engine is asked for by a hearth that has another environment} */
    String engineChoice() {
        return Engines.lastingChoice(engine.facts().socket(), world.environment(), world.account());
    }
}
