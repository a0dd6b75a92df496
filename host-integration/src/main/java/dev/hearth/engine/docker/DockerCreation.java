package dev.hearth.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.BindOptions;
import com.github.dockerjava.api.model.BindPropagation;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.VolumeOptions;
import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.Mount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in Docker's words what container is to be made. */
final class DockerCreation {
    private static final double NANO = 1e9;
    /** What asks systemd to shut down; the usual TERM would make it start itself anew. */
    private static final String SYSTEMD_STOP = "SIGRTMIN+3";

    private static final ApiVersion ALL_CAPABILITIES = ApiVersion.parse("1.42");
    private static final Set<String> YOUNG_CAPABILITIES = Set.of("PERFMON", "BPF", "CHECKPOINT_RESTORE");

    private DockerCreation() {}

    /** {@return the command that makes the container; what Docker lacks is left out} */
    static CreateContainerCmd command(DockerClient client, ContainerRequest request, ApiVersion api) {
        var command = client.createContainerCmd(request.image())
                .withName(request.name())
                .withUser(request.user())
                .withWorkingDir(request.workingDirectory().value())
                .withEntrypoint(request.entrypoint())
                .withEnv(variables(request))
                .withLabels(request.labels())
                .withExposedPorts(
                        request.ports().stream().map(DockerCreation::exposed).toList())
                .withHostConfig(hostConfig(request, api));
        if (request.hostname() != null && !request.sharing().hostname()) {
            command.withHostName(request.hostname());
        }
        if (request.systemd()) {
            command.withStopSignal(SYSTEMD_STOP);
        }
        return request.platform() == null ? command : command.withPlatform(request.platform());
    }

    private static List<String> variables(ContainerRequest request) {
        var variables = new ArrayList<String>();
        request.environment().forEach((name, value) -> variables.add(name + "=" + value));
        // A name alone takes away what the image sets.
        variables.addAll(request.unset());
        return variables;
    }

    private static HostConfig hostConfig(ContainerRequest request, ApiVersion api) {
        var config = HostConfig.newHostConfig()
                .withMounts(mounts(request.mounts()))
                .withTmpFs(tmpfs(request.mounts()))
                .withDevices(request.devices().stream()
                        .filter(DockerCreation::isPath)
                        .map(Device::parse)
                        .toList())
                .withMemory(request.limits().memory())
                .withNanoCPUs((long) (request.limits().cpus() * NANO))
                .withPortBindings(
                        request.ports().stream().map(DockerCreation::binding).toList());
        setSharing(config, request.sharing());
        setPrivileges(config, request.privileges(), api);
        var named = request.devices().stream().filter(device -> !isPath(device)).toList();
        if (!named.isEmpty()) {
            config.withDeviceRequests(
                    List.of(new DeviceRequest().withDriver("cdi").withDeviceIds(named)));
        }
        return config;
    }

    /** Others are names of the Container Device Interface, such as {@code nvidia.com/gpu=all}. */
    private static boolean isPath(String device) {
        return device.startsWith("/");
    }

    private static void setSharing(HostConfig config, ContainerRequest.Sharing sharing) {
        config.withIpcMode(sharing.ipc() ? "host" : "private").withCgroupnsMode(sharing.cgroup() ? "host" : "private");
        if (sharing.network()) {
            config.withNetworkMode("host");
        }
        if (sharing.pid()) {
            config.withPidMode("host");
        }
        if (sharing.hostname()) {
            config.withUtSMode("host");
        }
    }

    private static void setPrivileges(HostConfig config, ContainerRequest.Privileges privileges, ApiVersion api) {
        config.withPrivileged(privileges.privileged())
                .withCapAdd(capabilities(privileges.capabilities(), api))
                .withGroupAdd(privileges.groups().stream().map(String::valueOf).toList())
                // Where the daemon remaps ids, files in the shared home would not be the user's.
                .withUsernsMode("host");
        if (!privileges.confined()) {
            config.withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined", "label=disable"))
                    // Binding /dev shows devices; this is what lets them be opened.
                    .withDeviceCgroupRules(List.of("a *:* rwm"));
        }
    }

    /** Leaves out what this Docker does not know yet, since it refuses the container for one unknown word. */
    private static Capability[] capabilities(List<String> names, ApiVersion api) {
        var unknown = api.compareTo(ALL_CAPABILITIES) >= 0 ? Set.<String>of() : YOUNG_CAPABILITIES;
        return Arrays.stream(Capability.values())
                .filter(capability -> names.contains(capability.name()) && !unknown.contains(capability.name()))
                .toArray(Capability[]::new);
    }

    private static List<com.github.dockerjava.api.model.Mount> mounts(List<Mount> mounts) {
        var result = new ArrayList<com.github.dockerjava.api.model.Mount>();
        for (var mount : mounts) {
            switch (mount) {
                case Mount.Bind bind -> result.add(bind(bind));
                case Mount.Volume volume ->
                    result.add(mount(MountType.VOLUME, volume.name(), volume, volume.readOnly()));
                case Mount.HandedOn nameless ->
                    result.add(mount(MountType.VOLUME, nameless.name(), nameless, false)
                            .withVolumeOptions(new VolumeOptions()
                                    .withNoCopy(true)
                                    .withLabels(Map.of(DockerRemoval.HANDED_ON, "yes"))));
                case Mount.Overlay overlay ->
                    OverlayVolumes.mounts(overlay).stream()
                            .map(volume -> mount(MountType.VOLUME, volume.name(), volume, volume.readOnly())
                                    .withVolumeOptions(new VolumeOptions().withNoCopy(true)))
                            .forEach(result::add);
                // Memory file systems have a place of their own; Docker always makes pseudo-terminals itself.
                case Mount.Tmpfs _, Mount.Devpts _ -> {}
            }
        }
        return result;
    }

    private static com.github.dockerjava.api.model.Mount bind(Mount.Bind bind) {
        var mounted = mount(MountType.BIND, bind.source(), bind, bind.readOnly());
        return switch (bind.propagation()) {
            case SLAVE -> mounted.withBindOptions(new BindOptions().withPropagation(BindPropagation.R_SLAVE));
            // Docker's own default, left to it: it refuses the word where the source holds its data, as the root does.
            case PRIVATE -> mounted;
        };
    }

    private static com.github.dockerjava.api.model.Mount mount(
            MountType type, String source, Mount mount, boolean readOnly) {
        return new com.github.dockerjava.api.model.Mount()
                .withType(type)
                .withSource(source)
                .withTarget(mount.target().value())
                .withReadOnly(readOnly);
    }

    private static Map<String, String> tmpfs(List<Mount> mounts) {
        var result = new LinkedHashMap<String, String>();
        for (var mount : mounts) {
            if (mount instanceof Mount.Tmpfs tmpfs) {
                result.put(tmpfs.target().value(), tmpfs.options());
            }
        }
        return result;
    }

    private static ExposedPort exposed(ContainerRequest.PublishedPort port) {
        return ExposedPort.parse(port.containerPort() + "/" + port.protocol());
    }

    private static PortBinding binding(ContainerRequest.PublishedPort port) {
        var binding = port.address().isEmpty()
                ? Ports.Binding.bindPort(port.hostPort())
                : Ports.Binding.bindIpAndPort(port.address(), port.hostPort());
        return new PortBinding(binding, exposed(port));
    }
}
