package dev.hearth.cli.pets;

import dev.hearth.core.host.Environment;
import dev.hearth.engine.ContainerPath;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.OptionValues;
import dev.hearth.pets.PetEdit;
import dev.hearth.pets.PetEdit.Removed;
import dev.hearth.pets.Variable;
import dev.hearth.pets.Volume;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a pet is to be from now on; those of {@link CreateOptions}, and what takes each back. */
final class EditOptions {
    @Option(
            names = "--home",
            paramLabel = "HOME",
            description = "Show it your home (shared; overlay keeps its writes apart), none, or another directory.")
    private @Nullable Home home;

    @Option(
            names = "--volume",
            paramLabel = "VOLUME",
            description = "Show it SOURCE[:TARGET[:ro]], in place of what is seen at TARGET.")
    private List<Volume> volumes = List.of();

    @Option(names = "--no-volume", paramLabel = "TARGET", description = "Show it no volume there any more.")
    private List<String> noVolumes = List.of();

    @Option(names = "--env", paramLabel = "VARIABLE", description = "Set NAME=VALUE, or NAME as it is here.")
    private List<String> environment = List.of();

    @Option(names = "--no-env", paramLabel = "NAME", description = "Set the variable no more.")
    private List<String> noEnvironment = List.of();

    @Option(names = "--init", description = "Run systemd inside, for services.")
    private boolean init;

    @Option(names = "--no-init", description = "Run no systemd inside.")
    private boolean noInit;

    @Option(
            names = "--unshare",
            paramLabel = "WHAT",
            split = ",",
            description = "Do not share the host's net, ipc, pid, uts, cgroup or devices.")
    private List<Namespace> unshared = List.of();

    @Option(names = "--share", paramLabel = "WHAT", split = ",", description = "Share it again.")
    private List<Namespace> shared = List.of();

    @Option(
            names = "--publish",
            paramLabel = "PORT",
            description = "Open [ADDRESS:]HOST:PET[/udp]; needs --unshare=net.")
    private List<String> ports = List.of();

    @Option(names = "--no-publish", paramLabel = "HOST-PORT", description = "Close a port of the host again.")
    private List<Integer> noPorts = List.of();

    @Option(names = "--device", paramLabel = "DEVICE", description = "Give it a device of the host.")
    private List<String> devices = List.of();

    @Option(names = "--no-device", paramLabel = "DEVICE", description = "Take a device of the host away.")
    private List<String> noDevices = List.of();

    @Option(names = "--with-engine", description = "Let programs inside use the engine, as docker, kind and oc do.")
    private boolean withEngine;

    @Option(names = "--without-engine", description = "Let them use it no more.")
    private boolean withoutEngine;

    @Option(names = "--memory", paramLabel = "AMOUNT", description = "Let it use so much memory, such as 2g.")
    private @Nullable String memory;

    @Option(names = "--no-memory", description = "Let it use all memory.")
    private boolean noMemory;

    @Option(names = "--cpus", paramLabel = "NUMBER", description = "Let it use so many processors, such as 1.5.")
    private @Nullable String cpus;

    @Option(names = "--no-cpus", description = "Let it use all processors.")
    private boolean noCpus;

    @Option(names = "--hostname", paramLabel = "NAME", description = "Give it a host name of its own.")
    private @Nullable String hostname;

    @Option(names = "--no-hostname", description = "Give it the host's name.")
    private boolean noHostname;

    @Option(names = "--label", paramLabel = "LABEL", description = "Put NAME=VALUE on its container.")
    private List<String> labels = List.of();

    @Option(names = "--no-label", paramLabel = "NAME", description = "Take a label off its container.")
    private List<String> noLabels = List.of();

    @Option(names = "--autostart", description = "Start it when you log in.")
    private boolean autostart;

    @Option(names = "--no-autostart", description = "Do not start it when you log in.")
    private boolean noAutostart;

    @Option(
            names = "--idle-stop",
            paramLabel = "TIME",
            description = "Stop it after so long without a session, such as 30m.")
    private @Nullable String idleStop;

    @Option(names = "--no-idle-stop", description = "Do not stop it when nobody uses it.")
    private boolean noIdleStop;

    /** {@return the change that the options make together} */
    PetEdit edit(Environment callers) {
        return new PetEdit(
                home,
                volumes,
                variables(callers),
                chosen("init", "no-init", init, noInit),
                new LinkedHashSet<>(unshared),
                new LinkedHashSet<>(shared),
                ports.stream().map(OptionValues::port).toList(),
                devices.stream().map(OptionValues::device).toList(),
                chosen("with-engine", "without-engine", withEngine, withoutEngine),
                valueOr("memory", memory, noMemory, 0L, OptionValues::memory),
                valueOr("cpus", cpus, noCpus, 0.0, OptionValues::cpus),
                valueOr("hostname", hostname, noHostname, "", OptionValues::hostname),
                OptionValues.labels(labels),
                chosen("autostart", "no-autostart", autostart, noAutostart),
                valueOr("idle-stop", idleStop, noIdleStop, Duration.ZERO, OptionValues::duration),
                new Removed(
                        noVolumes.stream().map(ContainerPath::of).toList(),
                        noEnvironment,
                        noPorts,
                        noDevices,
                        noLabels));
    }

    private Map<String, String> variables(Environment callers) {
        var variables = new LinkedHashMap<String, String>();
        for (var text : environment) {
            var variable = Variable.parse(text, callers);
            variables.put(variable.name(), variable.value());
        }
        return variables;
    }

    private static @Nullable Boolean chosen(String set, String taken, boolean on, boolean off) {
        requireOne(set, taken, on, off);
        if (on) {
            return true;
        }
        return off ? false : null;
    }

    private static <T> @Nullable T valueOr(
            String option, @Nullable String text, boolean none, T nothing, Function<String, T> reader) {
        requireOne(option, "no-" + option, text != null, none);
        if (text != null) {
            return reader.apply(text);
        }
        return none ? nothing : null;
    }

    private static void requireOne(String set, String taken, boolean on, boolean off) {
        if (on && off) {
            throw ConflictingOptions.setAndTaken(set, taken);
        }
    }
}
