package dev.hearth.pets;

import dev.hearth.archives.ArchivedImage;
import dev.hearth.archives.LayerStack;
import dev.hearth.archives.OciArchiveReader;
import dev.hearth.archives.OciArchiveWriter;
import dev.hearth.archives.RootFiles;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageLayer;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LayeredImage;
import dev.hearth.images.LocalImage;
import dev.hearth.session.HostFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries pets, with all that is in their own files, from one place to another, in archives that others read, too. */
public final class PetArchives {
    private static final String ACTION = "export";

    /** More would be as many layers as engines can stack. */
    private static final int MOST = 40;

    private static final String ORIGIN = "dev.hearth.imported-from";

    /** What an image is called until a pet is made of it. */
    private static final String ARRIVING = "localhost/hearth/arriving";

    private final ContainerEngine engine;
    private final ImageStore images;
    private final PetImages supplied;
    private final Account account;
    private final HostFacts host;
    private final PrivateDirectory scratch;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final PetRequests requests;
    private final PetSnapshots snapshots;
    private final Generations generations;
    private final PetContents contents;
    private final UnstartedContainer unstarted;
    private final PetCreation creation;
    private final PetRequirements requirements;
    private final LoginStart login;
    private final InstantSource clock;

    PetArchives(
            ContainerEngine engine,
            ImageStore images,
            PetImages supplied,
            Account account,
            HostFacts host,
            PrivateDirectory scratch,
            PetReader pets,
            PetLocks locks,
            PetSweep sweep,
            PetRequests requests,
            PetSnapshots snapshots,
            Generations generations,
            PetContents contents,
            UnstartedContainer unstarted,
            PetCreation creation,
            PetRequirements requirements,
            LoginStart login,
            InstantSource clock) {
        this.engine = engine;
        this.images = images;
        this.supplied = supplied;
        this.account = account;
        this.host = host;
        this.scratch = scratch;
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
        this.requests = requests;
        this.snapshots = snapshots;
        this.generations = generations;
        this.contents = contents;
        this.unstarted = unstarted;
        this.creation = creation;
        this.requirements = requirements;
        this.login = login;
        this.clock = clock;
    }

