package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of a pet's own on their way to the container that takes its place; gone when this is closed, or hearth dies.
 *
 * <p>They go in as words of commands, since programs that engines run get no input from hearth. Owners keep their names, not
 * their numbers, which differ between distributions.
 */
final class CarriedFiles implements AutoCloseable {
    /** A word may have 128 kB; whole groups of base64 can be put together again. */
    private static final int WORD = 90_000;

    /** All words of a command may have two megabytes. */
    private static final int WORDS_AT_ONCE = 8;

    private final ContainerEngine engine;
    private final PetName pet;
    private final @Nullable FileChannel archive;

    private CarriedFiles(ContainerEngine engine, PetName pet, @Nullable FileChannel archive) {
        this.engine = engine;
        this.pet = pet;
        this.archive = archive;
    }

    /**
     * {@return files of a pet that runs, as they are by now}
     *
     * @param directory where they are kept meanwhile
     * @throws OwnFileMissing when the pet does not have one
     */
    static CarriedFiles of(ContainerEngine engine, Pet pet, List<ContainerPath> paths, PrivateDirectory directory) {
        if (paths.isEmpty()) {
            return new CarriedFiles(engine, pet.name(), null);
        }
        var archive = nameless(directory);
        var carried = new CarriedFiles(engine, pet.name(), archive);
        try {
            carried.pack(pet.container().id(), paths, archive);
            return carried;
        } catch (RuntimeException e) {
            carried.close();
            throw e;
        }
    }

    private void pack(ContainerId id, List<ContainerPath> paths, FileChannel archive) {
        var missing = new ArrayList<String>();
        engine.exec(id, command("missing", paths), missing::add);
        if (!missing.isEmpty()) {
            throw new OwnFileMissing(pet, missing);
        }
        requireDone(
                engine.read(id, command("pack", paths), bytes -> bytes.transferTo(Channels.newOutputStream(archive))));
    }

    /** Puts them into another container, which runs. */
    void unpack(ContainerId id) {
        if (archive == null) {
            return;
        }
        try {
            archive.position(0);
            var bytes = Channels.newInputStream(archive);
            for (var words = words(bytes); !words.isEmpty(); words = words(bytes)) {
                requireDone(engine.exec(id, command(Stream.concat(Stream.of("add"), words.stream())), _ -> {}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requireDone(engine.exec(id, command(Stream.of("unpack")), _ -> {}));
    }

    @Override
    public void close() {
        try {
            if (archive != null) {
                archive.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(InputStream bytes) throws IOException {
        var words = new ArrayList<String>();
        while (words.size() < WORDS_AT_ONCE) {
            var some = bytes.readNBytes(WORD);
            if (some.length == 0) {
                break;
            }
            words.add(Base64.getEncoder().encodeToString(some));
        }
        return words;
    }

    private void requireDone(int status) {
        if (status != 0) {
            throw new NotCarried(pet, status);
        }
    }

    private static ExecRequest command(String verb, List<ContainerPath> paths) {
        return command(Stream.concat(Stream.of(verb), paths.stream().map(ContainerPath::value)));
    }

    private static ExecRequest command(Stream<String> words) {
        return ExecRequest.asRoot(
                Stream.concat(Stream.of(GuestFiles.CARRY.value()), words).toArray(String[]::new));
    }

    /** Nobody can open what has no name, and the kernel takes it away with this process. */
    private static FileChannel nameless(PrivateDirectory directory) {
        try {
            var file = Files.createTempFile(directory.prepared(), "carried", ".tar");
            var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(file);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
