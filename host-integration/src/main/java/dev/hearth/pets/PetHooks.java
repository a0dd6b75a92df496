package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.core.text.Printable;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import java.util.List;

/** Runs what somebody wants done in a pet before it is there: all of it works, or there is no such pet. */
final class PetHooks {
    private final ContainerEngine engine;
    private final Account account;

    PetHooks(ContainerEngine engine, Account account) {
        this.engine = engine;
        this.account = account;
    }

    /**
     * Runs commands, one after the other.
     *
     * @throws HookFailed when one ends with a status other than 0
     */
    void run(PetName name, ContainerId id, List<Hook> hooks, Narrator narrator) {
        for (var hook : hooks) {
            narrator.runningHook(name, hook.title());
            var last = new String[] {""};
            int status = engine.exec(id, hook.request(account), line -> {
                narrator.setUpSaid(Printable.line(line));
                last[0] = line.isBlank() ? last[0] : line;
            });
            if (status != 0) {
                throw new HookFailed(name, hook.title(), status, last[0]);
            }
        }
    }
}
