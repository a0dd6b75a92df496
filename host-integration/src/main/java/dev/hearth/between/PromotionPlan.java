package dev.hearth.between;

import dev.hearth.os.Change;
import java.nio.file.Path;
import java.util.List;

/**
 * What making packages of a pet layers of the base is going to do.
 *
 * @param directory where their files lie
 * @param base what happens to the base
 * @param steps in order, for people
 */
public record PromotionPlan(Move move, Path directory, Change.Packages base, List<String> steps)
        implements AutoCloseable {
    public PromotionPlan {
        steps = List.copyOf(steps);
    }

    /** Removes the files. */
    @Override
    public void close() {
        Promotions.delete(directory);
    }
}
