package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks to have changed about a pet; what is absent stays as it is.
 *
 * @param volumes to be seen; one that is seen at the same path gives way
 * @param environment to be set
 * @param shared namespaces to be shared again
 * @param memory bytes; no limit when 0
 * @param cpus number of processors; no limit when 0
 * @param hostname the host's own when empty
 * @param idleStop never when zero
 * @param removed what the pet is to have no longer
 */
public record PetEdit(
        @Nullable Home home,
        List<Volume> volumes,
        Map<String, String> environment,
        @Nullable Boolean init,
        Set<Namespace> unshared,
        Set<Namespace> shared,
        List<PublishedPort> ports,
        List<String> devices,
        @Nullable Boolean withEngine,
        @Nullable Long memory,
        @Nullable Double cpus,
        @Nullable String hostname,
        Map<String, String> labels,
        @Nullable Boolean autostart,
        @Nullable Duration idleStop,
        Removed removed) {

    /**
     * What a pet is to have no longer, each by what tells it from others of its kind.
     *
     * @param volumes by the paths at which they are seen
     * @param ports by the host's number
     * @param devices by their paths on the host
     */
    public record Removed(
            List<ContainerPath> volumes,
            List<String> variables,
            List<Integer> ports,
            List<String> devices,
            List<String> labels) {
        /** Nothing. */
        public static final Removed NOTHING = new Removed(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * {@return the change that makes a pet what a new one would be, as far as pets can be changed}
     *
     * @param wanted a request for a new one
     * @param wantedLabels its labels
     */
    public static PetEdit towards(PetSpec spec, CreateRequest wanted, Map<String, String> wantedLabels) {
        var shared = EnumSet.noneOf(Namespace.class);
        shared.addAll(spec.unshared());
        shared.removeAll(wanted.unshared());
        var idleStop = wanted.idleStop();
        var hostname = wanted.hostname();
        return new PetEdit(
                wanted.home() == null ? new Home.Shared() : wanted.home(),
                missing(spec.volumes(), wanted.volumes()),
                missing(spec.environment(), wanted.environment()),
                wanted.init(),
                wanted.unshared(),
                shared,
                missing(spec.ports(), wanted.ports()),
                missing(spec.devices(), wanted.devices()),
                wanted.withEngine(),
                wanted.limits().memory(),
                wanted.limits().cpus(),
                hostname == null ? "" : hostname,
                missing(spec.labels(), wantedLabels),
                wanted.autostart(),
                idleStop == null ? Duration.ZERO : idleStop,
                new Removed(
                        surplus(spec.volumes(), wanted.volumes(), Volume::target),
                        surplus(
                                spec.environment().keySet(),
                                wanted.environment().keySet(),
                                Function.identity()),
                        surplus(spec.ports(), wanted.ports(), PublishedPort::hostPort),
                        surplus(spec.devices(), wanted.devices(), PetEdit::hostPath),
                        surplus(spec.labels().keySet(), wantedLabels.keySet(), Function.identity())));
    }

    /**
     * {@return the specification with these changes}
     *
     * @throws NothingToRemove when the pet does not have what it is to have no longer
     * @throws PortsOfTheHost when ports were published without a network of the pet's own
     */
    PetSpec applied(PetSpec spec) {
        var namespaces = namespaces(spec);
        var published = joined(
                without("port", spec.ports(), PublishedPort::hostPort, removed.ports()),
                ports,
                PublishedPort::hostPort);
        if (!published.isEmpty() && !namespaces.contains(Namespace.NET)) {
            throw new PortsOfTheHost();
        }
        return new PetSpec(
                spec.owner(),
                spec.image(),
                spec.imageId(),
                home(spec),
                joined(without("volume", spec.volumes(), Volume::target, removed.volumes()), volumes, Volume::target),
                joined("variable", spec.environment(), removed.variables(), environment),
                spec.packages(),
                init == null ? spec.init() : init,
                namespaces,
                published,
                joined(
                        without("device", spec.devices(), PetEdit::hostPath, removed.devices()),
                        devices,
                        PetEdit::hostPath),
                withEngine == null ? spec.withEngine() : withEngine,
                limits(spec),
                spec.platform(),
                hostname(spec),
                joined("label", spec.labels(), removed.labels(), labels),
                autostart == null ? spec.autostart() : autostart,
                idleStop(spec),
                spec.ephemeral(),
                spec.created());
    }

    private static <T> List<T> missing(List<T> there, List<T> wanted) {
        return wanted.stream().filter(value -> !there.contains(value)).toList();
    }

    private static Map<String, String> missing(Map<String, String> there, Map<String, String> wanted) {
        var missing = new LinkedHashMap<>(wanted);
        missing.entrySet().removeIf(entry -> entry.getValue().equals(there.get(entry.getKey())));
        return missing;
    }

    private static <T, K> List<K> surplus(Collection<T> there, Collection<T> wanted, Function<T, K> key) {
        var keys = wanted.stream().map(key).toList();
        return there.stream().map(key).filter(one -> !keys.contains(one)).toList();
    }

    private Set<Namespace> namespaces(PetSpec spec) {
        var all = EnumSet.noneOf(Namespace.class);
        all.addAll(spec.unshared());
        all.addAll(unshared);
        all.removeAll(shared);
        return all;
    }

    private Home home(PetSpec spec) {
        if (home == null || (home instanceof Home.Overlay && spec.home() instanceof Home.Overlay)) {
            return spec.home();
        }
        return home;
    }

    private Limits limits(PetSpec spec) {
        return new Limits(
                memory == null ? spec.limits().memory() : memory,
                cpus == null ? spec.limits().cpus() : cpus);
    }

    private @Nullable String hostname(PetSpec spec) {
        if (hostname == null) {
            return spec.hostname();
        }
        return hostname.isEmpty() ? null : hostname;
    }

    private @Nullable Duration idleStop(PetSpec spec) {
        if (idleStop == null) {
            return spec.idleStop();
        }
        return idleStop.isZero() ? null : idleStop;
    }

    private static String hostPath(String device) {
        return device.split(":", 2)[0];
    }

    private static <T, K> List<T> without(String kind, List<T> values, Function<T, K> key, List<K> keys) {
        for (var gone : keys) {
            if (values.stream().map(key).noneMatch(gone::equals)) {
                throw new NothingToRemove(kind, String.valueOf(gone));
            }
        }
        return values.stream().filter(value -> !keys.contains(key.apply(value))).toList();
    }

    /** Of two values with one key the later stays, where the earlier was. */
    private static <T, K> List<T> joined(List<T> first, List<T> second, Function<T, K> key) {
        var all = new LinkedHashMap<K, T>();
        first.forEach(value -> all.put(key.apply(value), value));
        second.forEach(value -> all.put(key.apply(value), value));
        return new ArrayList<>(all.values());
    }

    private static Map<String, String> joined(
            String kind, Map<String, String> values, List<String> gone, Map<String, String> added) {
        var all = new LinkedHashMap<>(values);
        for (var name : gone) {
            if (all.remove(name) == null) {
                throw new NothingToRemove(kind, name);
            }
        }
        all.putAll(added);
        return all;
    }
}
