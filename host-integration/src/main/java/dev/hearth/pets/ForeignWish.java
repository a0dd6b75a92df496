package dev.hearth.pets;

import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Something of this host that a pet from elsewhere would have here, and that its new owner is asked about. */
public sealed interface ForeignWish {

    /** To be shown a home of the host's. */
    record SeeHome(Home home) implements ForeignWish {}

    /** To be shown a directory of the host's, or a volume of the engine's. */
    record SeeVolume(Volume volume) implements ForeignWish {}

    /** To have a device. */
    record HaveDevice(String device) implements ForeignWish {}

    /** To start containers on the engine. */
    record UseEngine() implements ForeignWish {}

    /** To run systemd as its first process. */
    record RunSystemd() implements ForeignWish {}

    /** To be reached from outside. */
    record OpenPort(PublishedPort port) implements ForeignWish {}

    /** To run before anybody enters it. */
    record StartAtLogin() implements ForeignWish {}

    /** {@return what a pet wishes for by its specification} */
    static List<ForeignWish> of(PetSpec spec) {
        var wishes = new ArrayList<ForeignWish>();
        if (!(spec.home() instanceof Home.None)) {
            wishes.add(new SeeHome(spec.home() instanceof Home.Overlay ? Home.Overlay.NEW : spec.home()));
        }
        spec.volumes().forEach(volume -> wishes.add(new SeeVolume(volume)));
        spec.devices().forEach(device -> wishes.add(new HaveDevice(device)));
        if (spec.withEngine()) {
            wishes.add(new UseEngine());
        }
        if (spec.init()) {
            wishes.add(new RunSystemd());
        }
        spec.ports().forEach(port -> wishes.add(new OpenPort(port)));
        if (spec.autostart()) {
            wishes.add(new StartAtLogin());
        }
        return List.copyOf(wishes);
    }

    /** {@return the home that is granted; none of the host's where it is not} */
    static Home home(Set<ForeignWish> granted) {
        return granted.stream()
                .filter(SeeHome.class::isInstance)
                .map(wish -> ((SeeHome) wish).home())
                .findFirst()
                .orElse(new Home.None());
    }

    /** {@return the question, as people are asked it} */
    default String question() {
        return switch (this) {
            case SeeHome(Home.Directory(var path)) -> "Show it '%s' as its home?".formatted(path);
            case SeeHome(Home.Overlay _) -> "Show it your home, to read, and keep apart what it writes there?";
            case SeeHome _ -> "Show it your home, and let it change what is there?";
            case SeeVolume(var volume) ->
                "Show it %s at %s%s?"
                        .formatted(
                                volume.isHostPath()
                                        ? "the host's '" + volume.source() + "'"
                                        : "the volume '" + volume.source() + "'",
                                volume.target(),
                                volume.readOnly() ? ", to read" : "");
            case HaveDevice(var device) -> "Give it the device %s?".formatted(device);
            case UseEngine _ -> "Let it use the container engine, and with it what you may do there?";
            case RunSystemd _ -> "Let it run systemd, with the rights that needs?";
            case OpenPort(var port) -> "Open the port %s to it?".formatted(port.text());
            case StartAtLogin _ -> "Start it when you log in?";
        };
    }
}
