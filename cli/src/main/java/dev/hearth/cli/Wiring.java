package dev.hearth.cli;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.config.Settings;
import dev.hearth.config.SettingsReader;
import dev.hearth.core.host.HostPaths;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what commands work with, once and only when one needs it: help and completion touch no engine. */
final class Wiring {
    private final World world;
    private final Root root;
    private final Ports ports;
    private final ConsoleNarrator narrator;
    private final Supplier<Settings> settings = new Lazy<>(this::readSettings);
    private final Supplier<ConnectedEngine> engine = new Lazy<>(this::connect);
    private final Supplier<Pets> pets = new Lazy<>(this::makePets);

    Wiring(World world, Root root, Ports ports, ConsoleNarrator narrator) {
        this.world = world;
        this.root = root;
        this.ports = ports;
        this.narrator = narrator;
    }

    Supplier<Settings> settings() {
        return settings;
    }

    Supplier<Pets> pets() {
        return pets;
    }

    EngineSurvey survey() {
        return ports.survey(choice());
    }

    private Settings readSettings() {
        var paths = world.paths();
        return new SettingsReader(paths.config(), paths.systemConfig(), world.environment()).read();
    }

    private ConnectedEngine connect() {
        return ports.connect(choice());
    }

    private @Nullable EngineChoice choice() {
        var asked = root.engine();
        if (asked.isPresent()) {
            return new EngineChoice(asked.get(), "--engine");
        }
        var settled = settings.get().engine();
        var value = settled.value();
        return value == null ? null : new EngineChoice(value, settled.origin().text());
    }

    private Pets makePets() {
        warnOfRootsPets();
        warnOfMissingRuntimeDirectory();
        var connected = engine.get();
        return Pets.on(
                connected.engine(),
                ports.images(connected),
                new Pets.World(
                        world.account(),
                        world.environment(),
                        world.paths(),
                        ports.host(),
                        world.clock(),
                        world.random(),
                        "process " + world.process(),
                        world.program()));
    }

    private void warnOfRootsPets() {
        var caller = world.environment().get("SUDO_USER");
        if (world.account().isRoot() && caller.isPresent() && !caller.get().equals("root")) {
            narrator.warning("Running through sudo: these are root's pets, not those of %s".formatted(caller.get()));
        }
    }

    private void warnOfMissingRuntimeDirectory() {
        if (!world.account().isRoot()
                && HostPaths.sessionRuntime(world.environment()).isEmpty()) {
            narrator.warning("XDG_RUNTIME_DIR is not set, as it is after a login; using '%s' instead"
                    .formatted(world.paths().runtime()));
        }
    }
}
