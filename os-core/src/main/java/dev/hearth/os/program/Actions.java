package dev.hearth.os.program;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEvent;
import dev.hearth.os.PrivilegesMissing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Does what was planned, and tells of it as it goes. */
public final class Actions {
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Processes processes;
    private final Verdict verdict;

    /** Runs programs this way, and judges their ends so. */
    public Actions(Processes processes, Verdict verdict) {
        this.processes = processes;
        this.verdict = verdict;
    }

    /** What the end of a program means. */
    public interface Verdict {

        /**
         * {@return whether the program changed anything}
         *
         * @throws dev.hearth.core.failure.Failure when it could not do what it was to
         */
        boolean changed(Finished finished);
    }

    /**
     * Does one action after the other.
     *
     * @return whether any of them changed anything
     * @throws dev.hearth.core.failure.Failure when one cannot be done; those after it are left
     */
    public boolean perform(List<Action> actions, Consumer<OsEvent> events) {
        boolean changed = false;
        for (var action : actions) {
            events.accept(new OsEvent.Began(action.step()));
            changed |= switch (action) {
                case Action.Run(var command) -> verdict.changed(processes.stream(command, line -> said(line, events)));
                case Action.Write write -> write(write.file(), write.text(), READABLE);
                case Action.Place(var file, var text) -> write(file, text, READABLE);
                case Action.PlaceProgram(var file, var text) -> write(file, text, EXECUTABLE);
                case Action.Remove(var file) -> remove(file);
            };
        }
        return changed;
    }

    private static void said(String line, Consumer<OsEvent> events) {
        if (!line.isBlank()) {
            events.accept(new OsEvent.Said(line.stripTrailing()));
        }
    }

    private static boolean write(Path file, String text, Set<PosixFilePermission> usual) {
        var beside = file.resolveSibling("." + file.getFileName() + ".hearth");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(beside, text);
            Files.setPosixFilePermissions(beside, permissions(file, usual));
            Files.move(beside, file, ATOMIC_MOVE);
            return true;
        } catch (AccessDeniedException _) {
            throw new PrivilegesMissing("change " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (AccessDeniedException _) {
            throw new PrivilegesMissing("remove " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<PosixFilePermission> permissions(Path file, Set<PosixFilePermission> usual) throws IOException {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (NoSuchFileException _) {
            return usual;
        }
    }
}
