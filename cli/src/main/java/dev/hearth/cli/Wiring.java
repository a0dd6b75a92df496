package dev.hearth.cli;

import dev.hearth.bridge.Bridge;
import dev.hearth.bridge.BridgeLog;
import dev.hearth.cli.host.ConsoleSetupNarrator;
import dev.hearth.cli.host.Preparation;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.commands.KnownAnswers;
import dev.hearth.config.Settings;
import dev.hearth.config.SettingsReader;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.host.OsRelease;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.doctor.Doctor;
import dev.hearth.engine.ConnectedEngine;
import dev.hearth.engine.EngineChoice;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineForbidden;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineSurvey;
import dev.hearth.engine.Engines;
import dev.hearth.exports.ExportPlaces;
import dev.hearth.exports.Exports;
import dev.hearth.exports.HearthCall;
import dev.hearth.frombase.BaseImages;
import dev.hearth.images.Platform;
import dev.hearth.images.bootstrap.Bootstrap;
import dev.hearth.images.bootstrap.BootstrapHost;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.supply.ImageMaker;
import dev.hearth.images.supply.Images;
import dev.hearth.images.trust.TrustPolicy;
import dev.hearth.images.trust.Verification;
import dev.hearth.pets.Pets;
import dev.hearth.pets.SuppliedImages;
import dev.hearth.session.Emulators;
import dev.hearth.setup.HostProbe;
import dev.hearth.setup.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what commands work with, once and only when one needs it: help and completion touch no engine. */
final class Wiring {
    private static final String CATALOGUES = "images.d";

    private final World world;
    private final Root root;
    private final Ports ports;
    private final ConsoleNarrator narrator;
    private final Supplier<Settings> settings = new Lazy<>(this::readSettings);
    private final Supplier<ConnectedEngine> engine = new Lazy<>(this::connect);
    private final Supplier<Catalogue> catalogue = new Lazy<>(this::readCatalogue);
    private final Supplier<Images> images = new Lazy<>(this::makeImages);
    private final Supplier<Pets> pets = new Lazy<>(this::makePets);
    private final Supplier<Setup> setup = new Lazy<>(this::makeSetup);
    private final Preparation preparation;

    Wiring(World world, Root root, Ports ports, ConsoleNarrator narrator, Prompt prompt) {
        this.world = world;
        this.root = root;
        this.ports = ports;
        this.narrator = narrator;
        this.preparation = new Preparation(setup, narrator, prompt);
    }

    Supplier<Settings> settings() {
        return settings;
    }

    /** {@return the settings for those who make pets: also what only the catalogue knows is in order} */
    Supplier<Settings> settingsOfNewPets() {
        return () -> {
            settings.get().requireKnown(catalogue.get(), OsRelease.read(world.root()));
            return settings.get();
        };
    }

    Supplier<Pets> pets() {
        return pets;
    }

    Supplier<Images> images() {
        return images;
    }

    Supplier<EngineFacts> engineFacts() {
        return () -> engine.get().engine().facts();
    }

    Supplier<BaseImages> baseImages() {
        return () -> new BaseImages(engine.get().images(), ports.processes());
    }

    Supplier<Catalogue> catalogue() {
        return catalogue;
    }

    Supplier<Setup> setup() {
        return setup;
    }

    Preparation preparation() {
        return preparation;
    }

    /** {@return the same for a command that is worth preparing an engine for} */
    <T> Supplier<T> withEngine(Supplier<T> made) {
        return () -> {
            prepareEngine();
            return made.get();
        };
    }

    /** {@return the engine that was asked for, by an option or a setting} */
    @Nullable String engineAsked() {
        var choice = choice();
        return choice == null ? null : choice.value();
    }

    EngineSurvey survey() {
        return ports.survey(choice());
    }

    Supplier<Doctor> doctor() {
        return () -> new Doctor(
                world.root(),
                world.account(),
                world.environment(),
                new HostProbe(world.root(), ports.processes(), world.account().uid()),
                this::survey,
                () -> engine.get().engine(),
                pets,
                new Exports(exportPlaces()),
                ide().tools(),
                () -> settings.get().hostRights(),
                ports.processes()::locate);
    }

