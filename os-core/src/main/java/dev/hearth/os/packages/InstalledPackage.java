package dev.hearth.os.packages;

/**
 * A package as a tree's database names it.
 *
 * @param name for example {@code libc6}
 * @param version for example {@code 2.36-9+deb12u10}, or {@code 1:2.0-1.fc42} with an epoch for rpm
 * @param architecture as the package manager writes it: {@code amd64}, {@code x86_64}, {@code all}, {@code noarch}
 */
public record InstalledPackage(String name, String version, String architecture) {

    /** {@return a package as rpm tells of it, in whose words an epoch of 0 is none} */
    public static InstalledPackage ofRpm(String name, String version, String architecture) {
        return new InstalledPackage(name, version.startsWith("0:") ? version.substring(2) : version, architecture);
    }

    /** {@return the name, version and architecture in one word, the way rpm writes them} */
    @Override
    public String toString() {
        return name + "-" + version + "." + architecture;
    }
}
