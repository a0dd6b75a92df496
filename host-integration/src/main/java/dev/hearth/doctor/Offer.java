package dev.hearth.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a login, or the host, offers to its users, and that pets share.
 *
 * @param name by which scripts know it
 * @param title for people
 * @param place where it is, if anything says so
 */
record Offer(String name, String title, Function<LoginPlaces, Optional<Located>> place) {
    /** All that pets share and that can be looked at from outside. */
    static final List<Offer> ALL = List.of(
            new Offer("wayland", "Wayland", LoginPlaces::wayland),
            new Offer("x11", "X11", LoginPlaces::x11),
            new Offer("x11-authority", "X11's authority", LoginPlaces::authority),
            new Offer("session-bus", "The session bus", places -> places.address("DBUS_SESSION_BUS_ADDRESS", "bus")),
            new Offer("system-bus", "The system bus", places -> places.fixed("run/dbus/system_bus_socket")),
            new Offer("pipewire", "PipeWire", places -> places.inRuntime("pipewire-0")),
            new Offer("pulseaudio", "PulseAudio", places -> places.address("PULSE_SERVER", "pulse/native")),
            new Offer("ssh-agent", "The SSH agent", places -> places.address("SSH_AUTH_SOCK", null)),
            new Offer("gpg-agent", "The GnuPG agent", places -> places.inRuntime("gnupg/S.gpg-agent")),
            new Offer("kerberos", "Kerberos tickets", LoginPlaces::tickets),
            new Offer(
                    "kerberos-kcm", "Kerberos tickets of KCM", places -> places.fixed("run/.heim_org.h5l.kcm-socket")),
            new Offer("pkcs11", "PKCS#11", places -> places.address("P11_KIT_SERVER_ADDRESS", "p11-kit/pkcs11")),
            new Offer("smart-cards", "Smart cards", places -> places.fixed("run/pcscd/pcscd.comm")),
            new Offer("printing", "Printing", places -> places.fixed("run/cups/cups.sock")),
            new Offer("avahi", "Names on the local network", places -> places.fixed("run/avahi-daemon/socket")),
            new Offer("journal", "The journal", places -> places.fixed("run/systemd/journal/socket")),
            new Offer("dns", "Name servers", places -> places.fixed("etc/resolv.conf")),
            new Offer("time-zone", "The time zone", places -> places.fixed("etc/localtime")),
            new Offer("fonts", "Fonts", places -> places.fixed("usr/share/fonts")),
            new Offer("graphics", "The graphics card", places -> places.fixed("dev/dri")),
            new Offer("nvidia", "NVIDIA's driver", places -> places.fixed("dev/nvidiactl")),
            new Offer("usb", "USB devices", places -> places.fixed("dev/bus/usb")),
            new Offer("media", "Removable media", places -> places.fixed("run/media")));
}
