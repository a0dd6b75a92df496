package dev.hearth.pets;

import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one property of a pet differs between two specifications.
 *
 * @param property as its option is called, such as {@code volume}
 * @param removed the values that it had, as the option takes them
 * @param added the values that it has now
 */
public record SpecChange(String property, List<String> removed, List<String> added) {
    /** The property whose values are labels, each as {@code NAME=VALUE}. */
    public static final String LABEL = "label";

    private static final Map<String, Function<PetSpec, List<String>>> PROPERTIES = properties();

    public SpecChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** {@return all that differs, in the order of the options} */
    static List<SpecChange> between(PetSpec before, PetSpec after) {
        var changes = new ArrayList<SpecChange>();
        PROPERTIES.forEach((property, values) -> {
            var old = values.apply(before);
            var current = values.apply(after);
            if (!old.equals(current)) {
                changes.add(new SpecChange(property, without(old, current), without(current, old)));
            }
        });
        return List.copyOf(changes);
    }

    private static Map<String, Function<PetSpec, List<String>>> properties() {
        var properties = new LinkedHashMap<String, Function<PetSpec, List<String>>>();
        properties.put("image", spec -> List.of(spec.image()));
        properties.put("home", spec -> List.of(spec.home().text()));
        properties.put(
                "volume", spec -> spec.volumes().stream().map(Volume::toString).toList());
        properties.put("env", spec -> assignments(spec.environment()));
        properties.put("package", PetSpec::packages);
        properties.put("init", spec -> spec.init() ? List.of("systemd") : List.of());
        properties.put(
                "unshare", spec -> spec.unshared().stream().map(Namespace::word).toList());
        properties.put(
                "publish",
                spec -> spec.ports().stream().map(PublishedPort::text).toList());
        properties.put("device", PetSpec::devices);
        properties.put("with-engine", spec -> spec.withEngine() ? List.of("yes") : List.of());
        properties.put("memory", spec -> limit(spec.limits().memory()));
        properties.put("cpus", spec -> limit(spec.limits().cpus()));
        properties.put("hostname", spec -> optional(spec.hostname()));
        properties.put(LABEL, spec -> assignments(spec.labels()));
        properties.put("autostart", spec -> spec.autostart() ? List.of("at login") : List.of());
        properties.put("idle-stop", spec -> optional(seconds(spec.idleStop())));
        return properties;
    }

    private static List<String> without(List<String> values, List<String> others) {
        return values.stream().filter(value -> !others.contains(value)).toList();
    }

    private static List<String> assignments(Map<String, String> map) {
        return map.entrySet().stream().map(Object::toString).toList();
    }

    private static List<String> limit(Number number) {
        return number.doubleValue() == 0 ? List.of() : List.of(number.toString());
    }

    private static @Nullable String seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds() + "s";
    }

    private static List<String> optional(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
