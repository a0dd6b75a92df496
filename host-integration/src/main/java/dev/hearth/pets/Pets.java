package dev.hearth.pets;

import dev.hearth.bridge.Bridge;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.Generations;
import dev.hearth.generations.PackageDatabases;
import dev.hearth.guest.GuestFiles;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.projects.ProjectSearch;
import dev.hearth.session.Emulators;
import dev.hearth.session.Handover;
import dev.hearth.session.HostFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The caller's pets on one engine: lists, starts, enters, stops and removes them, and leads to all else that is done with
 * them.
 */
public final class Pets {
    /** The search path in pets whose image has none. */
    public static final String USUAL_PATH = PetContainer.DEFAULT_PATH;

    private final ContainerEngine engine;
    private final ImageStore store;
    private final PackageDatabases databases;
    private final PetReader reader;
    private final PetSweep sweep;
    private final PetStart start;
    private final PetEntries entries;
    private final PetSessions sessions;
    private final PetRequests requests;
    private final PetStarts starts;
    private final PetRegister register;
    private final PetCreations creations;
    private final PetInside inside;
    private final PetHomes homes;
    private final PetEdits edits;
    private final PetPackages packages;
    private final PetRebases rebases;
    private final PetGenerations generations;
    private final PetOverviews overviews;
    private final PetClones clones;
    private final PetArchives archives;
    private final PetDisk disk;

    private Pets(ContainerEngine engine, ImageStore store, PetImages images, PetFollower follower, World world) {
        var account = world.account();
        var host = world.host();
        var clock = world.clock();
        var runtime = new PrivateDirectory(world.paths().runtime(), account.uid());
        var state = new PrivateDirectory(world.paths().state(), account.uid());
        var cache = world.paths().cache();
        this.engine = engine;
        this.store = store;
        databases = new PackageDatabases(engine);
        reader = new PetReader(engine, account.uid());
        requests = new PetRequests(engine);
        var locks = new PetLocks(runtime.directory("locks"), world.process());
        var ready = new ReadyRecord(runtime.directory("ready"), () -> GuestFiles.version() + " " + host.authorities());
        var logs = new SetupLogs(state.directory("set-up"));
        var saved = new Generations(engine, store);
        var contents = new PetContents(saved, store, account.uid());
        var doors = new PetDoors(state.directory("doors"), world.random());
        var removal = new PetRemoval(engine, contents, saved, ready, logs, doors);
        var login = new LoginStart(engine, world);
        var door = new PetDoor(world.bridge(), runtime, doors, login::engineChoice);
        start = new PetStart(engine, account, host, ready, logs, door);
        entries = PetEntries.of(engine, runtime, world);
        sessions = new PetSessions(engine, runtime, world.environment(), world.random());
        sweep = new PetSweep(engine, reader, locks, sessions, ready, removal, contents, clock);
        homes = new PetHomes(engine, account, reader, locks, sweep);

        var requirements = new PetRequirements(engine, account, world.emulators());
        var plans = new PetPlans(engine, images, account, host, requirements, clock);
        var creation = new PetCreation(engine, account, reader, start, removal, doors);
        creations = new PetCreations(store, locks, sweep, plans, creation, login, entries);

        var unstarted = new UnstartedContainer(engine);
        var saver = new GenerationSaver(engine, store, saved, contents, unstarted, clock);
        var replacement = new PetReplacement(engine, account, host, reader, creation, removal, requirements);
        var transition = new PetTransition(engine, saved, saver, contents, replacement, homes, start);
        var unfinished = new UnfinishedChanges(engine, reader, sweep, saved, transition);
        starts = new PetStarts(
                engine, reader, locks, unfinished, sweep, start, entries, login.units(), world.launcher());
        inside = new PetInside(engine, reader, starts, logs, world.environment(), account);
        var choice = new PetChoice(state, new ProjectSearch(account.home(), account.uid()));
        register = new PetRegister(
                engine, reader, locks, sweep, creation, removal, ready, entries, login.units(), choice, follower);

        edits = new PetEdits(reader, locks, unfinished, requests, transition, login);
        packages = new PetPackages(
                engine, world.processes(), reader, locks, unfinished, starts, requests, saved, saver, transition);
        rebases = new PetRebases(
                engine,
                images,
                world.processes(),
                reader,
                locks,
                unfinished,
                starts,
                requests,
                transition,
                account,
                host,
                state);

        overviews = new PetOverviews(reader, store, saved, account.uid());
        disk = new PetDisk(engine, store, reader, saved, contents, account.uid(), cache);
        var snapshots = new PetSnapshots(engine, reader, locks, unfinished, start, saved, saver);
        generations = new PetGenerations(
                snapshots,
                new PetRollbacks(reader, locks, unfinished, requests, saved, transition, login),
                new PetPruning(reader, locks, sweep, saved, clock, account.uid()),
                new PetPast(engine, reader, locks, sweep, saved, contents, saver, unstarted));
        clones = new PetClones(
                engine,
                account,
                host,
                reader,
                locks,
                sweep,
                requests,
                snapshots,
                saved,
                contents,
                creation,
                requirements,
                clock);
        archives = new PetArchives(
                engine,
                store,
                images,
                account,
                host,
                new PrivateDirectory(cache.resolve("archives"), account.uid()),
                reader,
                locks,
                sweep,
                requests,
                snapshots,
                saved,
                contents,
                unstarted,
                creation,
                requirements,
                login,
                clock);
    }

