package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Privileges;
import dev.hearth.engine.ContainerRequest.Sharing;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.Mount;
import dev.hearth.guest.GuestFiles;
import dev.hearth.images.LocalImage;
import dev.hearth.session.HostFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides how the container of a pet is made: a function of the specification, the user, the host and the engine. */
final class PetContainer {
    private static final String DEVCONTAINER = "devcontainer.metadata";
    static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Account account;
    private final HostFacts host;
    private final EngineFacts engine;

    PetContainer(Account account, HostFacts host, EngineFacts engine) {
        this.account = account;
        this.host = host;
        this.engine = engine;
    }

    /** {@return the container to ask the engine for} */
    ContainerRequest request(String containerName, PetSpec spec, LocalImage image) {
        return request(containerName, spec, image, Inheritance.NONE);
    }

    /** {@return the container to ask the engine for, when it takes the place of another one} */
    ContainerRequest request(String containerName, PetSpec spec, LocalImage image, Inheritance inheritance) {
        return new ContainerRequest(
                containerName,
                image.id(),
                spec.init() ? "0:0" : account.uid() + ":" + account.gid(),
                ContainerPath.of(workingDirectory(spec)),
                GuestFiles.entrypoint(),
                environment(spec, pathOf(image, inheritance)),
                inheritance.dropped().stream().sorted().toList(),
                labels(spec),
                mounts(spec, inheritance),
                sharing(spec),
                privileges(spec),
                spec.limits(),
                spec.ports(),
                spec.devices(),
                spec.unshared().contains(Namespace.NET),
                spec.init(),
                Objects.toString(spec.platform(), null),
                hostname(spec));
    }

    /** {@return the names of the variables that the container of such a pet is made with} */
    Set<String> variableNames(PetSpec spec) {
        return environment(spec, DEFAULT_PATH).keySet();
    }

    /** {@return the names of the labels that the container of such a pet is made with} */
    static Set<String> labelNames(PetSpec spec) {
        var names = new LinkedHashSet<>(spec.labels().keySet());
        names.addAll(List.of(PetSpec.LABEL, PetDoors.LABEL, DEVCONTAINER));
        return names;
    }

    private List<Mount> mounts(PetSpec spec, Inheritance inheritance) {
        var mounts = new ArrayList<>(new PetMounts(account, host, engine.storage()).of(spec));
        mounts.addAll(inheritance.volumes());
        return mounts;
    }

    private String workingDirectory(PetSpec spec) {
        // Not every engine makes it, and without a home of the host's it is there only once the pet is set up.
        return spec.home() instanceof Home.None ? "/" : account.home().toString();
    }

    private Map<String, String> environment(PetSpec spec, String path) {
        var environment = new LinkedHashMap<String, String>();
        // Explicit, since programs that enter by themselves read it from the container's configuration.
        environment.put("PATH", path);
        environment.put("HOME", account.home().toString());
        environment.put("USER", account.name());
        environment.put("LOGNAME", account.name());
        environment.put("container", engine.kind().word());
        if (!spec.init()) {
            // The login's where that is shared, else the pet's own.
            environment.put("XDG_RUNTIME_DIR", "/run/user/" + account.uid());
        }
        if (PetMounts.sharesSession(spec)) {
            // A link that each session leads to its login's agent, for programs that enter by themselves.
            environment.put("SSH_AUTH_SOCK", "/run/user/" + account.uid() + "/hearth/ssh-agent");
        }
        if (spec.init()) {
            environment.put("HEARTH_INIT", "1");
        } else {
            // Over the shared system bus, systemctl would otherwise reach, and act on, the host's systemd.
            environment.put("SYSTEMD_OFFLINE", "1");
        }
        var idleStop = spec.idleStop();
        if (idleStop != null) {
            environment.put("HEARTH_IDLE_SECONDS", Long.toString(idleStop.toSeconds()));
        }
        environment.putAll(EngineInside.variables(spec, engine));
        environment.putAll(spec.environment());
        return environment;
    }

    private static String pathOf(LocalImage image, Inheritance inheritance) {
        return image.environment().stream()
                .filter(variable -> !inheritance.overridesPath())
                .filter(variable -> variable.startsWith("PATH="))
                .map(variable -> variable.substring("PATH=".length()))
                .findFirst()
                .orElse(DEFAULT_PATH);
    }

    private Map<String, String> labels(PetSpec spec) {
        var labels = new LinkedHashMap<>(spec.labels());
        labels.put(PetSpec.LABEL, SpecLabel.write(spec));
        // Editors that attach to containers land as this user; without it they land, and write, as root.
        labels.put(
                DEVCONTAINER,
                DevcontainerMetadata.json(
                        account.name(), account.home().toString(), spec.labels().getOrDefault(DEVCONTAINER, "")));
        return labels;
    }

    private Sharing sharing(PetSpec spec) {
        // systemd wants to be process 1, to own its control groups, and would rename the host if it shared its name.
        boolean own = spec.init();
        // Each process of the host's has a way to the host's files in /proc.
        boolean separate = PetMounts.isSeparate(spec);
        return new Sharing(
                shares(spec, Namespace.NET),
                // What programs share by IPC lies below /dev, too: without that it cannot be the host's.
                shares(spec, Namespace.IPC) && PetMounts.sharesDevices(spec),
                // Without a control group, the end of a process namespace of its own is what ends all of a pet.
                shares(spec, Namespace.PID) && !own && !separate && engine.endsByCgroup(),
                shares(spec, Namespace.UTS) && !own && spec.hostname() == null,
                shares(spec, Namespace.CGROUP) && !own && !separate);
    }

    private @Nullable String hostname(PetSpec spec) {
        var asked = spec.hostname();
        if (asked != null) {
            return asked;
        }
        // X11's cookies and terminals' directory reports go by the host's name, so it stays where it cannot be shared.
        return sharing(spec).hostname() ? null : host.hostname();
    }

    private static boolean shares(PetSpec spec, Namespace namespace) {
        return !spec.unshared().contains(namespace);
    }

    private Privileges privileges(PetSpec spec) {
        if (PetMounts.isSeparate(spec) && !spec.init()) {
            return separatePrivileges();
        }
        if (engine.rootless()) {
            // Everything inside the user's own namespace is still no more than the user.
            return new Privileges(true, List.of(), false, true, List.of());
        }
        // One by one instead of "privileged", which machines without some capability refuse as a whole.
        return new Privileges(false, host.capabilities(), false, false, groups());
    }

    /** No more than the engine gives every container: with more, root inside could open the host's disks. */
    private Privileges separatePrivileges() {
        // Labels keep containers from all directories of users, the one that is to be the home among them.
        boolean confined = !engine.seLinux();
        return new Privileges(false, List.of(), confined, engine.rootless(), engine.rootless() ? List.of() : groups());
    }

    private List<Long> groups() {
        return account.groups().stream()
                .map(Account.Group::gid)
                .filter(gid -> gid != account.gid())
                .toList();
    }
}
