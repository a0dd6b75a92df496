package dev.hearth.os;

import dev.hearth.os.effect.Effect;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.tree.TreeDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two deployments.
 *
 * @param files of {@code /usr}, which holds the new configuration's defaults too
 * @param effect what of it matters to what runs of the first
 */
public record Difference(Deployment from, Deployment to, PackageDiff packages, TreeDiff files, Effect effect) {

    /** {@return the kernel arguments that only the second has} */
    public List<String> addedArguments() {
        return without(to.kernelArguments(), from.kernelArguments());
    }

    /** {@return the kernel arguments that only the first has} */
    public List<String> removedArguments() {
        return without(from.kernelArguments(), to.kernelArguments());
    }

    private static List<String> without(List<String> arguments, List<String> others) {
        var left = new ArrayList<>(arguments);
        // One for one: an argument may stand there twice.
        others.forEach(left::remove);
        return List.copyOf(left);
    }
}
