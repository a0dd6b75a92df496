package dev.hearth.engine;

import java.nio.file.Path;

/**
 * What an engine says about itself.
 *
 * @param apiVersion of Docker's API, which Podman speaks too
 * @param rootless whether it runs as an ordinary user inside a user namespace
 * @param storage where it keeps images and containers on the host
 * @param cgroupVersion 1 or 2
 * @param endsByCgroup whether it can end all processes of a container at once through a control group; a rootless
 *     engine without a service manager that gives it one cannot
 * @param seLinux whether it labels containers for SELinux
 * @param appArmor whether it confines containers with AppArmor
 */
public record EngineFacts(
        EngineKind kind,
        String version,
        String apiVersion,
        boolean rootless,
        Path socket,
        Path storage,
        String storageDriver,
        int cgroupVersion,
        boolean endsByCgroup,
        boolean seLinux,
        boolean appArmor,
        String architecture) {}
