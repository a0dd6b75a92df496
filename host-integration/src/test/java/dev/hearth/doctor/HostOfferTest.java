package dev.hearth.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostOfferTest {
    @TempDir
    private Path directory;

    @Test
    void findsASocketThatIsServed() throws IOException {
        var socket = directory.resolve("agent");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            assertThat(look("ssh-agent", Map.of("SSH_AUTH_SOCK", socket.toString())))
                    .isEqualTo(Finding.ok("The SSH agent: " + socket));
        }
        assertThat(look("ssh-agent", Map.of("SSH_AUTH_SOCK", socket.toString())))
                .isEqualTo(Finding.broken(
                        "The SSH agent: nobody answers at '%s' (Connection refused)".formatted(socket),
                        "Start its service anew, or log in anew."));
    }

    @Test
    void findsAVariableThatLeadsNowhere() {
        assertThat(look("session-bus", Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/no/bus,guid=1")))
                .isEqualTo(Finding.broken(
                        "The session bus: DBUS_SESSION_BUS_ADDRESS names '/no/bus', which is not there",
                        "Log in anew, or `unset DBUS_SESSION_BUS_ADDRESS`."));
    }

    @Test
    void missesNothingThatNobodyPromised() {
        assertThat(look("pulseaudio", Map.of())).isEqualTo(Finding.absent("PulseAudio: none"));
        assertThat(look("printing", Map.of())).isEqualTo(Finding.absent("Printing: none"));
    }

    @Test
    void looksAtFilesAndDirectoriesWithoutKnocking() throws IOException {
        var fonts = Files.createDirectories(directory.resolve("usr/share/fonts"));

        assertThat(look("fonts", Map.of())).isEqualTo(Finding.ok("Fonts: " + fonts));
    }

    @ParameterizedTest
    @CsvSource({
        "x11, DISPLAY, :7.0, ROOT/tmp/.X11-unix/X7",
        "x11, DISPLAY, localhost:10.0, none",
        "wayland, WAYLAND_DISPLAY, wayland-3, ROOT/runtime/wayland-3",
        "wayland, WAYLAND_DISPLAY, /run/w, /run/w",
        "pulseaudio, PULSE_SERVER, unix:/run/p, /run/p",
        "pulseaudio, PULSE_SERVER, server.example, none",
        "pulseaudio, OTHER, x, ROOT/runtime/pulse/native",
        "session-bus, DBUS_SESSION_BUS_ADDRESS, unix:abstract=/x, none",
        "kerberos, KRB5CCNAME, FILE:/tmp/t, /tmp/t",
        "kerberos, KRB5CCNAME, KCM:, none",
        "kerberos, OTHER, x, ROOT/tmp/krb5cc_1000"
    })
    void findsPlacesByTheirVariables(String name, String variable, String value, String place) {
        var located = offer(name).place().apply(places(Map.of(variable, value)));

        assertThat(located.map(found -> found.path().toString()).orElse("none"))
                .isEqualTo(place.replace("ROOT", directory.toString()));
    }

    private Finding look(String name, Map<String, String> variables) {
        return new HostOffer(offer(name), places(variables)).look();
    }

    private LoginPlaces places(Map<String, String> variables) {
        var account = new Account("ada", 1000, 1000, List.of(), "Ada", directory, Path.of("/bin/sh"));
        var environment = new Environment(variables)
                .with("XDG_RUNTIME_DIR", directory.resolve("runtime").toString());
        return new LoginPlaces(directory, account, environment);
    }

    private static Offer offer(String name) {
        return Offer.ALL.stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
