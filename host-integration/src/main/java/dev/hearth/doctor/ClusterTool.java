package dev.hearth.doctor;

import java.util.Locale;

/** A container or cluster tool that has needs of its own. */
public enum ClusterTool {
    /** {@code oc cluster up} of OpenShift Origin 3.6 to 3.11. */
    OC,
    KIND,
    MINIKUBE,
    K3D,
    TESTCONTAINERS;

    /** {@return the tool as users write it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
