package dev.hearth.os.compose;

import java.util.List;

/**
 * What is known of a distribution of RPM packages.
 *
 * @param needed without which nothing that is made of it is a base that ostree boots
 * @param repositories of its own
 */
record RpmDistribution(List<String> needed, List<RpmRepository> repositories) {
    private static final List<String> NEEDED = List.of(
            "bash", "coreutils", "dracut", "ostree", "rpm", "shadow-utils", "systemd", "systemd-udev", "util-linux");
    private static final String FEDORA_KEY = "https://fedoraproject.org/fedora.gpg";
    private static final String FEDORA = "https://mirrors.fedoraproject.org/metalink?arch=$basearch&repo=";
    private static final String CENTOS = "https://mirrors.centos.org/metalink?arch=$basearch&repo=centos-";
    private static final String CENTOS_KEYS = "https://www.centos.org/keys/RPM-GPG-KEY-CentOS-Official";

    RpmDistribution {
        needed = List.copyOf(needed);
        repositories = List.copyOf(repositories);
    }

    /** {@return what is known of a distribution; nothing of one whose repositories a recipe has to name} */
    static RpmDistribution of(String name, String release) {
        return switch (name) {
            case "fedora" -> new RpmDistribution(NEEDED, fedora(release));
            case "centos" -> new RpmDistribution(NEEDED, centos(release));
            default -> new RpmDistribution(List.of(), List.of());
        };
    }

    private static List<RpmRepository> fedora(String release) {
        if (release.equals("rawhide")) {
            return List.of(new RpmRepository("rawhide", null, FEDORA + "rawhide", FEDORA_KEY));
        }
        return List.of(
                new RpmRepository("fedora", null, FEDORA + "fedora-" + release, FEDORA_KEY),
                new RpmRepository("updates", null, FEDORA + "updates-released-f" + release, FEDORA_KEY));
    }

    private static List<RpmRepository> centos(String release) {
        var key = release.equals("9") ? CENTOS_KEYS : CENTOS_KEYS + "-SHA256";
        return List.of(
                new RpmRepository("baseos", null, CENTOS + "baseos-" + release + "-stream", key),
                new RpmRepository("appstream", null, CENTOS + "appstream-" + release + "-stream", key));
    }
}
