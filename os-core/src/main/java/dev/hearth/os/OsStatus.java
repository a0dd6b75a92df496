package dev.hearth.os;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The base as it is now.
 *
 * @param engine the name of what keeps it
 * @param deployments in boot order: the first boots by default
 * @param transaction what the engine is doing just now; absent when it is idle
 * @param driver who decides about updates on this host, where somebody does
 * @param update what is known to be available, without asking anew
 * @param automatic what happens by itself
 */
public record OsStatus(
        String engine,
        List<Deployment> deployments,
        @Nullable String transaction,
        @Nullable Driver driver,
        @Nullable Update update,
        AutomaticUpdates automatic) {
    public OsStatus {
        deployments = List.copyOf(deployments);
    }

    /**
     * A program that updates are left to.
     *
     * @param unit its systemd unit
     */
    public record Driver(String name, @Nullable String unit) {}

    /** {@return the same with what happens by itself} */
    public OsStatus with(AutomaticUpdates policy) {
        return new OsStatus(engine, deployments, transaction, driver, update, policy);
    }

    /** {@return what runs now; empty in a sysroot that this machine did not boot from} */
    public Optional<Deployment> booted() {
        return deployments.stream()
                .filter(deployment -> deployment.marks().booted())
                .findFirst();
    }

    /** {@return what boots next} */
    public Optional<Deployment> next() {
        return deployments.stream().findFirst();
    }

    /** {@return whether something else boots next than what runs now} */
    public boolean needsReboot() {
        return booted().isPresent() && !booted().equals(next());
    }
}
