package dev.hearth.os.layer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses proxies by the variables that programs on Unix share. */
final class Proxies extends ProxySelector {
    private final Map<String, String> variables;

    /** Chooses by these, with names in small letters. */
    Proxies(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public List<Proxy> select(URI address) {
        var proxy = variables.getOrDefault(address.getScheme() + "_proxy", "");
        if (proxy.isEmpty() || isExcepted(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        var place = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        var port = place.getPort() < 0 ? 80 : place.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(place.getHost(), port)));
    }

    private boolean isExcepted(String host) {
        return Stream.of(variables.getOrDefault("no_proxy", "").split(","))
                .map(name -> name.strip().replaceFirst("^\\*?\\.", ""))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException reason) {
        // Whoever asked is told.
    }
}
