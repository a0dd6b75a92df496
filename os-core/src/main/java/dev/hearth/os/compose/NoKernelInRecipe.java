package dev.hearth.os.compose;

import dev.hearth.core.failure.Failure;
import java.util.Collection;

/** A recipe gives no kernel, or several, and a base starts with one. */
public final class NoKernelInRecipe extends Failure.Invalid {
    NoKernelInRecipe(Collection<String> kernels) {
        super(
                kernels.isEmpty()
                        ? "The recipe's packages have no kernel, and a base starts with one"
                        : "The recipe's packages have several kernels, and a base starts with one: "
                                + String.join(", ", kernels),
                "Name one package of a kernel in `packages`, such as linux-image-amd64 or kernel-core.");
    }
}
