package dev.hearth.setup;

import java.util.List;

/** Whose a file or directory is to be. */
public record Owner(String name, long uid, long gid) {

    /** {@return the words that make a command run as this user, so that root never follows a user's links} */
    List<String> prefix(long self) {
        return self == uid ? List.of() : List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--init-groups", "--");
    }
}
