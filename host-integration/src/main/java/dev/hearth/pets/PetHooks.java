package dev.hearth.pets;

import dev.hearth.core.text.Printable;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ExecRequest;
import java.util.List;

/** Runs what somebody wants done in a pet before it is there: all of it works, or there is no such pet. */
final class PetHooks {
    private final ContainerEngine engine;

    PetHooks(ContainerEngine engine) {
        this.engine = engine;
    }

    /**
     * Runs commands of the pet's shell as its root, one after the other.
     *
     * @throws HookFailed when one ends with a status other than 0
     */
    void run(PetName name, ContainerId id, List<String> hooks, Narrator narrator) {
        for (var hook : hooks) {
            narrator.runningHook(name, hook);
            var last = new String[] {""};
            int status = engine.exec(id, ExecRequest.asRoot("/bin/sh", "-c", hook), line -> {
                narrator.setUpSaid(Printable.line(line));
                last[0] = line.isBlank() ? last[0] : line;
            });
            if (status != 0) {
                throw new HookFailed(name, hook, status, last[0]);
            }
        }
    }
}
