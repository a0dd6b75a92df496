package dev.hearth.engine.docker;

import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineSettings;
import dev.hearth.engine.json.Json;
import java.nio.file.Path;
import java.util.List;

/** Reads what engines say about themselves. */
final class FactsReader {
    private static final String PODMAN = "Podman Engine";

    private FactsReader() {}

    /** {@return the facts of the engine that answers} */
    static EngineFacts ask(EngineApi api) {
        var task = Task.of("describe itself");
        return facts(api.http().socket(), api.get(task, api.docker("version")), api.get(task, api.docker("info")));
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

    static EngineFacts facts(Path socket, Json version, Json info) {
        var security = info.at("SecurityOptions").texts();
        return new EngineFacts(
                kind(version),
                version.at("Version").text(),
                version.at("ApiVersion").text(),
                isRootless(info),
                socket,
                Path.of(info.at("DockerRootDir").nonEmpty().orElse("/var/lib/docker")),
                info.at("Driver").text(),
                info.at("CgroupVersion").text().equals("2") ? 2 : 1,
                endsByCgroup(info),
                has(security, "selinux"),
                has(security, "apparmor"),
                version.at("Arch").text());
    }

    /** {@return which engine sent this version} */
    static EngineKind kind(Json version) {
        boolean podman = version.at("Components").items().stream()
                .anyMatch(component -> component.at("Name").text().equals(PODMAN));
        return podman ? EngineKind.PODMAN : EngineKind.DOCKER;
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
