package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class AptTest {
    private static final PackageSet INSTALLED = Apt.parse("""
            ii \tlibc6\t2.36-9\tamd64\t
            ii \tmawk\t1.3-1\tamd64\tawk, virtual (= 1.0)
            rc \tgone\t1.0\tall\t
            """);

    @Test
    void readsWhatIsInstalled() {
        assertThat(INSTALLED.packages()).containsExactly(amd64("libc6", "2.36-9"), amd64("mawk", "1.3-1"));
        for (var request : List.of("mawk", "awk", "virtual", "mawk:amd64", "mawk=1.3-1")) {
            assertThat(INSTALLED.fulfilling(request)).as(request).contains(amd64("mawk", "1.3-1"));
        }
        for (var request : List.of("gone", "mawk=2", "mawk:i386")) {
            assertThat(INSTALLED.fulfilling(request)).as(request).isEmpty();
        }
    }

    @Test
    void readsASimulation() {
        var simulation = AptSimulation.parse("""
                Reading package lists...
                Remv mawk [1.3-1]
                Inst libc6 [2.36-9] (2.36-9+deb12u1 Debian:12.15/oldstable [amd64]) []
                Inst tmux (1:3.3a-3 Debian:12.15/oldstable, Debian-Security:12 [amd64])
                Inst local (1.0 local-deb [all])
                Conf tmux (3.3a-3 Debian:12.15/oldstable [amd64])
                """, INSTALLED);

        assertThat(simulation.changes())
                .isEqualTo(new PackageDiff(
                        List.of(new InstalledPackage("local", "1.0", "all"), amd64("tmux", "1:3.3a-3")),
                        List.of(amd64("mawk", "1.3-1")),
                        List.of(new VersionChange(amd64("libc6", "2.36-9"), amd64("libc6", "2.36-9+deb12u1"))),
                        List.of()));
        assertThat(simulation.removed()).containsExactly(amd64("mawk", "1.3-1"));
    }

    @Test
    void tellsWhatIsNotMetRatherThanThatSomethingIsNot() {
        assertThat(reason("""
                The following packages have unmet dependencies:
                 tool : Depends: library (>= 2) but it is not installable
                """, "E: Unable to correct problems, you have held broken packages."))
                .isEqualTo("tool : Depends: library (>= 2) but it is not installable");
    }

    @Test
    void tellsWhichScriptFailedRatherThanThatDpkgDid() {
        assertThat(reason("""
                Setting up tool (1.0) ...
                dpkg: error processing package tool (--configure):
                 installed tool package post-installation script subprocess returned error exit status 3
                Errors were encountered while processing:
                 tool
                """, "E: Sub-process /usr/bin/dpkg returned an error code (1)"))
                .isEqualTo("installed tool package post-installation script subprocess returned error exit status 3");
    }

    @Test
    void tellsAptsOwnErrorsOtherwise() {
        assertThat(reason("", "W: not this\nE: Unable to locate package x\nE: Unable to locate package y\n"))
                .isEqualTo("Unable to locate package x; Unable to locate package y");
        assertThat(reason("", "")).isEqualTo("apt-get ended with status 100");
    }

    private static String reason(String out, String err) {
        return AptOutput.reason(new Finished(Command.of("apt-get"), 100, out, err));
    }

    private static InstalledPackage amd64(String name, String version) {
        return new InstalledPackage(name, version, "amd64");
    }
}
