package dev.hearth.cli.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base; the components are the JSON contract.
 *
 * @param engine rpm-ostree, bootc or ostree
 * @param rebootPending whether something else boots next than what runs
 * @param deployments in boot order
 * @param layers packages that were layered on request, and where they belong
 * @param configuration paths below /etc that differ from the defaults; null where only root may tell
 */
record BaseView(
        String engine,
        boolean rebootPending,
        List<Deployed> deployments,
        List<Layer> layers,
        @Nullable Long configuration) {

    /**
     * One deployment.
     *
     * @param id STATEROOT-CHECKSUM.SERIAL
     * @param version of its base
     * @param source what it follows
     * @param state runs, next, staged, rollback or kept
     */
    record Deployed(String id, @Nullable String version, String source, String state) {}

    /**
     * One layered package.
     *
     * @param name as it was asked for
     * @param place where it belongs: base, pet or flatpak; null when nobody can tell
     */
    record Layer(String name, @Nullable String place) {}
}
