package dev.hearth.os.auto;

import dev.hearth.os.Update;
import dev.hearth.os.rollout.MachineFraction;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells when this machine takes an update by itself that is rolled out over some time. */
public final class Phasing {
    private static final double LAST = 1;

    private final Path root;
    private final InstantSource clock;

    /**
     * Tells it of a machine.
     *
     * @param root of its file system
     */
    public Phasing(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /** {@return when it is this machine's turn, where that is still to come; a machine without an id comes last} */
    public Optional<Instant> turn(Update update) {
        return Optional.ofNullable(update.rollout())
                .map(window ->
                        window.turn(place(update).map(MachineFraction::value).orElse(LAST)))
                .filter(clock.instant()::isBefore);
    }

    private Optional<MachineFraction> place(Update update) {
        var commit = update.commit();
        return commit == null ? Optional.empty() : MachineFraction.read(root, commit.checksum());
    }
}
