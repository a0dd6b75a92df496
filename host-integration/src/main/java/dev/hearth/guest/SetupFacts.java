package dev.hearth.guest;

import static java.util.stream.Collectors.joining;

import dev.hearth.core.host.Account;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.ExecRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the set-up inside a pet needs to know; the comment in the script {@code setup} says what it makes of it.
 *
 * @param owner whose account the pet gets
 */
public record SetupFacts(Account owner, Host host, Origin origin, Bridge bridge, Choices choices) {

    /**
     * What the pet follows of its host.
     *
     * @param language the host's default locale; empty when it has none
     */
    public record Host(String name, String language) {}

    /** What the pet is. */
    public record Origin(
            String pet, EngineKind engine, boolean rootless, String image, String imageId, String containerId) {}

    /**
     * How programs inside reach the host.
     *
     * @param door the directory they call through, as the pet sees it; empty where they cannot
     * @param log of what they had run, as the pet sees it
     * @param commands what they may run there
     */
    public record Bridge(String door, String log, Commands commands) {}

    /** What programs inside may run on the host. */
    public enum Commands {
        EVERYTHING,
        /** What is on a list. */
        LISTED,
        /** What is listed for this pet, which sees nothing of the host's. */
        SEPARATE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was asked for when the pet was made.
     *
     * @param hostname the pet's own name; the host's when absent
     * @param ownNetwork whether the engine provides the network and its files
     * @param init whether its first process is systemd
     * @param sudo whether the owner becomes root without a password
     * @param engineSocket the host's socket of the engine that programs inside may use; absent when they may not
     * @param packages what to install when the pet is made
     */
    public record Choices(
            @Nullable String hostname,
            boolean ownNetwork,
            boolean init,
            boolean sudo,
            @Nullable Path engineSocket,
            List<String> packages) {
        public Choices {
            packages = List.copyOf(packages);
        }
    }

    /** {@return the request that brings the scripts, over older ones too, and runs the set-up inside} */
    public ExecRequest request() {
        return GuestFiles.setUp(environment());
    }

    /** {@return the facts as the script reads them} */
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("HEARTH_USER", owner.name());
        environment.put("HEARTH_UID", Long.toString(owner.uid()));
        environment.put("HEARTH_GID", Long.toString(owner.gid()));
        environment.put("HEARTH_GROUP", primaryGroup());
        environment.put("HEARTH_GROUPS", supplementaryGroups());
        environment.put("HEARTH_GECOS", field(owner.fullName()));
        environment.put("HEARTH_HOME", owner.home().toString());
        environment.put("HEARTH_SHELL", owner.shell().toString());
        environment.put("HEARTH_HOST", host.name());
        environment.put("HEARTH_LANG", host.language());
        environment.put("HEARTH_PET", origin.pet());
        environment.put("HEARTH_ENGINE", origin.engine().word());
        environment.put("HEARTH_ROOTLESS", flag(origin.rootless()));
        environment.put("HEARTH_IMAGE", origin.image());
        environment.put("HEARTH_IMAGE_ID", origin.imageId());
        environment.put("HEARTH_CONTAINER_ID", origin.containerId());
        environment.put("HEARTH_BRIDGE", bridge.door());
        environment.put("HEARTH_BRIDGE_LOG", bridge.log());
        environment.put("HEARTH_BRIDGE_COMMANDS", bridge.commands().word());
        environment.put("HEARTH_HOSTNAME", choices.hostname() == null ? "" : choices.hostname());
        environment.put("HEARTH_NETWORK", choices.ownNetwork() ? "own" : "host");
        environment.put("HEARTH_INIT", flag(choices.init()));
        environment.put("HEARTH_SUDO", choices.sudo() ? "nopasswd" : "none");
        environment.put("HEARTH_ENGINE_SOCKET", Objects.toString(choices.engineSocket(), ""));
        environment.put("HEARTH_PACKAGES", String.join(" ", choices.packages()));
        return environment;
    }

    private String primaryGroup() {
        return owner.groups().stream()
                .filter(group -> group.gid() == owner.gid())
                .map(Account.Group::name)
                .findFirst()
                .orElse("");
    }

    private String supplementaryGroups() {
        return owner.groups().stream()
                .filter(group -> group.gid() != owner.gid())
                .map(group -> group.gid() + ":" + group.name())
                .collect(joining("\n"));
    }

    /** A colon or line end would begin another field or entry of the account file. */
    private static String field(String text) {
        return text.replaceAll("[:\\p{Cntrl}]", " ").strip();
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }
}
