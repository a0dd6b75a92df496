package dev.hearth.cli.pets;

import dev.hearth.bridge.HostCommands;
import dev.hearth.cli.output.Details;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.frombase.BaseOrigin;
import dev.hearth.pets.FormerGeneration;
import dev.hearth.pets.Isolation;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Volume;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All about one pet; the components are the JSON contract.
 *
 * @param name its name
 * @param state created, running, paused, stopped or removing
 * @param image what it was made from, by name
 * @param imageId what it was made from, by content
 * @param base which deployment of the base it is of; null when it is of none
 * @param home shared, none, or the directory that is its home
 * @param isolation what keeps it from your home and login: none, no-boundary (root in it could be root on this
 *     host), all-but-network (but not from what listens on the host's network) or all
 * @param volumes as {@code --volume} writes them
 * @param environment variables that were set for it, by name
 * @param packages that were asked for, and not those that came along
 * @param init whether systemd runs inside
 * @param unshared what it does not share with the host
 * @param ports published, as {@code --publish} writes them
 * @param devices of the host that it was given
 * @param withEngine whether programs inside can use the engine
 * @param memory bytes it may use; null without a limit
 * @param cpus processors it may use; null without a limit
 * @param platform it was made for; null when it is the host's
 * @param hostname of its own; null when it has none
 * @param labels the user's own on its container, by name
 * @param autostart whether it starts at login
 * @param idleStop seconds without a session after which it stops; null when it never does
 * @param hostCommands paths of programs that it may run on the host, or the word everything
 * @param created when it was made
 * @param started when it was last started; null when it never was
 * @param container the engine's id of its container
 */
record PetView(
        String name,
        String state,
        String image,
        String imageId,
        @Nullable Base base,
        String home,
        String isolation,
        List<String> volumes,
        Map<String, String> environment,
        List<String> packages,
        boolean init,
        List<String> unshared,
        List<String> ports,
        List<String> devices,
        boolean withEngine,
        @Nullable Long memory,
        @Nullable Double cpus,
        @Nullable String platform,
        @Nullable String hostname,
        Map<String, String> labels,
        boolean autostart,
        @Nullable Long idleStop,
        List<String> hostCommands,
        Instant created,
        @Nullable Instant started,
        String container) {

    /**
     * A deployment of the base.
     *
     * @param version null when it has none
     * @param checksum of what was deployed
     */
    record Base(@Nullable String version, String checksum) {
        private static Base of(BaseOrigin origin) {
            return new Base(origin.version(), origin.checksum());
        }

        private String text() {
            return new BaseOrigin(checksum, version).text();
        }
    }

    private static final String EVERYTHING = "everything";
    private static final long MEBIBYTE = 1024 * 1024;

    static final Details<PetView> DETAILS = new Details<PetView>()
            .with("Name", PetView::name)
            .with("State", PetView::state)
            .with("Image", PetView::image)
            .with("Image id", PetView::imageId)
            .with("Base", view -> view.base() == null ? null : view.base().text())
            .with("Home", PetView::home)
            .with("Isolation", PetView::isolationText)
            .withEach("Volumes", PetView::volumes)
            .withEach("Environment", view -> assignments(view.environment()))
            .withEach("Packages", PetView::packages)
            .with("Init", view -> view.init() ? "systemd" : null)
            .withEach("Unshared", PetView::unshared)
            .withEach("Ports", PetView::ports)
            .withEach("Devices", PetView::devices)
            .with("Engine", view -> view.withEngine() ? "can be used inside" : null)
            .with("Memory", view -> view.memory() == null ? null : view.memory() / MEBIBYTE + " MiB")
            .with("Processors", view -> view.cpus() == null ? null : view.cpus().toString())
            .with("Platform", PetView::platform)
            .with("Host name", PetView::hostname)
            .withEach("Labels", view -> assignments(view.labels()))
            .with("Autostart", view -> view.autostart() ? "at login" : null)
            .with("Idle stop", view -> view.idleStop() == null ? null : "after " + view.idleStop() + " s")
            .with("On the host", PetView::hostCommandsText)
            .withTime("Created", PetView::created)
            .withTime("Started", PetView::started)
            .with("Container", PetView::container);

    /** What is read can be told to others: over the network, or by what is merged. */
    private String homeText() {
        return home.equals("overlay") ? "your home is safe from its writes, not from its reads; " : "no home and ";
    }

    private @Nullable String isolationText() {
        return switch (isolation) {
            case "no-boundary" -> "not a security boundary: its root could be root on this host";
            case "all-but-network" -> homeText() + "no session of yours, but the host's network and abstract sockets";
            case "all" -> homeText() + "no session or network of yours";
            default -> null;
        };
    }

    static PetView of(Pet pet, Isolation isolation, HostCommands allowed) {
        var spec = pet.spec();
        var limits = spec.limits();
        var idle = spec.idleStop();
        return new PetView(
                pet.name().value(),
                pet.container().state().name().toLowerCase(Locale.ROOT),
                spec.image(),
                spec.imageId(),
                BaseOrigin.read(pet.container().labels()).map(Base::of).orElse(null),
                spec.home().text(),
                isolation.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                spec.volumes().stream().map(Volume::toString).toList(),
                spec.environment(),
                spec.packages(),
                spec.init(),
                spec.unshared().stream().map(Namespace::word).toList(),
                spec.ports().stream().map(PublishedPort::text).toList(),
                spec.devices(),
                spec.withEngine(),
                limits.memory() == 0 ? null : limits.memory(),
                limits.cpus() == 0 ? null : limits.cpus(),
                Objects.toString(spec.platform(), null),
                spec.hostname(),
                shown(spec.labels()),
                spec.autostart(),
                idle == null ? null : idle.toSeconds(),
                hostCommands(allowed),
                spec.created().truncatedTo(ChronoUnit.SECONDS),
                pet.container().started(),
                pet.container().id().value());
    }

    private static List<String> hostCommands(HostCommands allowed) {
        return switch (allowed) {
            case HostCommands.Everything() -> List.of(EVERYTHING);
            case HostCommands.Only(var programs) -> programs;
        };
    }

    /** A list is no fence around a pet that can write to the home. */
    private static String hostCommandsText(PetView view) {
        var shown = view.hostCommands().isEmpty() ? "nothing" : String.join(" ", view.hostCommands());
        boolean fence = !view.home().equals("shared") || shown.equals(EVERYTHING);
        return fence ? shown : shown + "; it shares the home and the session's bus, which are other ways";
    }

    /** What `history` tells is too much here. */
    private static Map<String, String> shown(Map<String, String> labels) {
        var shown = new LinkedHashMap<>(labels);
        shown.remove(FormerGeneration.LABEL);
        return shown;
    }

    private static List<String> assignments(Map<String, String> map) {
        return map.entrySet().stream().map(Object::toString).toList();
    }
}
