package dev.hearth.setup;

import dev.hearth.core.host.OsRelease;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides which engine can work on a host and what it takes.
 *
 * @param packages absent where hearth knows no package manager
 * @param immutable whether the base is updated as a whole, so that setup must not layer packages onto it
 * @param systemd whether systemd is the first process
 * @param capabilities the bounding set, as a mask
 * @param userNamespaces whether an ordinary user can make a user namespace
 * @param appArmorGuardsThem whether AppArmor lets only programs with a profile make one
 * @param overlay whether the kernel has overlayfs
 * @param nextSubordinateId the first id after all ranges that are given out
 * @param dockerAnswers whether something listens on Docker's socket
 * @param programs those of {@link #WANTED} that are installed
 */
public record HostFacts(
        OsRelease os,
        @Nullable PackageManager packages,
        boolean immutable,
        boolean systemd,
        long capabilities,
        CgroupMode cgroups,
        boolean userNamespaces,
        boolean appArmorGuardsThem,
        boolean overlay,
        long nextSubordinateId,
        boolean dockerAnswers,
        Set<String> programs) {
    /** The programs whose presence makes a difference. */
    static final Set<String> WANTED =
            Set.of("docker", "dockerd", "podman", "newuidmap", "slirp4netns", "runc", "crun", "mmdebstrap");

    private static final int SYS_RESOURCE = 24;

    public HostFacts {
        programs = Set.copyOf(programs);
    }

    boolean has(String program) {
        return programs.contains(program);
    }

    /** {@return whether limits can be raised; without it engines must not try to} */
    boolean canRaiseLimits() {
        return (capabilities >> SYS_RESOURCE & 1) == 1;
    }
}