    /**
     * Writes a pet to a file, whole or not at all; the pet goes on as it was.
     *
     * @param history whether the contents of its generations go along
     * @param grace how long its processes may take to end, where they cannot be paused
     */
    public void export(PetName name, Path file, boolean history, Duration grace, Narrator narrator) {
        var room = beside(file.toAbsolutePath());
        try {
            var packed = packed(name, history, room, grace, narrator);
            new OciArchiveWriter(file).write(packed.image(), packed.layers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DirectoryTree.delete(room);
        }
    }

    /**
     * Sends a pet to a registry; the pet goes on as it was.
     *
     * @param history whether the contents of its generations go along
     * @param grace how long its processes may take to end, where they cannot be paused
     * @throws RegistryNotNamed when the name is none that something can be sent to
     */
    public void push(PetName name, ImageReference reference, boolean history, Duration grace, Narrator narrator) {
        RegistryNotNamed.refuse(reference);
        var room = temporary();
        try {
            var packed = packed(name, history, room, grace, narrator);
            var before = images.images();
            var configuration = new ImageConfiguration(
                    packed.image().labels(), packed.image().environment(), List.of());
            images.load(List.of(new LayeredImage(
                    List.of(reference),
                    configuration,
                    packed.image().architecture(),
                    packed.image().created(),
                    packed.layers())));
            var loaded = existing(reference.qualified().toString());
            try {
                images.push(reference, narrator::transferred);
            } finally {
                forget(loaded, before);
            }
        } finally {
            DirectoryTree.delete(room);
        }
    }

    /** A pet as an image that is in files only. */
    private record Packed(ArchivedImage image, List<ImageLayer> layers) {}

    private Packed packed(PetName name, boolean history, Path room, Duration grace, Narrator narrator) {
        var all = generations.of(GenerationSaver.identity(pets.get(name).spec()));
        var carried = history ? all.subList(Math.max(0, all.size() - MOST), all.size()) : List.<Generation>of();
        var told = all.subList(0, all.size() - carried.size());
        var saved = snapshots.take(name, ACTION, "", false, grace, narrator);
        try (var _ = locks.acquire(name, narrator)) {
            var pet = requests.with(pets.get(name));
            var states = Stream.concat(carried.stream(), Stream.of(saved))
                    .map(generation -> files(pet, generation))
                    .toList();
            return new Packed(image(pet, saved, told, carried), new LayerStack(room).of(states));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            generations.remove(saved);
        }
    }

    private ArchivedImage image(Pet pet, Generation saved, List<Generation> told, List<Generation> carried) {
        return new ArchivedImage(
                pet.name().value(),
                engine.facts().architecture(),
                clock.instant(),
                generations.image(saved).environment(),
                PetArchiveForm.labels(pet, FormerGeneration.of(pet.spec(), told), carried));
    }

    private RootFiles files(Pet pet, Generation generation) {
        return reader -> unstarted.look(
                pet,
                generation.imageId(),
                id -> engine.files().export(id, tar -> {
                    reader.read(tar);
                    return generation;
                }));
    }

    /**
     * Opens an archive, to be closed.
     *
     * @throws dev.hearth.archives.InvalidArchive when it holds no pet
     */
    public ArchivedPet open(Path file) {
        var directory = temporary();
        try {
            var content = new OciArchiveReader(file, directory).open();
            return ArchivedPet.of(new PetOrigin.Archive(file), content.image(), content.layers(), directory);
        } catch (RuntimeException e) {
            DirectoryTree.delete(directory);
            throw e;
        }
    }

    /**
     * Fetches a pet from a registry, to be closed; the engine is left without the image that it came in.
     *
     * @throws ImageOfNoPet when that is what it is
     */
    public ArchivedPet fetch(ImageReference reference, Narrator narrator) {
        var before = images.images();
        var pulled = supplied.pull(reference, narrator);
        var directory = temporary();
        try {
            var origin = new PetOrigin.Registry(reference);
            var image = described(pulled);
            // Before it is written to the disk once more.
            PetArchiveForm.spec(image, origin);
            return ArchivedPet.of(origin, image, images.save(pulled.id(), directory), directory);
        } catch (RuntimeException e) {
            DirectoryTree.delete(directory);
            throw e;
        } finally {
            forget(pulled, before);
        }
    }

    private ArchivedImage described(LocalImage image) {
        var platform = image.platform();
        return new ArchivedImage(
                image.displayName(),
                platform == null ? engine.facts().architecture() : platform.architecture(),
                image.created(),
                image.environment(),
                image.labels());
    }

    /** Names are what they were before an image came and went. */
    private void forget(LocalImage passing, List<LocalImage> before) {
        var kept = before.stream()
                .filter(image -> image.id().equals(passing.id()))
                .flatMap(image -> image.names().stream())
                .toList();
        var names = passing.names();
        names.stream().filter(name -> !kept.contains(name)).forEach(images::remove);
        if (names.isEmpty() && before.stream().noneMatch(image -> image.id().equals(passing.id()))) {
            images.remove(passing.id());
        }
        for (var image : before) {
            image.names().stream()
                    .filter(name -> names.contains(name) && !image.id().equals(passing.id()))
                    .forEach(name -> images.tag(image.id(), ImageReference.parse(name)));
        }
    }

    /**
     * Makes a pet of what an archive holds, and leaves it running.
     *
     * @param granted what of this host it gets of all that it wishes for
     * @throws PetExists when the name is taken
     */
    public Pet make(ArchivedPet archived, PetName name, Set<ForeignWish> granted, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            sweep.leftovers(name, narrator);
            creation.requireFree(name);
            var created = archived.spec().madeAnew(clock.instant());
            var spec = spec(archived, archived.spec(), name, granted, created);
            var image = content(archived, name, spec, granted);
            try {
                requirements.check(spec, image);
                narrator.creating(name);
                var request = new PetContainer(account, host, engine.facts())
                        .request(new MakingName(name).toString(), spec, image);
                creation.makeThen(
                        name, spec, request, List.of(), List.of(), narrator, id -> engine.rename(id, name.value()));
                narrator.created(name);
            } catch (Failure e) {
                contents.release(image);
                generations.of(GenerationSaver.identity(spec)).forEach(generations::remove);
                throw e;
            }
            var pet = pets.get(name);
            login.follow(pet, narrator);
            return pet;
        }
    }

