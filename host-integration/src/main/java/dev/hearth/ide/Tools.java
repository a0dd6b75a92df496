package dev.hearth.ide;

import dev.hearth.core.failure.Failure;
import dev.hearth.exports.HearthCall;
import dev.hearth.pets.PetFollower;
import dev.hearth.pets.PetName;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All programs that can be told where pets are, which follow what becomes of these.
 *
 * @param call how they are to call hearth
 */
public record Tools(List<Tool> all, Supplier<HearthCall> call) implements PetFollower {
    public Tools {
        all = List.copyOf(all);
    }

    @Override
    public void removed(PetName name) {
        all.stream().filter(tool -> tool.knows(name)).forEach(tool -> follow(() -> tool.forget(name)));
    }

    @Override
    public void renamed(PetName from, PetName to) {
        all.stream().filter(tool -> tool.knows(from)).forEach(tool -> follow(() -> tool.rename(from, to, call.get())));
    }

    /** {@return what programs were told that is not true any more, for people} */
    public List<String> stale(Collection<PetName> pets) {
        return all.stream()
                .flatMap(tool -> tool.known().stream().flatMap(marked -> trouble(marked, pets)))
                .toList();
    }

    private static Stream<String> trouble(Marked marked, Collection<PetName> pets) {
        if (!pets.contains(marked.pet())) {
            return Stream.of("%s knows the pet '%s', which is gone".formatted(marked.tool(), marked.pet()));
        }
        return Files.isExecutable(marked.launcher())
                ? Stream.of()
                : Stream.of("%s calls '%s' for the pet '%s', which is not there"
                        .formatted(marked.tool(), marked.launcher(), marked.pet()));
    }

    /** Nobody is asked here, so files of the user's stay as they are; so does what somebody changed by hand. */
    private static void follow(Supplier<List<Step>> steps) {
        try {
            Step.carryOut(steps.get().stream().filter(step -> !step.asks()).toList());
        } catch (Failure.Conflict | Failure.ToolFailed | Failure.Unavailable left) {
            return;
        }
    }
}
