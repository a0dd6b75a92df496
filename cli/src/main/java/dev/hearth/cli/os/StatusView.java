package dev.hearth.cli.os;

import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import dev.hearth.os.effect.Effect;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The base as it is now; the components are the JSON contract.
 *
 * @param engine rpm-ostree, bootc or ostree
 * @param rebootPending whether something else boots next than what runs
 * @param transaction what the engine is doing just now; null when it is idle
 * @param driver a program that updates are left to
 * @param automaticUpdates none, check, stage or apply
 * @param deployments in boot order
 * @param pendingEffect what of the deployment that waits matters to what runs; null when none waits
 * @param update what is known to be available, without asking anew
 * @param health whether what runs works; null for a sysroot in a directory
 * @param nextBoot what boots next, in words; null where nothing would
 * @param trouble why the last change did not happen, or only in part; null when it did
 */
record StatusView(
        String engine,
        boolean rebootPending,
        @Nullable String transaction,
        @Nullable DriverView driver,
        String automaticUpdates,
        List<DeploymentView> deployments,
        @Nullable EffectView pendingEffect,
        @Nullable UpdateView update,
        @Nullable HealthView health,
        @Nullable String nextBoot,
        @Nullable String trouble) {

    /**
     * A program that updates are left to.
     *
     * @param name as its users know it
     * @param unit its systemd unit
     */
    record DriverView(String name, @Nullable String unit) {}

    static StatusView of(
            OsStatus status, @Nullable Effect pendingEffect, @Nullable HealthView health, @Nullable String trouble) {
        var driver = status.driver();
        var update = status.update();
        return new StatusView(
                status.engine(),
                status.needsReboot(),
                status.transaction(),
                driver == null ? null : new DriverView(driver.name(), driver.unit()),
                Words.of(status.automatic()),
                IntStream.range(0, status.deployments().size())
                        .mapToObj(index -> DeploymentView.of(status, index))
                        .toList(),
                pendingEffect == null ? null : EffectView.of(pendingEffect),
                update == null ? null : UpdateView.of(update),
                health,
                status.next().map(next -> nextBoot(status, next)).orElse(null),
                trouble);
    }

    private static String nextBoot(OsStatus status, Deployment next) {
        var version = next.commit().version();
        var name = version == null ? next.id().abbreviated() : version;
        if (status.booted().isEmpty()) {
            return name;
        }
        if (!status.needsReboot()) {
            return name + ", which runs";
        }
        return name + (next.marks().staged() ? ", once the shutdown has written it out" : "")
                + ", in place of what runs";
    }
}
