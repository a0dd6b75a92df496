package dev.hearth.cli.os;

import dev.hearth.core.host.OsRelease;
import dev.hearth.frombase.BaseTree;
import dev.hearth.os.BaseConfiguration;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Checkup;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.advice.Advisor;
import dev.hearth.os.tryout.Tryout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The base that a command line is about; each part is made when a command asks for it. */
public interface ChosenBase {
    BaseOs os();

    BaseConfiguration configuration();

    Checkup checkup();

    Advisor advisor();

    /** {@return what a deployment says it is} */
    OsRelease release(DeploymentId deployment);

    /**
     * {@return the deployment that a pet of the base is made of: what runs; of a sysroot in a directory, what boots next}
     *
     * @throws dev.hearth.frombase.NothingDeployed when there is none
     */
    BaseTree tree();

    /** {@return what judges the boots of this host, whatever base is meant} */
    HostHealth health();

    /**
     * {@return what tries the deployment that boots next}
     *
     * @param work the directory that is meant for that; absent for the usual one
     */
    Tryout tryout(@Nullable Path work);

    /** {@return whether it is this host's own, rather than a sysroot in a directory} */
    boolean isHost();
}
