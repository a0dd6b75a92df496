package dev.hearth.pets;

import dev.hearth.bridge.Bridge;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.Processes;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Makes, lists, enters, stops and removes the caller's pets. */
public final class Pets {
    /** The search path in pets whose image has none. */
    public static final String USUAL_PATH = PetContainer.DEFAULT_PATH;

    private final ContainerEngine engine;
    private final ImageStore store;
    private final PackageDatabases databases;
    private final PetReader reader;
    private final PetLocks locks;
    private final PetPlans plans;
    private final PetCreation creation;
    private final PetStart start;
    private final PetSessions sessions;
    private final PetSweep sweep;
    private final ReadyRecord ready;
    private final SetupLogs logs;
    private final PetRemoval removal;
    private final PetHomes homes;
    private final UnfinishedChanges unfinished;
    private final PetRequests requests;
    private final PetEdits edits;
    private final PetPackages packages;
    private final PetRebases rebases;
    private final PetGenerations generations;
    private final PetOverviews overviews;
    private final PetClones clones;
    private final PetArchives archives;
    private final PetDisk disk;
    private final LoginStart login;
    private final PetLinks links;
    private final Autostart autostart;
    private final PetChoice choice;
    private final PetEntries entries;
    private final PetFollower follower;
    private final World world;

