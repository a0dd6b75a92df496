package dev.hearth.cli.pets;

import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Platform;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.OptionValues;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Variable;
import dev.hearth.pets.Volume;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a new pet is to be. */
final class CreateOptions {
    @Option(names = "--image", paramLabel = "IMAGE", description = "Make it from this image.")
    private @Nullable ImageReference image;

    @Option(names = "--distro", paramLabel = "DISTRO", description = "Make it of this distribution.")
    private @Nullable String distribution;

    @Option(names = "--release", paramLabel = "RELEASE", description = "Make it of this release of the distribution.")
    private @Nullable String release;

    @Option(
            names = "--home",
            paramLabel = "HOME",
            description = "Show it your home (shared; overlay keeps its writes apart), none, or another directory.")
    private @Nullable Home home;

    @Option(
            names = "--volume",
            paramLabel = "VOLUME",
            description = "Show it SOURCE[:TARGET[:ro]], a directory or a named volume.")
    private List<Volume> volumes = List.of();

    @Option(names = "--env", paramLabel = "VARIABLE", description = "Set NAME=VALUE, or NAME as it is here.")
    private List<String> environment = List.of();

    @Option(names = "--package", paramLabel = "PACKAGE", description = "Install a package while making it.")
    private List<String> packages = List.of();

    @Option(names = "--init", description = "Run systemd inside, for services.")
    private boolean init;

    @Option(
            names = "--unshare",
            paramLabel = "WHAT",
            split = ",",
            description = "Do not share the host's net, ipc, pid, uts, cgroup or devices.")
    private List<Namespace> unshared = List.of();

    @Option(
            names = "--publish",
            paramLabel = "PORT",
            description = "Open [ADDRESS:]HOST:PET[/udp]; needs --unshare=net.")
    private List<String> ports = List.of();

    @Option(names = "--device", paramLabel = "DEVICE", description = "Give it a device of the host.")
    private List<String> devices = List.of();

    @Option(names = "--with-engine", description = "Let programs inside use the engine, as docker, kind and oc do.")
    private boolean withEngine;

    @Option(names = "--memory", paramLabel = "AMOUNT", description = "Let it use so much memory, such as 2g.")
    private @Nullable String memory;

    @Option(names = "--cpus", paramLabel = "NUMBER", description = "Let it use so many processors, such as 1.5.")
    private @Nullable String cpus;

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "Make it for linux/arm64 and the like.")
    private @Nullable Platform platform;

    @Option(names = "--hostname", paramLabel = "NAME", description = "Give it a host name of its own.")
    private @Nullable String hostname;

    @Option(names = "--label", paramLabel = "LABEL", description = "Put NAME=VALUE on its container.")
    private List<String> labels = List.of();

    @Option(names = "--autostart", description = "Start it when you log in.")
    private boolean autostart;

    @Option(
            names = "--idle-stop",
            paramLabel = "TIME",
            description = "Stop it after so long without a session, such as 30m.")
    private @Nullable String idleStop;

    /** {@return the request that options and settings make together} */
    CreateRequest request(@Nullable PetName name, Settings settings, Environment callers) {
        return request(name, null, settings, callers);
    }

    /**
     * {@return the same for a pet of the base}
     *
     * @param base the image that is made of it; absent for a pet of anything else
     */
    CreateRequest request(
            @Nullable PetName name, @Nullable ImageReference base, Settings settings, Environment callers) {
        return settings.completed(asked(name, base, callers));
    }

    /**
     * {@return what the options alone ask for, when a project says what else the pet is to be}
     *
     * @throws ConflictingOptions when they say what it is to be made of
     */
    CreateRequest besidesProject(@Nullable PetName name, Environment callers) {
        if (image != null || distribution != null || release != null) {
            throw ConflictingOptions.projectAndImage();
        }
        return asked(name, null, callers);
    }

    private CreateRequest asked(@Nullable PetName name, @Nullable ImageReference base, Environment callers) {
        boolean chosen = distribution != null || release != null;
        if (base != null && (chosen || image != null || platform != null)) {
            throw ConflictingOptions.baseAndImage();
        }
        if (chosen && image != null) {
            throw ConflictingOptions.imageAndDistribution();
        }
        if (!ports.isEmpty() && !unshared.contains(Namespace.NET)) {
            throw ConflictingOptions.portsOfTheHost();
        }
        var reference = base == null ? image : base;
        return new CreateRequest(
                name,
                reference == null ? null : reference.toString(),
                distribution,
                release,
                home,
                volumes,
                variables(callers),
                packages.stream().map(OptionValues::packageName).toList(),
                init,
                new LinkedHashSet<>(unshared),
                ports.stream().map(OptionValues::port).toList(),
                devices.stream().map(OptionValues::device).toList(),
                withEngine,
                new Limits(
                        memory == null ? 0 : OptionValues.memory(memory), cpus == null ? 0 : OptionValues.cpus(cpus)),
                platform,
                hostname == null ? null : OptionValues.hostname(hostname),
                OptionValues.labels(labels),
                autostart,
                idleStop == null ? null : OptionValues.duration(idleStop),
                false);
    }

    private Map<String, String> variables(Environment callers) {
        var variables = new LinkedHashMap<String, String>();
        for (var text : environment) {
            var variable = Variable.parse(text, callers);
            variables.put(variable.name(), variable.value());
        }
        return variables;
    }
}
