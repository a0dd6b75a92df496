package dev.hearth.bridge;

import java.nio.file.Path;

/** Answers pets that call for commands on the host. */
public interface Bridge {

    /** Sees to it that somebody answers a pet for as long as it runs. */
    void answer(Caller caller);

    /** {@return the log of what pets had run} */
    Path log();

    /** {@return what pets may do} */
    HostRights rights();
}
