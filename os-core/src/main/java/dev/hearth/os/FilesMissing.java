package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A deployment is listed, but its files are not there. */
public final class FilesMissing extends Failure.Conflict {
    public FilesMissing(DeploymentId deployment, Path directory) {
        super(
                "The files of deployment " + deployment.abbreviated() + " are gone: there is no directory '" + directory
                        + "'",
                "Boot and keep another one; `hearth os status` lists them.");
    }
}