    /** {@return the content as an image that goes with the pet; what comes along says of itself is not believed} */
    private LocalImage content(ArchivedPet archived, PetName name, PetSpec spec, Set<ForeignWish> granted) {
        var arriving = ImageReference.parse("%s:%d-%d".formatted(ARRIVING, account.uid(), clock.millis()));
        var loaded = new ArrayList<LayeredImage>();
        loaded.add(
                image(archived, List.of(arriving), Map.of(), archived.layers().size()));
        for (var one : archived.generations()) {
            var generation = restored(archived, one, name, spec, granted);
            loaded.add(image(archived, Generations.names(generation), Generations.labels(generation), one.layers()));
        }
        images.load(loaded);
        try {
            return contents.copyFor(name, existing(arriving.toString()));
        } finally {
            images.remove(arriving.toString());
        }
    }

    private LayeredImage image(
            ArchivedPet archived, List<ImageReference> names, Map<String, String> labels, int layers) {
        var environment = archived.image().environment().stream()
                .filter(variable -> variable.lines().count() == 1)
                .toList();
        var architecture = archived.image().architecture();
        return new LayeredImage(
                names,
                new ImageConfiguration(labels, environment, List.of()),
                architecture.matches("[a-z0-9_]{1,20}")
                        ? architecture
                        : engine.facts().architecture(),
                clock.instant(),
                archived.layers().subList(0, layers));
    }

    /** {@return a generation as one of the new pet's, which has of this host no more than that} */
    private Generation restored(
            ArchivedPet archived, ArchivedGeneration one, PetName name, PetSpec spec, Set<ForeignWish> granted) {
        var wishes = new LinkedHashSet<>(ForeignWish.of(one.spec()));
        wishes.retainAll(granted);
        var generation = one.generation();
        return new Generation(
                GenerationSaver.identity(spec),
                generation.number(),
                generation.saved(),
                generation.label(),
                generation.action(),
                generation.parent(),
                SpecLabel.write(spec(archived, one.spec(), name, wishes, spec.created())),
                generation.changed(),
                generation.packages(),
                "",
                generation.pinned());
    }

    private PetSpec spec(ArchivedPet archived, PetSpec spec, PetName name, Set<ForeignWish> granted, Instant created) {
        var labels = new LinkedHashMap<>(spec.labels());
        labels.keySet().removeIf(ReservedLabels::contain);
        labels.put(ORIGIN, archived.name().value());
        if (!archived.history().isEmpty()) {
            labels.put(FormerGeneration.LABEL, FormerGeneration.write(archived.history()));
        }
        var ports = granted(granted, ForeignWish.OpenPort.class)
                .map(ForeignWish.OpenPort::port)
                .toList();
        return new PetSpec(
                        account.uid(),
                        spec.image(),
                        spec.imageId(),
                        ForeignWish.home(granted),
                        granted(granted, ForeignWish.SeeVolume.class)
                                .map(ForeignWish.SeeVolume::volume)
                                .toList(),
                        spec.environment(),
                        spec.packages(),
                        granted.contains(new ForeignWish.RunSystemd()),
                        spec.unshared(),
                        ports,
                        granted(granted, ForeignWish.HaveDevice.class)
                                .map(ForeignWish.HaveDevice::device)
                                .toList(),
                        granted.contains(new ForeignWish.UseEngine()),
                        spec.limits(),
                        spec.platform(),
                        spec.hostname(),
                        labels,
                        granted.contains(new ForeignWish.StartAtLogin()),
                        spec.idleStop(),
                        false,
                        created)
                .of(name);
    }

    private static <T extends ForeignWish> Stream<T> granted(Set<ForeignWish> granted, Class<T> kind) {
        return granted.stream().filter(kind::isInstance).map(kind::cast);
    }

    private LocalImage existing(String name) {
        return images.find(name).orElseThrow(() -> new ImageNotFound(name));
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(scratch.prepared(), "pet-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a directory of the caller's alone, where there has to be room for the file anyway} */
    private static Path beside(Path file) {
        try {
            return Files.createTempDirectory(file.getParent(), "." + file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
