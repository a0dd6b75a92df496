package dev.hearth.os;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something to do to the base. The words are those of the command line. */
public sealed interface Change {

    /**
     * Take the newest version of the source, with all that is layered on it.
     *
     * @param allowOlder whether it may also be older than what is deployed
     * @param downloadOnly fetch it and leave the deployments as they are
     * @param cacheOnly use what was fetched before and no network
     * @param strict refuse when a layered package fails instead of setting it aside
     */
    record Upgrade(boolean allowOlder, boolean downloadOnly, boolean cacheOnly, boolean strict) implements Change {}

    /** Boot the older deployment next. */
    record Rollback(Configuration etc) implements Change {}

    /** Follow something else, with all that is layered kept. */
    record Rebase(String target, boolean strict) implements Change {}

    /** Stay at a certain version of the present source, until the next upgrade. */
    record Deploy(String revision, boolean strict) implements Change {}

    /**
     * Add packages to what is requested, or take requests away.
     *
     * @param install by name
     * @param files packages to install from files
     * @param updateFrom where newer versions of those files are to be looked for
     * @param uninstall requests to drop, by name
     * @param cacheOnly use what was fetched before and no network
     * @param strict refuse when one fails instead of setting it aside
     */
    record Packages(
            List<String> install,
            List<Path> files,
            @Nullable String updateFrom,
            List<String> uninstall,
            boolean cacheOnly,
            boolean strict)
            implements Change {
        public Packages {
            install = List.copyOf(install);
            files = List.copyOf(files);
            uninstall = List.copyOf(uninstall);
        }
    }

    /**
     * Hide packages of the base, or put others in their place.
     *
     * @param remove by name
     * @param replace files of the packages to put in place
     */
    record Overrides(List<String> remove, List<Path> replace) implements Change {
        public Overrides {
            remove = List.copyOf(remove);
            replace = List.copyOf(replace);
        }
    }

    /**
     * Take overrides back.
     *
     * @param packages by name; all when empty
     */
    record ResetOverrides(List<String> packages) implements Change {
        public ResetOverrides {
            packages = List.copyOf(packages);
        }
    }

    /** Go back to the pure base. */
    record Reset(boolean layers, boolean overrides, boolean initramfs) implements Change {}

    /** Keep a deployment whatever is cleaned up, or no longer. */
    record Pin(int index, boolean pinned) implements Change {}

    /** Drop a deployment. */
    record Undeploy(int index) implements Change {}

    /** Free space. */
    record Cleanup(Set<Leftover> what) implements Change {
        public Cleanup {
            what = Set.copyOf(what);
        }
    }

    /** What a clean-up removes. */
    enum Leftover {
        /** The deployment that boots next but never ran. */
        PENDING,
        /** The deployment that a rollback would return to. */
        ROLLBACK,
        /** What no deployment needs. */
        TEMPORARY,
        /** Package lists and downloaded packages. */
        METADATA
    }

    /**
     * Boot with other kernel arguments.
     *
     * @param append to add, also where one of that name is there
     * @param replace {@code KEY=VALUE} to put in place of those with that key, or {@code KEY=OLD=NEW}
     * @param delete to take away, as {@code KEY} or {@code KEY=VALUE}
     */
    record KernelArguments(List<String> append, List<String> replace, List<String> delete) implements Change {
        public KernelArguments {
            append = List.copyOf(append);
            replace = List.copyOf(replace);
            delete = List.copyOf(delete);
        }
    }

    /** Make {@code /usr} of the running deployment writable. */
    record Unlock(boolean hotfix) implements Change {}

    /** Have what the next deployment has more in what runs, without a boot. */
    record ApplyLive() implements Change {}

    /** Stop what the engine is doing. */
    record Cancel() implements Change {}

    /**
     * Have this much happen by itself, by the engine's own timer.
     *
     * @param conditions when; absent to leave that as it is
     */
    record Automatic(AutomaticUpdates policy, @Nullable UpdateConditions conditions) implements Change {

        /** Whenever it may happen now. */
        public Automatic(AutomaticUpdates policy) {
            this(policy, null);
        }
    }

    /** Which configuration a rollback boots with. */
    enum Configuration {
        /** That of the older deployment, as it was left. */
        OLD,
        /** That of now. */
        CURRENT,
        /** That of now, with the older deployment's defaults where they were not changed locally. */
        MERGED
    }
}
