package dev.hearth.manifests;

import dev.hearth.core.yaml.YamlText;
import dev.hearth.exports.ExportKind;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes pets as a manifest declares them. */
public final class ManifestText {
    private ManifestText() {}

    /** {@return a manifest of these pets, which {@link ManifestReader} reads as the same} */
    public static String of(List<DeclaredPet> pets) {
        var all = new LinkedHashMap<String, Object>();
        pets.forEach(pet -> all.put(pet.name().value(), keys(pet)));
        return YamlText.of(Map.of("pets", all));
    }

    private static Map<String, Object> keys(DeclaredPet pet) {
        var asked = pet.asked();
        var keys = new LinkedHashMap<String, Object>();
        put(keys, "image", asked.image());
        put(keys, "distribution", asked.distribution());
        put(keys, "release", asked.release());
        put(keys, "home", Optional.ofNullable(asked.home()).map(Home::text).orElse(null));
        put(keys, "volumes", asked.volumes().stream().map(Volume::toString).toList());
        put(keys, "environment", asked.environment());
        put(keys, "packages", asked.packages());
        put(keys, "init", asked.init());
        put(keys, "unshare", asked.unshared().stream().map(Namespace::word).toList());
        put(keys, "publish", asked.ports().stream().map(port -> port.text()).toList());
        put(keys, "devices", asked.devices());
        put(keys, "with-engine", asked.withEngine());
        put(keys, "memory", limit(asked.limits().memory()));
        put(keys, "cpus", limit(asked.limits().cpus()));
        put(keys, "platform", Objects.toString(asked.platform(), null));
        put(keys, "hostname", asked.hostname());
        put(keys, "labels", asked.labels());
        put(keys, "autostart", asked.autostart());
        put(
                keys,
                "idle-stop",
                Optional.ofNullable(asked.idleStop()).map(ManifestText::time).orElse(null));
        if (pet.exports() != null) {
            keys.put("exports", exports(pet.exports()));
        }
        put(keys, "hooks", pet.hooks());
        return keys;
    }

    private static Map<String, Object> exports(List<DeclaredExport> exports) {
        var keys = new LinkedHashMap<String, Object>();
        for (var kind : ExportKind.values()) {
            var entries = new ArrayList<>();
            exports.stream()
                    .filter(export -> export.kind() == kind && !export.wanted().isEmpty())
                    .forEach(export ->
                            entries.add(export.as() == null ? export.wanted() : Map.of(export.wanted(), export.as())));
            put(keys, kind.word(), entries);
        }
        put(
                keys,
                "terminal",
                exports.stream().anyMatch(export -> export.wanted().isEmpty()));
        return keys;
    }

    /** What has its default is left out. */
    private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
        boolean usual = value == null
                || Boolean.FALSE.equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!usual) {
            keys.put(key, value);
        }
    }

    private static @Nullable String limit(Number number) {
        return number.doubleValue() == 0 ? null : number.toString();
    }

    private static String time(Duration time) {
        return time.toSeconds() + "s";
    }
}
