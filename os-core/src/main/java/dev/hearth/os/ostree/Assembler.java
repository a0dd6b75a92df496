package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Transactions.Progress;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the commit in which a base has all that is asked of it. */
interface Assembler {

    /**
     * What to assemble.
     *
     * @param base the commit below
     * @param origin says what is asked
     * @param present what is deployed now; its commit is the outcome when assembling would come to the same
     * @param configuration the deployment whose configuration goes over, and with it its package sources
     * @param asked what is asked just now: when it cannot be met nothing is done, whereas earlier requests are set aside
     */
    record Order(
            String base,
            Origin origin,
            DeploymentId present,
            DeploymentId configuration,
            Set<String> asked,
            boolean cacheOnly,
            boolean strict) {
        public Order {
            asked = Set.copyOf(asked);
        }
    }

    /**
     * What came of it.
     *
     * @param checksum of the commit: that of the base when nothing is active
     * @param setAside requests that failed
     */
    record Assembled(String checksum, List<Layering.Inactive> setAside) {
        public Assembled {
            setAside = List.copyOf(setAside);
        }
    }

    /**
     * {@return what assembling would do; nothing is kept}
     *
     * @throws RequestFailed when what is asked just now cannot be met
     * @throws RequestWithoutEffect when what is asked just now is there by itself
     */
    List<Step> plan(Order order);

    /** {@return an origin with the newest versions of its files, where it says where they are} */
    Origin updated(Origin origin, String base, DeploymentId configuration, Consumer<OsEvent> events);

    /**
     * {@return packages that could be layered, whose name or summary has all the words}
     *
     * @param base the commit to layer them onto
     * @param configuration the deployment whose configuration names the package sources
     */
    List<FoundPackage> search(String base, DeploymentId configuration, List<String> words);

    /**
     * Assembles.
     *
     * @throws RequestFailed when what is asked just now cannot be met
     * @throws RequestWithoutEffect when what is asked just now is there by itself
     */
    Assembled assemble(Order order, Progress progress, Consumer<OsEvent> events);
}
