package dev.hearth.os.compose;

import dev.hearth.core.failure.Failure;

/** Nothing in a recipe's packages makes what its kernel starts with. */
public final class NoInitramfs extends Failure.Invalid {
    NoInitramfs(String kernel) {
        super(
                "The kernel '%s' has no initramfs, and the recipe's packages nothing to make one with"
                        .formatted(kernel),
                "Name `dracut` in `packages`, or a package that has `/usr/lib/modules/%s/initramfs.img`."
                        .formatted(kernel));
    }
}