    private Settings readSettings() {
        var paths = world.paths();
        return new SettingsReader(paths.config(), paths.systemConfig(), world.environment()).read();
    }

    private ConnectedEngine connect() {
        return ports.connect(choice());
    }

    private void prepareEngine() {
        try {
            var _ = engine.get();
        } catch (Failure.Unavailable | EngineForbidden missing) {
            if (Engines.isBoundToAddress(choice(), world.environment(), world.account())) {
                // No set-up could bring that about.
                throw missing;
            }
            preparation.offer(Preparation.kind(engineAsked()), missing);
        }
    }

    private @Nullable EngineChoice choice() {
        var asked = root.engine();
        if (asked.isPresent()) {
            var choice = new EngineChoice(asked.get(), "--engine");
            choice.requireWellFormed();
            return choice;
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
                connected.images(),
                new LatePetImages(() -> new SuppliedImages(images.get())),
                new Exports(exportPlaces()).and(() -> ide().tools()).and(this::knownAnswers),
                new Pets.World(
                        world.account(),
                        world.environment(),
                        world.paths(),
                        ports.host(),
                        new Emulators(world.root().resolve("proc/sys/fs/binfmt_misc")),
                        world.clock(),
                        world.random(),
                        bridge(),
                        holder(),
                        world.program(),
                        root.engine()
                                .or(() -> world.environment().get("HEARTH_ENGINE"))
                                .orElse(""),
                        ports.processes()));
    }

    private Bridge bridge() {
        var runtime =
                new PrivateDirectory(world.paths().runtime(), world.account().uid());
        return ports.bridge(runtime, bridgeLog(world), () -> settings.get().hostRights());
    }

    /** {@return what pets had run on the host} */
    static BridgeLog bridgeLog(World world) {
        return new BridgeLog(
                new PrivateDirectory(world.paths().state(), world.account().uid()));
    }

    ExportPlaces exportPlaces() {
        return ExportPlaces.of(world.account(), world.environment());
    }

    /** {@return how what is exported now is to call hearth later} */
    HearthCall exportedCall() {
        var socket = engine.get().engine().facts().socket();
        return new HearthCall(
                world.program(),
                root.engine().orElse(null),
                Engines.lastingChoice(socket, world.environment(), world.account()),
                world.environment().get("JAVA_HOME").orElse(null));
    }

    /** {@return what shells were told about commands that they did not find} */
    KnownAnswers knownAnswers() {
        return new KnownAnswers(
                new PrivateDirectory(world.paths().cache(), world.account().uid()));
    }

    IdeWiring ide() {
        return new IdeWiring(world, ports, this::exportedCall);
    }

    private Catalogue readCatalogue() {
        var paths = world.paths();
        return Catalogue.load(
                List.of(paths.systemConfig().resolve(CATALOGUES), paths.config().resolve(CATALOGUES)));
    }

    private Images makeImages() {
        var connected = engine.get();
        var paths = world.paths();
        var system = OsRelease.read(world.root());
        var host = new BootstrapHost(
                world.root(),
                system,
                world.account(),
                paths.cache(),
                world.root().resolve("var/tmp"),
                holder());
        boolean podman = connected.candidate().kind() == EngineKind.PODMAN;
        return new Images(
                catalogue.get(),
                system,
                connected.images(),
                new ImageMaker(host, new Bootstrap(host, ports.processes()), connected.images()),
                TrustPolicy.read(parent(paths.config()), world.root().resolve("etc")),
                podman ? Verification.BY_ENGINE : Verification.NOT_POSSIBLE,
                Platform.linux(connected.engine().facts().architecture()));
    }

    private Setup makeSetup() {
        return new Setup(
                world.root(),
                ports.processes(),
                new ConsoleSetupNarrator(narrator),
                world.account(),
                world.paths().state(),
                world.program());
    }

    private static Path parent(Path directory) {
        var parent = directory.getParent();
        return parent == null ? directory : parent;
    }

    private String holder() {
        return "process " + world.process();
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