    private Pets(ContainerEngine engine, ImageStore store, PetImages images, PetFollower follower, World world) {
        var account = world.account();
        var runtime = new PrivateDirectory(world.paths().runtime(), account.uid());
        var state = new PrivateDirectory(world.paths().state(), account.uid());
        this.engine = engine;
        this.store = store;
        this.databases = new PackageDatabases(engine);
        this.reader = new PetReader(engine, account.uid());
        this.locks = new PetLocks(runtime.directory("locks"), world.process());
        this.ready = new ReadyRecord(
                runtime.directory("ready"),
                () -> GuestFiles.version() + " " + world.host().authorities());
        this.logs = new SetupLogs(state.directory("set-up"));
        var generations = new Generations(engine, store);
        var contents = new PetContents(generations, store, account.uid());
        var doors = new PetDoors(state.directory("doors"), world.random());
        this.removal = new PetRemoval(engine, contents, generations, ready, logs, doors);
        this.login = new LoginStart(engine, world);
        this.start = new PetStart(
                engine,
                account,
                world.host(),
                ready,
                logs,
                new PetDoor(world.bridge(), runtime, doors, login::engineChoice));
        this.links = new PetLinks(engine);
        this.autostart = login.units();
        var requirements = new PetRequirements(engine, account, world.emulators());
        this.plans = new PetPlans(engine, images, account, world.host(), requirements, world.clock());
        this.creation = new PetCreation(engine, account, reader, start, removal, doors);
        this.sessions = new PetSessions(engine, runtime, world.environment(), world.random());
        this.sweep = new PetSweep(engine, reader, locks, sessions, ready, removal, contents, world.clock());
        this.homes = new PetHomes(engine, account, reader, locks, sweep);
        var unstarted = new UnstartedContainer(engine);
        var saver = new GenerationSaver(engine, store, generations, contents, unstarted, world.clock());
        var replacement = new PetReplacement(engine, account, world.host(), reader, creation, removal, requirements);
        var transition = new PetTransition(engine, generations, saver, contents, replacement, homes, start);
        this.unfinished = new UnfinishedChanges(engine, reader, sweep, generations, transition);
        this.requests = new PetRequests(engine);
        this.edits = new PetEdits(reader, locks, unfinished, requests, transition, login);
        this.packages = new PetPackages(
                engine,
                world.processes(),
                reader,
                locks,
                unfinished,
                this::start,
                requests,
                generations,
                saver,
                transition);
        this.rebases = new PetRebases(
                engine,
                images,
                world.processes(),
                reader,
                locks,
                unfinished,
                this::start,
                requests,
                transition,
                account,
                world.host(),
                state);
        this.overviews = new PetOverviews(reader, store, generations, account.uid());
        var snapshots = new PetSnapshots(engine, reader, locks, unfinished, start, generations, saver);
        this.generations = new PetGenerations(
                snapshots,
                new PetRollbacks(reader, locks, unfinished, requests, generations, transition, login),
                new PetPruning(reader, locks, sweep, generations, world.clock(), account.uid()),
                new PetPast(engine, reader, locks, sweep, generations, contents, saver, unstarted));
        this.clones = new PetClones(
                engine,
                account,
                world.host(),
                reader,
                locks,
                sweep,
                requests,
                snapshots,
                generations,
                contents,
                creation,
                requirements,
                world.clock());
        this.archives = new PetArchives(
                engine,
                store,
                images,
                account,
                world.host(),
                new PrivateDirectory(world.paths().cache().resolve("archives"), account.uid()),
                reader,
                locks,
                sweep,
                requests,
                snapshots,
                generations,
                contents,
                unstarted,
                creation,
                requirements,
                login,
                world.clock());
        this.disk = new PetDisk(
                engine,
                store,
                reader,
                generations,
                contents,
                account.uid(),
                world.paths().cache());
        this.choice = new PetChoice(state, new ProjectSearch(account.home(), account.uid()));
        this.entries = PetEntries.of(engine, runtime, world);
        this.follower = follower;
        this.world = world;
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

    /** {@return what {@link #create} would do; nothing is changed and nothing fetched} */
    public List<Step> planCreate(CreateRequest request) {
        return plans.steps(request);
    }

    /**
     * Makes a pet and leaves it running.
     *
     * @throws PetExists when the name is taken
     */
    public Pet create(CreateRequest request, Narrator narrator, Prompt prompt) {
        return create(request, List.of(), narrator, prompt);
    }

    /**
     * Makes a pet and leaves it running, or makes none.
     *
     * @param hooks commands that are run in it once all else is done
     * @throws PetExists when the name is taken
     * @throws HookFailed when one of the hooks fails
     */
    public Pet create(CreateRequest request, List<Hook> hooks, Narrator narrator, Prompt prompt) {
        var name = plans.name(request);
        try (var _ = locks.acquire(name, narrator)) {
            sweep.leftovers(name, narrator);
            creation.requireFree(name);
            if (request.autostart()) {
                autostart.prepare();
            }
            var plan = plans.resolve(name, request, narrator, prompt);
            var pet = creation.make(plan.name(), plan.spec(), plan.container(), hooks, narrator);
            login.follow(pet, narrator);
            entries.keep(pet);
            entries.names().forget();
            return pet;
        }
    }

    /**
     * Checks that a pet can have a name.
     *
     * @throws PetExists when it is taken
     */
    public void requireFree(PetName name) {
        creation.requireFree(name);
    }

    /** {@return the image that a request means, when it is here} */
    public Optional<LocalImage> image(CreateRequest request) {
        return plans.image(request);
    }

    /** {@return the image that a request means, fetched or made when it is not here} */
    public LocalImage obtainImage(CreateRequest request, Narrator narrator, Prompt prompt) {
        return plans.obtainImage(request, narrator, prompt);
    }

    /** {@return whether a pet was made from the image that a request means} */
    public boolean isMadeFrom(Pet pet, CreateRequest request) {
        var digests = store.find(pet.spec().imageId()).map(LocalImage::digests).orElse(List.of());
        return plans.isMadeFrom(pet.spec(), digests, request);
    }

    /** {@return the request for exactly one image, where there is a way to it; of digests only the digest counts} */
    public Optional<CreateRequest> pinned(CreateRequest request, String imageId, List<String> digests) {
        return plans.pinned(request, imageId, digests);
    }

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
        var pet = reader.get(name);
        if (pet.spec().autostart()) {
            autostart.repair(name).ifPresent(gone -> narrator.unitRepaired(name, gone, world.launcher()));
        }
        if (start.isReady(pet)) {
            entries.keep(pet);
            start.openDoor(pet, narrator);
            return pet;
        }
        try (var _ = locks.acquire(name, narrator)) {
            if (!start.isReady(reader.get(name))) {
                unfinished.settlePackages(reader.get(name), narrator);
            }
            var current = reader.get(name);
            if (!start.isReady(current)) {
                narrator.starting(name);
                var container =
                        start.bringUp(name, current.spec(), current.container().id(), List.of(), narrator);
                start.hooks().started(name, current.spec(), container.id(), narrator);
                warnOfPorts(current.spec(), container, narrator);
                var _ = list(narrator);
            }
            var ready = reader.get(name);
            entries.keep(ready);
            return ready;
        }
    }

    /** What has changed about the engine since the pet was made should not keep anybody out of it. */
    private void warnOfPorts(PetSpec spec, Container container, Narrator narrator) {
        var missing = PortsNotPublished.missing(spec, container);
        if (!missing.isEmpty()) {
            narrator.warning(PortsNotPublished.sentence(engine.facts().kind(), missing));
        }
    }

