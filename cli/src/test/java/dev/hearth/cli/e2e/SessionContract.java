package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a login offers, used by real clients in a pet that was there before the servers. */
@Isolated("changes whom the host trusts and whom it asks for names")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class SessionContract {
    /** What cannot be had on a machine of tests, and what stands for it. */
    private static final Map<String, String> CONTRACT_ONLY = Map.of(
            "PipeWire", "its socket lies beside PulseAudio's, whose row is real",
            "KCM", "sssd's daemon needs a configured domain; its socket is linked like that of CUPS",
            "smart cards",
                    "there is no reader; the socket of pcscd is linked like that of CUPS, tokens have a real row",
            "Avahi", "it needs the system bus and a network; its socket is linked like that of CUPS",
            "journal", "journald runs below systemd only; its sockets are linked, see the tests of the set-up",
            "time zone", "a test must not change the machine's; HostScriptTest changes a made-up host's",
            "devices", "there is neither a graphics card nor a USB device here; no machine here has such a card");

    private static final String CLIENTS = """
            apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            wl-clipboard xclip dbus-bin pulseaudio-utils openssh-client gpg krb5-user p11-kit-modules gnutls-bin \
            cups-client curl ca-certificates""";

    private final InstalledHearth hearth;
    private final Login login;
    private String pet = "";

    SessionContract(TestedEngine engine) throws IOException {
        this.hearth = InstalledHearth.on(engine);
        this.login = new Login(hearth.person());
    }

    @BeforeAll
    void createAPetWithClients() {
        pet = hearth.create(TestedEngine.image());
        hearth.run(Duration.ofMinutes(4), pet, "sudo", "sh", "-c", CLIENTS);
        hearth.hearth("restart", pet).succeeded();
    }

    @AfterAll
    void removeEverything() {
        try (login) {
            hearth.close();
        }
    }

    @ParameterizedTest
    @FieldSource("dev.hearth.cli.e2e.LoginService#ALL")
    void reachesWhatALoginOffers(LoginService service) {
        Needed.that(
                !service.toString().equals("vpn-dns") || Needed.find("CI").isPresent(),
                "A VPN's name servers are tried with CI=true alone: the test replaces /etc/resolv.conf for a while");
        assertThat(client(service)).as("absent").doesNotContain(login.filled(service, service.answer()));
        for (var when : List.of("started after the pet", "started anew")) {
            login.start(service);
            var said = client(service);
            login.stop(service);

            assertThat(said).as(when).contains(login.filled(service, service.answer()));
        }
        var entered = hearth.hearthWith(login.variables(service), "run", "-c", pet, "echo", "entered");
        assertThat(entered.succeeded()).as("gone").isEqualTo("entered\n");
    }

    @Test
    void saysWhatIsNotRealHere(TestReporter reporter) {
        CONTRACT_ONLY.forEach((row, reason) -> reporter.publishEntry(row, "contract only: " + reason));
    }

    private String client(LoginService service) {
        var words = new ArrayList<>(List.of("run", "-c", pet, "sh", "-c", login.filled(service, service.client())));
        var ended = hearth.hearthWith(login.variables(service), words.toArray(String[]::new));
        return ended.out() + ended.err();
    }
}
