package dev.hearth.setup;

import dev.hearth.core.host.OsRelease;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Hosts as they were seen, one of each kind that setup treats differently. */
final class Hosts {
    private static final long ALL_CAPABILITIES = 0x1ffffffffffL;
    private static final long NO_SYS_RESOURCE = 0x1fffeffffffL;

    static final Owner ROOT = new Owner("root", 0, 0);
    static final Owner ANN = new Owner("ann", 1001, 1001);

    private Hosts() {}

    /** A container-like Debian virtual machine: no systemd, old and new control groups, limits that cannot be raised. */
    static HostFacts debianWithoutSystemd() {
        return new HostFacts(
                os("debian", "12", "Debian GNU/Linux 12 (bookworm)"),
                PackageManager.APT,
                false,
                false,
                NO_SYS_RESOURCE,
                CgroupMode.HYBRID,
                true,
                false,
                true,
                100_000,
                false,
                Set.of());
    }

    static HostFacts silverblue() {
        return new HostFacts(
                os("fedora", "42", "Fedora Linux 42 (Silverblue)"),
                PackageManager.DNF,
                true,
                true,
                ALL_CAPABILITIES,
                CgroupMode.V2,
                true,
                false,
                true,
                589_824,
                false,
                Set.of("podman", "crun", "newuidmap"));
    }

    static HostFacts ubuntuWithAppArmor() {
        return new HostFacts(
                os("ubuntu", "24.04", "Ubuntu 24.04 LTS"),
                PackageManager.APT,
                false,
                true,
                ALL_CAPABILITIES,
                CgroupMode.V2,
                true,
                true,
                true,
                165_536,
                false,
                Set.of("newuidmap"));
    }

    static HostFacts rhel() {
        return new HostFacts(
                os("rhel", "9.6", "Red Hat Enterprise Linux 9.6 (Plow)"),
                PackageManager.DNF,
                false,
                true,
                ALL_CAPABILITIES,
                CgroupMode.V2,
                true,
                false,
                true,
                165_536,
                false,
                Set.of("newuidmap"));
    }

    static HostFacts alpine() {
        return new HostFacts(
                os("alpine", "3.22", "Alpine Linux v3.22"),
                null,
                false,
                false,
                ALL_CAPABILITIES,
                CgroupMode.V2,
                true,
                false,
                true,
                100_000,
                false,
                Set.of());
    }

    static HostFacts withoutUserNamespaces(HostFacts host) {
        return new HostFacts(
                host.os(),
                host.packages(),
                host.immutable(),
                host.systemd(),
                host.capabilities(),
                host.cgroups(),
                false,
                host.appArmorGuardsThem(),
                host.overlay(),
                host.nextSubordinateId(),
                host.dockerAnswers(),
                host.programs());
    }

    static TargetUser root() {
        return new TargetUser(ROOT, Path.of("/root"), false, false, "", false, false, false);
    }

    /** An account that useradd just made. */
    static TargetUser ann() {
        return new TargetUser(ANN, Path.of("/home/ann"), true, false, "", false, false, false);
    }

    /** An account that some directory service knows and nothing was prepared for. */
    static TargetUser annWithoutIds() {
        return new TargetUser(ANN, Path.of("/home/ann"), false, true, "", true, false, false);
    }

    /** A user who has logged in on a system whose maker ships settings for Podman's storage. */
    static TargetUser annAtHome() {
        return new TargetUser(ANN, Path.of("/home/ann"), true, true, "", true, false, false);
    }

    private static OsRelease os(String id, String version, String name) {
        return new OsRelease(id, List.of(), version, "", name);
    }
}