    /** {@return the caller's pets on an engine} */
    public static Pets on(ContainerEngine engine, ImageStore store, PetImages images, World world) {
        return on(engine, store, images, PetFollower.NONE, world);
    }

    /** {@return the same, followed by what stands on the host for them} */
    public static Pets on(
            ContainerEngine engine, ImageStore store, PetImages images, PetFollower follower, World world) {
        return new Pets(engine, store, images, follower, world);
    }

    /**
     * What pets need to know of the world around them.
     *
     * @param bridge who answers pets that call for commands on the host
     * @param process how this process is named to another that waits for it, such as {@code process 4711}
     * @param launcher the hearth that the user called, for what calls it later
     * @param engineAsked the engine that an option of this call or a variable of hearth's names; empty when none does
     */
    public record World(
            Account account,
            Environment environment,
            HostPaths paths,
            HostFacts host,
            Emulators emulators,
            InstantSource clock,
            RandomGenerator random,
            Bridge bridge,
            String process,
            Path launcher,
            String engineAsked,
            Processes processes) {}

    /** {@return what a pet consists of} */
    public PetInventory inventory(Pet pet) {
        var image = store.find(pet.spec().imageId());
        return new PetInventory(
                pet,
                image.map(LocalImage::digests).orElse(List.of()),
                databases.read(pet.container().id(), pet.isRunning()).orElse(null));
    }

    /** {@return the caller's pets, sorted by name} */
    public List<Pet> list() {
        return reader.list();
    }

    /** {@return their names, which the launcher knows from then on} */
    public List<String> names() {
        var names = list().stream().map(pet -> pet.name().value()).toList();
        entries.names().keep(names);
        return names;
    }

    /** {@return the same, once those are cleared away that were for one session which is over} */
    public List<Pet> list(Narrator narrator) {
        return sweep.sessionsOver(list(), narrator);
    }

    /**
     * {@return the caller's pet of this name}
     *
     * @throws PetNotFound when there is none
     */
    public Pet get(PetName name) {
        return reader.get(name);
    }

    /** {@return what keeps the pet from the home and the login} */
    public Isolation isolation(Pet pet) {
        return Isolation.of(pet.spec(), engine.facts());
    }

    /** Starts a pet and sets it up; one that runs and is set up is left alone. */
    public Pet start(PetName name, Narrator narrator) {
        return starts.start(name, narrator);
    }

    /** Stops a pet; one that does not run is left alone. */
    public void stop(PetName name, Duration grace, Narrator narrator) {
        starts.stop(name, grace, narrator);
    }

    /** Stops a pet and starts it again. */
    public Pet restart(PetName name, Duration grace, Narrator narrator) {
        stop(name, grace, narrator);
        return start(name, narrator);
    }

    /**
     * Removes a pet and all in it but what it shares with the host; homes are never touched.
     *
     * @param force whether a pet that runs is removed too
     * @throws PetIsRunning when it runs and is not to be forced
     */
    public void remove(PetName name, boolean force, Narrator narrator) {
        register.remove(name, force, narrator);
    }

    /**
     * Gives a pet another name, whether it runs or not.
     *
     * @throws PetExists when the other name is taken
     */
    public Pet rename(PetName from, PetName to, Narrator narrator) {
        return register.rename(from, to, narrator);
    }

    /**
     * Brings a pet up and decides what the launcher runs for a session in it.
     *
     * <p>What earlier sessions left behind when their launcher was killed is ended first.
     */
    public Handover enter(PetName name, EnterRequest request, Narrator narrator) {
        var pet = starts.start(name, narrator);
        sessions.endOrphans(pet.container());
        return sessions.open(pet, request);
    }

    /** {@return what makes pets} */
    public PetCreations creations() {
        return creations;
    }

    /** {@return what asks in pets, and changes what is small there} */
    public PetInside inside() {
        return inside;
    }

    /** {@return what looks after what pets write to homes that they only read} */
    public PetHomes homes() {
        return homes;
    }

    /** {@return what changes pets that are there} */
    public PetEdits edits() {
        return edits;
    }

    /** {@return what changes the packages of pets} */
    public PetPackages packages() {
        return packages;
    }

    /** {@return what makes pets anew of other images} */
    public PetRebases rebases() {
        return rebases;
    }

    /** {@return the pet with all packages that were asked for by now, as its own files know it} */
    public Pet withRequests(Pet pet) {
        return requests.with(pet);
    }

    /** {@return what saves pets and returns to what they were} */
    public PetGenerations generations() {
        return generations;
    }

    /** {@return what tells of all pets at once} */
    public PetOverviews overviews() {
        return overviews;
    }

    /** {@return what makes pets like others} */
    public PetClones clones() {
        return clones;
    }

    /** {@return what carries pets from one place to another} */
    public PetArchives archives() {
        return archives;
    }

    /** {@return what counts what pets take} */
    public PetDisk disk() {
        return disk;
    }

    /** {@return what tells what pets take of the machine} */
    public PetMeters meters() {
        return new PetMeters(engine);
    }

    /** {@return whether a pet runs and is set up as this hearth does it} */
    public boolean isReady(Pet pet) {
        return start.isReady(pet);
    }

    /** {@return what commands that were cut off left behind, for people} */
    public List<String> leftovers() {
        return sweep.found();
    }
}
