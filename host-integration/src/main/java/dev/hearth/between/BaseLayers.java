package dev.hearth.between;

import dev.hearth.os.Change;
import java.util.List;

/** The base with its layers, which whoever has pets may not be allowed to change. */
public interface BaseLayers {

    /**
     * Makes sure that they can be changed from here, if need be by asking for a password.
     *
     * @throws dev.hearth.core.failure.Failure.Denied when they cannot
     */
    void requireChangeable();

    /** {@return what is in effect on what boots next: names of packages, and titles of those from files} */
    List<String> requests();

    /** {@return the ids of the deployments, in boot order} */
    List<String> deployments();

    /** {@return whether its source has something newer; also when only root could find that out} */
    boolean mayBeNewer();

    /** {@return the steps of a change, for people; nothing is changed} */
    List<String> plan(Change change);

    /**
     * Makes a change.
     *
     * @param reason kept in the history of the base
     * @throws dev.hearth.core.failure.Failure when it cannot be made; the base is then what it was
     */
    void carryOut(Change change, String reason);
}