    /** Stops a pet; one that does not run is left alone. */
    public void stop(PetName name, Duration grace, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            entries.forget(name);
            engine.stop(reader.get(name).container().id(), grace);
        }
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
        try (var _ = locks.acquire(name, narrator)) {
            sweep.settle(name, narrator);
            var pet = reader.get(name);
            if (pet.isRunning() && !force) {
                throw new PetIsRunning(name);
            }
            entries.forget(name);
            autostart.disable(name);
            if (choice.preferred().filter(name::equals).isPresent()) {
                choice.forget();
            }
            removal.removePet(pet.spec(), pet.container());
            entries.names().forget();
            follower.removed(name);
        }
        var _ = list(narrator);
    }

    /**
     * Gives a pet another name, whether it runs or not.
     *
     * @throws PetExists when the other name is taken
     */
    public Pet rename(PetName from, PetName to, Narrator narrator) {
        if (from.equals(to)) {
            throw PetExists.pet(to);
        }
        var first = from.compareTo(to) < 0 ? from : to;
        // Always in one order, so that two renames cannot wait for each other.
        try (var _ = locks.acquire(first, narrator);
                var _ = locks.acquire(first.equals(from) ? to : from, narrator)) {
            sweep.settle(from, narrator);
            var pet = reader.get(from);
            creation.requireFree(to);
            entries.forget(from);
            engine.rename(pet.container().id(), to.value());
            entries.names().forget();
            // The name is told inside as well: the next entry sets the pet up anew.
            ready.forget(pet.container().id());
            if (choice.preferred().filter(from::equals).isPresent()) {
                choice.prefer(to);
            }
            if (pet.spec().autostart()) {
                autostart.rename(from, to);
            }
            follower.renamed(from, to);
            return reader.get(to);
        }
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

    /** {@return the commands in a pet that are the host's; one that does not run is started} */
    public List<String> links(PetName name, Narrator narrator) {
        return links.list(start(name, narrator).container().id());
    }

    /**
     * Changes which commands in a pet are the host's; one that does not run is started.
     *
     * @throws LinkRefused when one cannot be changed
     */
    public void change(PetName name, LinkChange change, Narrator narrator) {
        links.change(start(name, narrator).container().id(), change);
    }

    /** {@return the last lines of what a pet's first process and its set-up said} */
    public PetLog logs(PetName name, int lines) {
        var pet = reader.get(name);
        var id = pet.container().id();
        var firstProcess = engine.logs(id, lines);
        if (!pet.isRunning()) {
            return new PetLog(firstProcess, logs.last(id, lines), false);
        }
        var setUp = new ArrayList<String>();
        engine.exec(id, GuestFiles.setupLog(lines), setUp::add);
        return new PetLog(firstProcess, setUp, true);
    }

    /**
     * {@return the variables of a session that the caller would open in a pet, sorted by name}
     *
     * <p>A pet that does not run is not started: what it would make of the values is not known then.
     */
    public List<SessionVariable> environment(PetName name) {
        return new PetEnvironment(engine, world.environment(), userInside()).of(reader.get(name));
    }

    /** {@return what a running pet finds at paths of the host, a line for each, as the script {@code seen} says it} */
    public List<String> seen(Pet pet, List<String> paths) {
        var words = new ArrayList<>(List.of(GuestFiles.SEEN.value()));
        words.addAll(paths);
        var lines = new ArrayList<String>();
        if (engine.exec(pet.container().id(), new ExecRequest(userInside(), Map.of(), words), lines::add) != 0) {
            throw new PetSilent(pet.name(), String.join(" ", lines));
        }
        return lines;
    }

    /** {@return whether a pet runs and is set up as this hearth does it} */
    public boolean isReady(Pet pet) {
        return start.isReady(pet);
    }

    /** {@return what commands that were cut off left behind, for people} */
    public List<String> leftovers() {
        return sweep.found();
    }

    private String userInside() {
        return world.account().uid() + ":" + world.account().gid();
    }

    /**
     * Brings a pet up and decides what the launcher runs for a session in it.
     *
     * <p>What earlier sessions left behind when their launcher was killed is ended first.
     */
    public Handover enter(PetName name, EnterRequest request, Narrator narrator) {
        var pet = start(name, narrator);
        sessions.endOrphans(pet.container());
        return sessions.open(pet, request);
    }

    /**
     * Brings a pet up and has the in-pet half answer the owner, without a terminal.
     *
     * @param question the script, with its words
     * @param line called with each line of the answer
     * @return the script's exit status
     */
    public int ask(PetName name, List<String> question, Consumer<String> line, Narrator narrator) {
        var pet = start(name, narrator);
        return engine.exec(pet.container().id(), new ExecRequest(userInside(), Map.of(), question), line);
    }

    /**
     * Brings a pet up and has the in-pet half do something there as root, without a terminal.
     *
     * @param command the script, with its words
     * @param line called with each line of what it says
     * @return the script's exit status
     */
    public int administer(PetName name, List<String> command, Consumer<String> line, Narrator narrator) {
        var pet = start(name, narrator);
        return engine.exec(pet.container().id(), ExecRequest.asRoot(command.toArray(String[]::new)), line);
    }
}
