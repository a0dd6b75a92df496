package dev.hearth.cli.pets;

import dev.hearth.frombase.BaseImages;
import dev.hearth.frombase.BaseTree;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The base as what a pet can be made of.
 *
 * @param trees the deployment of the host's base, or of that of a sysroot
 * @param made the images of deployments
 */
public record PetBase(Function<@Nullable Path, BaseTree> trees, Supplier<BaseImages> made) {
    /** {@return the deployment of the host's base, or of that of a sysroot} */
    public BaseTree tree(@Nullable Path sysroot) {
        return trees.apply(sysroot);
    }

    /** {@return the images of deployments} */
    public BaseImages images() {
        return made.get();
    }
}
