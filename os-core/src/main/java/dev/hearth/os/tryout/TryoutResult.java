package dev.hearth.os.tryout;

import dev.hearth.os.Deployment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it went in the virtual machine.
 *
 * @param deployment that was tried
 * @param trouble why the checks could not be run to their end; absent when they were
 * @param checks what they found
 * @param leftOut what was not there
 * @param console the file with all that the machine said
 */
public record TryoutResult(
        Deployment deployment, @Nullable String trouble, List<TriedCheck> checks, List<LeftOut> leftOut, Path console) {
    public TryoutResult {
        checks = List.copyOf(checks);
        leftOut = List.copyOf(leftOut);
    }

    /** {@return whether it came up with all that is required of it} */
    public boolean passed() {
        return trouble == null && checks.stream().allMatch(check -> check.passed() || !check.required());
    }
}
