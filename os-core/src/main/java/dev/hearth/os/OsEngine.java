package dev.hearth.os;

import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What keeps the base of one host: rpm-ostree, bootc, or hearth's own engine on plain ostree.
 *
 * <p>Reading needs no more than the engine itself asks for. Every change is described first and carried out as a whole:
 * what the machine boots afterwards is either the new state or, whatever happens in between, the old one.
 */
public interface OsEngine {

    /** {@return the engine's name as its users know it: {@code rpm-ostree}, {@code bootc} or {@code ostree}} */
    String name();

    /** {@return the deployments and what else is known of the base now} */
    OsStatus status();

    /**
     * Works out what a change takes; nothing is changed.
     *
     * @return what {@link #carryOut} would do, in order
     * @throws NotOffered when the engine has no such change
     * @throws dev.hearth.core.failure.Failure when the change cannot be made as things are
     */
    List<Step> plan(Change change);

    /**
     * Makes a change; the plan is worked out anew under the engine's lock.
     *
     * @param events told as they happen
     * @throws NotOffered when the engine has no such change
     * @throws dev.hearth.core.failure.Failure when it cannot be made; the default deployment is then what it was
     */
    Outcome carryOut(Change change, Consumer<OsEvent> events);

    /** {@return an engine of the same base that does not look first whether a change would work; itself if it never does} */
    default OsEngine withoutChecks() {
        return this;
    }

    /**
     * Finishes what a change left to the shutdown, once libostree has done its part.
     *
     * @return the deployment that it was about, if any was
     */
    default Optional<DeploymentId> finish(Consumer<OsEvent> events) {
        return Optional.empty();
    }

    /** {@return whether that merges the configuration of what is staged, by what was decided about it} */
    default boolean mergesAtShutdown() {
        return false;
    }

    /** {@return the change that was left to a shutdown and did not come about, in words; empty where there is none} */
    default Optional<String> unfinished() {
        return Optional.empty();
    }

    /**
     * Asks the source whether there is a newer version, and downloads no more than that takes.
     *
     * @param preview also find out which packages differ
     */
    Update check(boolean preview);

    /** {@return packages that could be layered, whose name or summary has all the words} */
    List<FoundPackage> search(List<String> words);

    /** {@return the packages of a deployment, by its own database} */
    InstalledPackages packages(DeploymentId deployment);

    /** {@return where a deployment's files lie, to read only} */
    Path root(DeploymentId deployment);

    /**
     * A package that could be layered.
     *
     * @param version empty when the engine does not tell
     * @param summary one line
     */
    record FoundPackage(String name, String version, String summary) {}

    /** What differs in packages between what is deployed and what the source has. */
    record Preview(PackageDiff packages, List<Advisory> advisories) {}
}
