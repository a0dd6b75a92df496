package dev.hearth.devcontainer;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Home;
import dev.hearth.pets.OptionValues;
import dev.hearth.pets.Variable;
import dev.hearth.pets.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what a project's pet is asked to be, in the words of `create`; what the user asks for goes over it. */
final class ProjectRequest {
    /** What a pet is by these is hearth's to say. */
    private static final Set<String> OWN = Set.of("HOME", "USER", "LOGNAME", "container", "XDG_RUNTIME_DIR");

    private static final String OF_IMAGE = " of the image";

    private final Devcontainer said;
    private final ImageMetadata brought;
    private final Account account;
    private final Map<ContainerPath, Volume> volumes = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> devices = new ArrayList<>();
    private final List<String> unheeded = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private long memory;
    private double cpus;
    private @Nullable String hostname;

    private ProjectRequest(Devcontainer said, ImageMetadata brought, Account account) {
        this.said = said;
        this.brought = brought;
        this.account = account;
    }

    /**
     * What came of it.
     *
     * @param wishes what the user is to be asked about
     * @param unheeded what the project asks for and a pet does not have
     */
    record Worked(CreateRequest request, List<Wish> wishes, List<String> unheeded) {}

    /**
     * {@return the request}
     *
     * @param brought by the image; the file goes over it
     * @param asked by the user
     * @param image that the pet is made of; absent for that of a new pet
     * @param refused what the user did not allow
     */
    static Worked of(
            Devcontainer said,
            ImageMetadata brought,
            CreateRequest asked,
            @Nullable String image,
            Set<Wish> refused,
            Account account) {
        return new ProjectRequest(said, brought, account).worked(asked, image, refused);
    }

    private Worked worked(CreateRequest asked, @Nullable String image, Set<Wish> refused) {
        showProject(asked.home());
        brought.mounts().forEach(mount -> mount(mount, OF_IMAGE, refused));
        brought.containerEnvironment().forEach(this::set);
        said.mounts().forEach(mount -> mount(mount, "", refused));
        said.arguments().forEach(argument -> take(argument, refused));
        said.containerEnvironment().forEach(this::set);
        tellOfVariables(said.remoteEnvironment(), "");
        tellOfVariables(brought.remoteEnvironment(), OF_IMAGE);
        unheeded.addAll(brought.unheeded());
        asked.volumes().forEach(this::show);
        variables.putAll(asked.environment());
        labels.putAll(Devcontainer.identity(said.project(), said.file().path()));
        labels.putAll(asked.labels());
        devices.addAll(asked.devices());
        boolean shared = asked.home() == null || asked.home() instanceof Home.Shared;
        if ((said.contained() || brought.contained()) && !shared) {
            unheeded.add("'privileged', 'capAdd' and 'securityOpt': a pet with another home has no more than usual");
        }
        var request = new CreateRequest(
                asked.name(),
                image == null ? asked.image() : image,
                image == null ? asked.distribution() : null,
                image == null ? asked.release() : null,
                asked.home(),
                List.copyOf(volumes.values()),
                variables,
                asked.packages(),
                asked.init(),
                asked.unshared(),
                asked.ports(),
                devices,
                asked.withEngine(),
                new Limits(
                        asked.limits().memory() == 0 ? memory : asked.limits().memory(),
                        asked.limits().cpus() == 0 ? cpus : asked.limits().cpus()),
                asked.platform(),
                asked.hostname() == null ? hostname : asked.hostname(),
                labels,
                asked.autostart(),
                asked.idleStop(),
                asked.ephemeral());
        return new Worked(request, List.copyOf(wishes), List.copyOf(unheeded));
    }

    /** At its own path, which the home brings along where that is shared; and where the project says, besides. */
    private void showProject(@Nullable Home home) {
        boolean inHome = said.project().startsWith(account.home());
        boolean homeSeen = home == null || home instanceof Home.Shared || home instanceof Home.Overlay;
        if (!inHome || !homeSeen) {
            show(Volume.parse(said.project() + ":" + said.project()));
        }
        var mount = said.mount();
        if (mount != null) {
            mount(mount, "", Set.of());
        }
    }

    private void mount(ProjectMount mount, String whose, Set<Wish> refused) {
        var volume = mount.volume();
        if (volume.isEmpty()) {
            unheeded.add(
                    "'mounts'%s: %s, as pets have directories and named volumes alone".formatted(whose, mount.text()));
            return;
        }
        if (!mount.unheeded().isEmpty()) {
            unheeded.add("'mounts'%s: %s of %s".formatted(whose, String.join(", ", mount.unheeded()), mount.text()));
        }
        if (mount.reachesOutOf(said.project())) {
            var wish = new Wish(
                    "mount=" + volume.get().source(),
                    "show it '%s' as '%s'%s"
                            .formatted(
                                    volume.get().source(),
                                    volume.get().target(),
                                    whose.isEmpty() ? "" : ", which the image asks for"));
            if (!isGranted(wish, refused)) {
                return;
            }
        }
        show(volume.get());
    }

    private void take(RunArgument argument, Set<Wish> refused) {
        if (argument.isUsual()) {
            return;
        }
        if (!argument.isTaken()) {
            unheeded.add("'runArgs': %s, as no pet can be made so".formatted(argument.text()));
            return;
        }
        var wish = new Wish("runArgs=" + argument.text(), "make it with `%s`".formatted(argument.text()));
        if (isGranted(wish, refused)) {
            var value = argument.value();
            switch (argument.option()) {
                case "--device" -> devices.add(OptionValues.device(value));
                case "--hostname" -> hostname = OptionValues.hostname(value);
                case "--memory" -> memory = OptionValues.memory(value);
                case "--cpus" -> cpus = OptionValues.cpus(value);
                case "--volume" -> show(Volume.parse(value));
                case "--mount" -> mount(ProjectMount.parse(value), "", refused);
                case "--env" -> {
                    int equals = value.indexOf('=');
                    set(equals < 0 ? value : value.substring(0, equals), equals < 0 ? "" : value.substring(equals + 1));
                }
                default -> {
                    var label = OptionValues.label(value);
                    labels.put(label.getKey(), label.getValue());
                }
            }
        }
    }

    private boolean isGranted(Wish wish, Set<Wish> refused) {
        wishes.add(wish);
        return !refused.contains(wish);
    }

    private void set(String name, String value) {
        if (OWN.contains(name)) {
            unheeded.add("'containerEnv': %s, which is the pet's own".formatted(name));
        } else {
            var variable = new Variable(name, value);
            variables.put(variable.name(), variable.value());
        }
    }

    private void tellOfVariables(Map<String, @Nullable String> remoteEnvironment, String whose) {
        remoteEnvironment.forEach((name, value) -> {
            if (value == null) {
                unheeded.add("'remoteEnv'%s: %s, as hearth sets variables and unsets none".formatted(whose, name));
            } else if (isOwn(name)) {
                unheeded.add("'remoteEnv'%s: %s, which is the pet's own".formatted(whose, name));
            }
        });
    }

    private void show(Volume volume) {
        volumes.put(volume.target(), volume);
    }

    /** {@return whether hearth says itself what a variable is} */
    static boolean isOwn(String variable) {
        return OWN.contains(variable);
    }
}
