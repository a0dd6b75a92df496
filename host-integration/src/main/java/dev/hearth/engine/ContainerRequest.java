package dev.hearth.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container to be made, in words that both engines understand; what an engine lacks, its adapter leaves out or
 * expresses otherwise.
 *
 * @param image id or name of an image that the engine has
 * @param user {@code UID:GID} that its processes run as unless told otherwise
 * @param environment in the order it is to be set
 * @param unset variables of the image that are not to be set
 * @param sharing which namespaces of the host it uses
 * @param privileges what it may do
 * @param limits what it may use
 * @param manageNetworkFiles whether the engine writes {@code /etc/resolv.conf} and {@code /etc/hosts}
 * @param systemd whether its first process is systemd
 * @param platform such as {@code linux/arm64}; the image's own when absent
 * @param hostname the host's own when absent
 */
public record ContainerRequest(
        String name,
        String image,
        String user,
        ContainerPath workingDirectory,
        List<String> entrypoint,
        Map<String, String> environment,
        List<String> unset,
        Map<String, String> labels,
        List<Mount> mounts,
        Sharing sharing,
        Privileges privileges,
        Limits limits,
        List<PublishedPort> ports,
        List<String> devices,
        boolean manageNetworkFiles,
        boolean systemd,
        @Nullable String platform,
        @Nullable String hostname) {
    public ContainerRequest {
        entrypoint = List.copyOf(entrypoint);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        unset = List.copyOf(unset);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        mounts = List.copyOf(mounts);
        ports = List.copyOf(ports);
        devices = List.copyOf(devices);
    }

    /** {@return the same container, which sees this as well} */
    public ContainerRequest withMount(Mount mount) {
        return with(labels, Stream.concat(mounts.stream(), Stream.of(mount)).toList());
    }

    /** {@return the same container with this label} */
    public ContainerRequest withLabel(String label, String value) {
        var more = new LinkedHashMap<>(labels);
        more.put(label, value);
        return with(more, mounts);
    }

    private ContainerRequest with(Map<String, String> otherLabels, List<Mount> otherMounts) {
        return new ContainerRequest(
                name,
                image,
                user,
                workingDirectory,
                entrypoint,
                environment,
                unset,
                otherLabels,
                otherMounts,
                sharing,
                privileges,
                limits,
                ports,
                devices,
                manageNetworkFiles,
                systemd,
                platform,
                hostname);
    }

    /** Which namespaces are the host's; the others are the container's own. */
    public record Sharing(boolean network, boolean ipc, boolean pid, boolean hostname, boolean cgroup) {
        /** Everything of the host's. */
        public static final Sharing ALL = new Sharing(true, true, true, true, true);
    }

    /**
     * What the container may do.
     *
     * @param privileged everything the engine itself may; harmless only inside a rootless engine's user namespace
     * @param capabilities in addition to the engine's default, without the {@code CAP_} prefix
     * @param confined whether seccomp, SELinux labels and AppArmor stay as the engine has them
     * @param keepUserId whether the caller's own user and group ids are the same inside (rootless Podman)
     * @param groups ids of supplementary groups
     */
    public record Privileges(
            boolean privileged, List<String> capabilities, boolean confined, boolean keepUserId, List<Long> groups) {
        public Privileges {
            capabilities = List.copyOf(capabilities);
            groups = List.copyOf(groups);
        }
    }

    /**
     * What the container may use.
     *
     * @param memory bytes; no limit when 0
     * @param cpus number of processors; no limit when 0
     */
    public record Limits(long memory, double cpus) {
        public static final Limits NONE = new Limits(0, 0);
    }

    /**
     * A port of the container that the host answers on.
     *
     * @param address on the host; all when empty
     * @param protocol {@code tcp} or {@code udp}
     */
    public record PublishedPort(String address, int hostPort, int containerPort, String protocol) {
        /** {@return the port as {@code --publish} writes it} */
        public String text() {
            var host = address.contains(":") ? "[" + address + "]" : address;
            return (host.isEmpty() ? "" : host + ":") + "%d:%d/%s".formatted(hostPort, containerPort, protocol);
        }
    }
}
