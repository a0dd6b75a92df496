package dev.hearth.cli.os;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.os.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something of the base.
 *
 * @param command as it was typed
 */
public record Requester(Account account, Environment environment, String command) {

    /** {@return the request, with its reason where one was given} */
    Request request(@Nullable String reason) {
        return new Request(user(), command, reason);
    }

    /** {@return whether the base may be changed} */
    boolean isRoot() {
        return account.isRoot();
    }

    /**
     * Makes sure that the base may be changed.
     *
     * @throws RootNeeded when it may not
     */
    void requireRoot() {
        if (!isRoot()) {
            throw new RootNeeded(command);
        }
    }

    /**
     * Makes sure that all of the base may be read.
     *
     * @param doing what that is for
     * @throws RootNeeded when it may not
     */
    void requireRootFor(String doing) {
        if (!isRoot()) {
            throw new RootNeeded(doing, command);
        }
    }

    /** Whoever became root to do it, when the programs that they did it by say who that was. */
    private String user() {
        if (!isRoot()) {
            return account.name();
        }
        return environment
                .get("SUDO_USER")
                .or(() -> environment.get("PKEXEC_UID").map(uid -> "uid " + uid))
                .orElse(account.name());
    }
}
