package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Account.Group;
import dev.hearth.engine.EngineKind;
import dev.hearth.guest.SetupFacts.Bridge;
import dev.hearth.guest.SetupFacts.Choices;
import dev.hearth.guest.SetupFacts.Host;
import dev.hearth.guest.SetupFacts.Origin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupFactsTest {
    private static final Account ADA = new Account(
            "CORP\\ada.l",
            70001,
            70001,
            List.of(new Group("domain users", 70001), new Group("", 998), new Group("video", 44)),
            "Ada: the\nCountess",
            Path.of("/home/ada"),
            Path.of("/usr/bin/zsh"));

    private static final SetupFacts FACTS = new SetupFacts(
            ADA,
            new Host("engine.example", "en_GB.UTF-8"),
            new Origin("dev", EngineKind.PODMAN, true, "localhost/debian:12", "sha256:12", "abc"),
            new Bridge("/run/host/run/hearth/bridge/abc.1/door", "/run/host/log", SetupFacts.Commands.LISTED),
            new Choices("difference", true, false, true, Path.of("/run/docker.sock"), List.of("gdb", "make")));

    @Test
    void tellsTheScriptEverything() {
        assertThat(FACTS.environment())
                .containsExactly(
                        entry("HEARTH_USER", "CORP\\ada.l"),
                        entry("HEARTH_UID", "70001"),
                        entry("HEARTH_GID", "70001"),
                        entry("HEARTH_GROUP", "domain users"),
                        entry("HEARTH_GROUPS", "998:\n44:video"),
                        entry("HEARTH_GECOS", "Ada  the Countess"),
                        entry("HEARTH_HOME", "/home/ada"),
                        entry("HEARTH_SHELL", "/usr/bin/zsh"),
                        entry("HEARTH_HOST", "engine.example"),
                        entry("HEARTH_LANG", "en_GB.UTF-8"),
                        entry("HEARTH_PET", "dev"),
                        entry("HEARTH_ENGINE", "podman"),
                        entry("HEARTH_ROOTLESS", "1"),
                        entry("HEARTH_IMAGE", "localhost/debian:12"),
                        entry("HEARTH_IMAGE_ID", "sha256:12"),
                        entry("HEARTH_CONTAINER_ID", "abc"),
                        entry("HEARTH_BRIDGE", "/run/host/run/hearth/bridge/abc.1/door"),
                        entry("HEARTH_BRIDGE_LOG", "/run/host/log"),
                        entry("HEARTH_BRIDGE_COMMANDS", "listed"),
                        entry("HEARTH_HOSTNAME", "difference"),
                        entry("HEARTH_NETWORK", "own"),
                        entry("HEARTH_INIT", "0"),
                        entry("HEARTH_SUDO", "nopasswd"),
                        entry("HEARTH_ENGINE_SOCKET", "/run/docker.sock"),
                        entry("HEARTH_PACKAGES", "gdb make"));
    }

    @Test
    void leavesEmptyWhatWasNotAskedFor() {
        var facts = new SetupFacts(
                ADA,
                FACTS.host(),
                FACTS.origin(),
                new Bridge("", "", SetupFacts.Commands.EVERYTHING),
                new Choices(null, false, true, false, null, List.of()));

        assertThat(facts.environment())
                .contains(
                        entry("HEARTH_BRIDGE", ""),
                        entry("HEARTH_BRIDGE_COMMANDS", "everything"),
                        entry("HEARTH_HOSTNAME", ""),
                        entry("HEARTH_NETWORK", "host"),
                        entry("HEARTH_INIT", "1"),
                        entry("HEARTH_SUDO", "none"),
                        entry("HEARTH_ENGINE_SOCKET", ""),
                        entry("HEARTH_PACKAGES", ""));
    }

    @Test
    void runsTheScriptAsRootOnceItIsThere() {
        var request = FACTS.request();

        assertThat(request.user()).isEqualTo("0:0");
        assertThat(request.environment()).isEqualTo(FACTS.environment());
        assertThat(request.command()).startsWith("/bin/sh", "-c").contains("/usr/libexec/hearth/setup");
    }
}
