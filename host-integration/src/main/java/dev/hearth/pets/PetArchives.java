package dev.hearth.pets;

import dev.hearth.archives.ArchivedImage;
import dev.hearth.archives.OciArchiveReader;
import dev.hearth.archives.OciArchiveWriter;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.session.HostFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries pets, with all that is in their own files, from one place to another, in archives that others read, too. */
public final class PetArchives {
    private static final String ACTION = "export";
    private static final String ORIGIN = "dev.hearth.imported-from";

    /** What an image is called until a pet is made of it. */
    private static final String ARRIVING = "localhost/hearth/arriving";

    private final ContainerEngine engine;
    private final ImageStore images;
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
     * @param grace how long its processes may take to end, where they cannot be paused
     */
    public void export(PetName name, Path file, Duration grace, Narrator narrator) {
        var history = generations.of(GenerationSaver.identity(pets.get(name).spec()));
        var saved = snapshots.take(name, ACTION, "", false, grace, narrator);
        try (var _ = locks.acquire(name, narrator)) {
            write(requests.with(pets.get(name)), saved, history, file);
        } finally {
            generations.remove(saved);
        }
    }

    private void write(Pet pet, Generation saved, List<Generation> history, Path file) {
        var image = generations.image(saved);
        var archived = new ArchivedImage(
                pet.name().value(),
                engine.facts().architecture(),
                clock.instant(),
                image.environment(),
                PetArchiveForm.labels(pet, history));
        unstarted.look(
                pet,
                saved.imageId(),
                id -> engine.files().export(id, tar -> {
                    new OciArchiveWriter(file).write(archived, tar);
                    return file;
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
            var image = content.image();
            return new ArchivedPet(
                    file,
                    PetArchiveForm.name(image, file),
                    PetArchiveForm.spec(image, file),
                    PetArchiveForm.history(image),
                    content,
                    directory);
        } catch (RuntimeException e) {
            DirectoryTree.delete(directory);
            throw e;
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
            var spec = spec(archived, name, granted);
            var image = image(archived, name);
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
                throw e;
            }
            var pet = pets.get(name);
            login.follow(pet, narrator);
            return pet;
        }
    }

    /** {@return the content as an image that goes with the pet; what the archive says of itself is not believed} */
    private LocalImage image(ArchivedPet archived, PetName name) {
        var arriving = ImageReference.parse("%s:%d-%d".formatted(ARRIVING, account.uid(), clock.millis()));
        try (var tar = archived.content().tar()) {
            var environment = archived.content().image().environment().stream()
                    .filter(variable -> variable.lines().count() == 1)
                    .toList();
            var whole = images.importRootfs(tar, arriving, new ImageConfiguration(Map.of(), environment, List.of()));
            try {
                return contents.copyFor(name, whole);
            } finally {
                images.remove(arriving.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PetSpec spec(ArchivedPet archived, PetName name, Set<ForeignWish> granted) {
        var spec = archived.spec();
        var labels = new LinkedHashMap<>(spec.labels());
        labels.keySet().removeIf(label -> label.startsWith("dev.hearth."));
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
                        spec.madeAnew(clock.instant()))
                .of(name);
    }

    private static <T extends ForeignWish> Stream<T> granted(Set<ForeignWish> granted, Class<T> kind) {
        return granted.stream().filter(kind::isInstance).map(kind::cast);
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(scratch.prepared(), "pet-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
