package dev.hearth.engine;

import java.util.List;
import java.util.Map;

/** Requests for containers that tests start from. */
public final class ContainerRequests {
    private ContainerRequests() {}

    /** {@return a request for a container that runs until it is stopped and has nothing of the host but its network} */
    public static ContainerRequest plain(String name, String image) {
        return new ContainerRequest(
                name,
                image,
                "0:0",
                ContainerPath.of("/"),
                List.of("sleep", "600"),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                new ContainerRequest.Sharing(true, false, false, false, false),
                new ContainerRequest.Privileges(false, List.of(), true, false, List.of()),
                ContainerRequest.Limits.NONE,
                List.of(),
                List.of(),
                true,
                false,
                null,
                null);
    }

    /** {@return the request with these labels} */
    public static ContainerRequest withLabels(ContainerRequest request, Map<String, String> labels) {
        return copy(request, request.user(), request.entrypoint(), request.environment(), labels, request.mounts());
    }

    /** {@return the request with another first process} */
    public static ContainerRequest withEntrypoint(ContainerRequest request, String... entrypoint) {
        return copy(
                request,
                request.user(),
                List.of(entrypoint),
                request.environment(),
                request.labels(),
                request.mounts());
    }

    /** {@return the request with these variables} */
    public static ContainerRequest withEnvironment(ContainerRequest request, Map<String, String> environment) {
        return copy(request, request.user(), request.entrypoint(), environment, request.labels(), request.mounts());
    }

    /** {@return the request with these mounts} */
    public static ContainerRequest withMounts(ContainerRequest request, List<Mount> mounts) {
        return copy(request, request.user(), request.entrypoint(), request.environment(), request.labels(), mounts);
    }

    /** {@return the request as another user} */
    public static ContainerRequest withUser(ContainerRequest request, String user) {
        return copy(request, user, request.entrypoint(), request.environment(), request.labels(), request.mounts());
    }

    /** {@return the request without these variables of its image} */
    public static ContainerRequest withUnset(ContainerRequest request, String... names) {
        return new ContainerRequest(
                request.name(),
                request.image(),
                request.user(),
                request.workingDirectory(),
                request.entrypoint(),
                request.environment(),
                List.of(names),
                request.labels(),
                request.mounts(),
                request.sharing(),
                request.privileges(),
                request.limits(),
                request.ports(),
                request.devices(),
                request.manageNetworkFiles(),
                request.systemd(),
                request.platform(),
                request.hostname());
    }

    /** {@return the request with a network of its own and a port that the host answers on} */
    public static ContainerRequest withPort(ContainerRequest request, ContainerRequest.PublishedPort port) {
        return new ContainerRequest(
                request.name(),
                request.image(),
                request.user(),
                request.workingDirectory(),
                request.entrypoint(),
                request.environment(),
                request.unset(),
                request.labels(),
                request.mounts(),
                new ContainerRequest.Sharing(false, false, false, false, false),
                request.privileges(),
                request.limits(),
                List.of(port),
                request.devices(),
                request.manageNetworkFiles(),
                request.systemd(),
                request.platform(),
                request.hostname());
    }

    private static ContainerRequest copy(
            ContainerRequest request,
            String user,
            List<String> entrypoint,
            Map<String, String> environment,
            Map<String, String> labels,
            List<Mount> mounts) {
        return new ContainerRequest(
                request.name(),
                request.image(),
                user,
                request.workingDirectory(),
                entrypoint,
                environment,
                request.unset(),
                labels,
                mounts,
                request.sharing(),
                request.privileges(),
                request.limits(),
                request.ports(),
                request.devices(),
                request.manageNetworkFiles(),
                request.systemd(),
                request.platform(),
                request.hostname());
    }
}
