package dev.hearth.engine.docker;

import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineSettings;
import dev.hearth.engine.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what engines say about themselves. */
final class FactsReader {
    private FactsReader() {}

    /** {@return the facts of the engine that answers} */
    static EngineFacts ask(EngineApi api) {
        var task = Task.of("describe itself");
        var info = api.get(task, api.docker("info"));
        var socket = api.http().socket();
        var podman = api.kind() == EngineKind.PODMAN ? PodmanPing.ask(api) : Optional.<PodmanPing>empty();
        if (podman.isPresent()) {
            var ping = podman.get();
            return facts(
                    EngineKind.PODMAN,
                    ping.version(),
                    ping.apiVersion(),
                    info.at("Architecture").text(),
                    socket,
                    info);
        }
        var version = api.get(task, api.docker("version"));
        return facts(
                EngineKind.DOCKER,
                version.at("Version").text(),
                version.at("ApiVersion").text(),
                version.at("Arch").text(),
                socket,
                info);
    }

    /** {@return how the engine that answers is set up} */
    static EngineSettings askSettings(EngineApi api) {
        var task = Task.of("describe itself");
        return settings(api.get(task, api.docker("version")), api.get(task, api.docker("info")));
    }

    static EngineSettings settings(Json version, Json info) {
        return new EngineSettings(
                version.at("MinAPIVersion").text(),
                info.at("RegistryConfig", "InsecureRegistryCIDRs").texts());
    }

    private static EngineFacts facts(
            EngineKind kind, String version, String apiVersion, String architecture, Path socket, Json info) {
        var security = info.at("SecurityOptions").texts();
        return new EngineFacts(
                kind,
                version,
                apiVersion,
                isRootless(info),
                socket,
                Path.of(info.at("DockerRootDir").nonEmpty().orElse("/var/lib/docker")),
                info.at("Driver").text(),
                info.at("CgroupVersion").text().equals("2") ? 2 : 1,
                endsByCgroup(info),
                has(security, "selinux"),
                has(security, "apparmor"),
                architecture);
    }

    /** {@return whether the engine that sent this information runs as an ordinary user} */
    static boolean isRootless(Json info) {
        return info.at("Rootless").isTrue() || has(info.at("SecurityOptions").texts(), "rootless");
    }

    /** A rootless engine has control groups only where a service manager delegates them. */
    private static boolean endsByCgroup(Json info) {
        return !isRootless(info) || info.at("CgroupDriver").text().equals("systemd");
    }

    private static boolean has(List<String> options, String name) {
        return options.stream()
                .anyMatch(option -> option.equals("name=" + name) || option.startsWith("name=" + name + ","));
    }
}
