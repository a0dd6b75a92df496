package dev.hearth.os.effect;

import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out, from the files of two deployments, what of the first runs and is something else in the second. */
public final class Effects {
    private static final Path MODULES = Path.of("/usr/lib/modules");

    private final Root from;
    private final Root to;
    private final ProgramDiff programs;

    private Effects(Root from, Root to) {
        this.from = from;
        this.to = to;
        this.programs = new ProgramDiff(from, to);
    }

    /**
     * {@return the effect of booting one deployment in place of another}
     *
     * @param from the root of what runs
     * @param to the root of what is to boot
     * @param otherArguments whether their kernel arguments differ
     */
    public static Effect between(Path from, Path to, boolean otherArguments) {
        return new Effects(new Root(from), new Root(to)).effect(otherArguments);
    }

    private Effect effect(boolean otherArguments) {
        var system = new ArrayList<String>();
        kernel(system);
        if (otherArguments) {
            system.add("kernel arguments");
        }
        parts().forEach((name, different) -> {
            if (different) {
                system.add(name);
            }
        });
        return new Effect(system, services(), session());
    }

    private void kernel(List<String> system) {
        var named = Map.of("vmlinuz", "kernel", "initramfs.img", "initial RAM disk", "modules.dep", "kernel modules");
        for (var file : List.of("vmlinuz", "initramfs.img", "modules.dep")) {
            var places = new TreeSet<>(from.list(MODULES));
            places.addAll(to.list(MODULES));
            if (places.stream().anyMatch(place -> !from.hasSame(place.resolve(file), to))) {
                system.add(named.getOrDefault(file, file));
            }
        }
    }

    /** What everything has loaded, and what cannot begin anew without ending all else. */
    private Map<String, Boolean> parts() {
        var parts = new TreeMap<String, Boolean>();
        parts.put("C library", differsAnywhere(List.of("libc.so.6", "libc.so")));
        parts.put("systemd", !from.hasSame(Path.of("/usr/lib/systemd/systemd"), to));
        parts.put(
                "D-Bus",
                Stream.of("dbus-daemon", "dbus-broker").anyMatch(name -> !from.hasSame(Path.of("/usr/bin", name), to)));
        return parts;
    }

    private boolean differsAnywhere(List<String> libraries) {
        return libraries.stream().anyMatch(name -> {
            var nowhere = Path.of(name);
            return !Root.isSame(
                    programs.before().library(name).orElse(nowhere),
                    programs.after().library(name).orElse(nowhere));
        });
    }

    private List<String> services() {
        var before = new Units(from, "system");
        return differing(before.started(), before, new Units(to, "system"));
    }

    private List<String> session() {
        var before = new Units(from, "user");
        var names = new TreeSet<>(differing(before.services(), before, new Units(to, "user")));
        var sessions = new Sessions(from);
        sessions.programs().stream()
                .filter(programs::differs)
                .map(program -> program.getFileName().toString())
                .forEach(names::add);
        return List.copyOf(names);
    }

    private List<String> differing(Iterable<String> names, Units before, Units after) {
        var differing = new ArrayList<String>();
        for (var name : names) {
            if (!before.definition(name).equals(after.definition(name))
                    || before.programs(name).stream().anyMatch(programs::differs)) {
                differing.add(name);
            }
        }
        return List.copyOf(differing);
    }
}
