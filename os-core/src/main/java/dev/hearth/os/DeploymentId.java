package dev.hearth.os;

/**
 * Which deployment is meant: the same commit may be deployed more than once.
 *
 * @param stateroot the operating system's name below {@code ostree/deploy}; it has a {@code /var} of its own
 * @param checksum the commit, 64 hexadecimal digits; on a host without ostree the tree's fs-verity digest, which may
 *     have 128
 * @param serial counts the deployments of one commit, from 0
 */
public record DeploymentId(String stateroot, String checksum, int serial) {
    private static final int SHORT = 12;

    public DeploymentId {
        if (!checksum.matches("[0-9a-f]{64}([0-9a-f]{64})?")) {
            throw new IllegalArgumentException("not a checksum: " + checksum);
        }
        if (serial < 0) {
            throw new IllegalArgumentException("a serial counts from 0: " + serial);
        }
    }

    /** {@return the name of the deployment's directory, and of its origin file without its ending} */
    public String directory() {
        return checksum + "." + serial;
    }

    /** {@return a form short enough for a sentence} */
    public String abbreviated() {
        return checksum.substring(0, SHORT) + "." + serial;
    }

    /** {@return the form that rpm-ostree uses for its ids: {@code STATEROOT-CHECKSUM.SERIAL}} */
    @Override
    public String toString() {
        return stateroot + "-" + directory();
    }
}
