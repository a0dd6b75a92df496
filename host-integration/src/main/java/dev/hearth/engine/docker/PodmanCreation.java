package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.Mount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in Podman's own words what container is to be made.
 *
 * <p>Docker's words, which Podman understands too, have none for the caller's own user ids inside, pseudo-terminals of
 * the container's own, or leaving resolv.conf and hosts alone.
 */
final class PodmanCreation {
    private static final long CPU_PERIOD = 100_000;
    /** SIGRTMIN+3, as numbers are all that this API takes. */
    private static final int SYSTEMD_STOP = 37;

    private static final String READ_ONLY = "ro";
    private static final String NO_COPY = "nocopy";

    private PodmanCreation() {}

    /** {@return the body of the request that makes the container} */
    static Map<String, Object> specification(ContainerRequest request) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("name", request.name());
        spec.put("image", request.image());
        spec.put("user", request.user());
        spec.put("work_dir", request.workingDirectory().value());
        spec.put("entrypoint", request.entrypoint());
        spec.put("env", request.environment());
        spec.put("unsetenv", request.unset());
        spec.put("labels", request.labels());
        if (request.hostname() != null && !request.sharing().hostname()) {
            spec.put("hostname", request.hostname());
        }
        spec.put("systemd", request.systemd() ? "always" : "false");
        if (request.systemd()) {
            spec.put("stop_signal", SYSTEMD_STOP);
        }
        spec.put("mounts", mounts(request.mounts()));
        spec.put("volumes", volumes(request.mounts()));
        spec.put(
                "devices",
                request.devices().stream().map(PodmanCreation::device).toList());
        if (!request.manageNetworkFiles()) {
            spec.put("use_image_resolve_conf", true);
            spec.put("use_image_hosts", true);
        }
        putSharing(spec, request);
        putPrivileges(spec, request.privileges());
        putLimits(spec, request.limits());
        return spec;
    }

    private static void putSharing(Map<String, Object> spec, ContainerRequest request) {
        var sharing = request.sharing();
        if (sharing.network()) {
            spec.put("netns", namespace("host"));
        } else {
            spec.put(
                    "portmappings",
                    request.ports().stream().map(PodmanCreation::port).toList());
        }
        spec.put("ipcns", namespace(mode(sharing.ipc())));
        spec.put("pidns", namespace(mode(sharing.pid())));
        spec.put("utsns", namespace(mode(sharing.hostname())));
        spec.put("cgroupns", namespace(mode(sharing.cgroup())));
        if (request.privileges().keepUserId()) {
            spec.put("userns", namespace("keep-id"));
        }
    }

    private static void putPrivileges(Map<String, Object> spec, ContainerRequest.Privileges privileges) {
        spec.put("privileged", privileges.privileged());
        spec.put("cap_add", privileges.capabilities());
        spec.put("groups", privileges.groups().stream().map(String::valueOf).toList());
        if (!privileges.confined()) {
            spec.put("seccomp_profile_path", "unconfined");
            spec.put("apparmor_profile", "unconfined");
            spec.put("selinux_opts", List.of("disable"));
        }
    }

    private static void putLimits(Map<String, Object> spec, ContainerRequest.Limits limits) {
        var resources = new LinkedHashMap<String, Object>();
        if (limits.memory() > 0) {
            resources.put("memory", Map.of("limit", limits.memory()));
        }
        if (limits.cpus() > 0) {
            var cpu = new LinkedHashMap<String, Object>();
            cpu.put("quota", (long) (limits.cpus() * CPU_PERIOD));
            cpu.put("period", CPU_PERIOD);
            resources.put("cpu", cpu);
        }
        if (!resources.isEmpty()) {
            spec.put("resource_limits", resources);
        }
    }

    private static String mode(boolean host) {
        return host ? "host" : "private";
    }

    private static Map<String, Object> namespace(String mode) {
        return Map.of("nsmode", mode);
    }

    private static List<Object> mounts(List<Mount> mounts) {
        var result = new ArrayList<Object>();
        for (var mount : mounts) {
            switch (mount) {
                case Mount.Bind bind -> result.add(mount("bind", bind.source(), bind, bindOptions(bind)));
                case Mount.Tmpfs tmpfs -> result.add(mount("tmpfs", "tmpfs", tmpfs, tmpfsOptions(tmpfs.options())));
                case Mount.Devpts devpts -> result.add(mount("devpts", "devpts", devpts, List.of()));
                case Mount.Volume _, Mount.HandedOn _, Mount.Overlay _ -> {}
            }
        }
        return result;
    }

    private static List<String> bindOptions(Mount.Bind bind) {
        var options = new ArrayList<String>();
        options.add("rbind");
        options.add(bind.propagation() == Mount.Propagation.SLAVE ? "rslave" : "rprivate");
        if (bind.readOnly()) {
            options.add(READ_ONLY);
        }
        return options;
    }

    private static List<String> tmpfsOptions(String text) {
        var options = new ArrayList<String>();
        if (!text.isEmpty()) {
            options.addAll(List.of(text.split(",", -1)));
        }
        // Podman would copy what the image, or another mount, has there.
        options.add("notmpcopyup");
        return options;
    }

    private static Map<String, Object> mount(String type, String source, Mount mount, List<String> options) {
        var result = new LinkedHashMap<String, Object>();
        result.put("destination", mount.target().value());
        result.put("type", type);
        result.put("source", source);
        result.put("options", options);
        return result;
    }

    private static List<Object> volumes(List<Mount> mounts) {
        var result = new ArrayList<Object>();
        for (var mount : mounts) {
            switch (mount) {
                case Mount.Volume volume ->
                    result.add(volume(volume.name(), mount, volume.readOnly() ? List.of(READ_ONLY) : List.of()));
                case Mount.HandedOn nameless -> result.add(volume(nameless.name(), mount, List.of(NO_COPY)));
                case Mount.Overlay overlay ->
                    OverlayVolumes.mounts(overlay).stream()
                            .map(part -> volume(
                                    part.name(),
                                    part,
                                    part.readOnly() ? List.of(READ_ONLY, NO_COPY) : List.of(NO_COPY)))
                            .forEach(result::add);
                case Mount.Bind _, Mount.Tmpfs _, Mount.Devpts _ -> {}
            }
        }
        return result;
    }

    private static Map<String, Object> volume(String name, Mount mount, List<String> options) {
        var result = new LinkedHashMap<String, Object>();
        result.put("Name", name);
        result.put("Dest", mount.target().value());
        result.put("Options", options);
        return result;
    }

    private static Map<String, Object> device(String device) {
        // Podman takes apart `HOST[:CONTAINER[:PERMISSIONS]]` itself.
        return Map.of("path", device);
    }

    private static Map<String, Object> port(ContainerRequest.PublishedPort port) {
        var result = new LinkedHashMap<String, Object>();
        result.put("host_ip", port.address());
        result.put("host_port", port.hostPort());
        result.put("container_port", port.containerPort());
        result.put("protocol", port.protocol());
        return result;
    }
}
