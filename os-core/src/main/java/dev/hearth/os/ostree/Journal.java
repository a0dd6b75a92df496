package dev.hearth.os.ostree;

import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction is doing, written down before it is done: what is there without a transaction running tells the next
 * command that one was cut off, and where.
 */
final class Journal {
    private static final String GROUP = "transaction";

    private final Path file;

    Journal(Sysroot sysroot) {
        file = sysroot.extension().resolve("transaction");
    }

    /**
     * What was written last.
     *
     * @param change the command, for people
     * @param before the deployments that were there, by directory; any other is the transaction's own
     */
    record Entry(Stage stage, String change, List<String> before) {
        Entry {
            before = List.copyOf(before);
        }

        static Entry of(String change, List<Deployment> present) {
            return new Entry(
                    Stage.PLAN,
                    change,
                    present.stream()
                            .map(Deployment::id)
                            .map(DeploymentId::toString)
                            .toList());
        }

        Entry at(Stage next) {
            return new Entry(next, change, before);
        }

        /** {@return whether a deployment was there when the transaction began} */
        boolean knows(DeploymentId deployment) {
            return before.contains(deployment.toString());
        }
    }

    void write(Entry entry) {
        var text = KeyFile.EMPTY
                .with(GROUP, "stage", entry.stage().name())
                .with(GROUP, "change", entry.change())
                .with(GROUP, "before", entry.before())
                .toString();
        try {
            var temporary = file.resolveSibling("transaction.new");
            Files.writeString(temporary, text);
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what was written last; empty when the last transaction came to its end} */
    Optional<Entry> read() {
        try {
            var keys = KeyFile.parse(TextFile.read(file));
            return Optional.of(
                    new Entry(stage(keys), keys.value(GROUP, "change").orElse("a change"), keys.list(GROUP, "before")));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (KeyFile.Malformed | TextFile.NoText e) {
            // Renaming is the last part of writing it: this was not written by hearth.
            throw DamagedSysroot.journal(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stage stage(KeyFile keys) {
        var name = keys.value(GROUP, "stage").orElse("");
        for (var stage : Stage.values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        throw DamagedSysroot.journal(file, "there is no stage '" + name + "'");
    }

    void erase() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
