package dev.hearth.os.layer;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a package manager needs of the host to reach its sources.
 *
 * @param resolvConf the host's way to look names up
 * @param hosts the host's own names
 * @param authorities certificates to trust instead of the tree's own; none when absent
 * @param proxies the variables {@code http_proxy} and its like
 */
public record Network(Path resolvConf, Path hosts, @Nullable Path authorities, Map<String, String> proxies) {
    public Network {
        proxies = Map.copyOf(proxies);
    }

    /** {@return the usual places, with the tree's own certificates and no proxy} */
    public static Network direct() {
        return new Network(Path.of("/etc/resolv.conf"), Path.of("/etc/hosts"), null, Map.of());
    }
}
