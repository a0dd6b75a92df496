package dev.hearth.doctor;

import dev.hearth.core.host.Environment;
import java.util.List;
import java.util.Optional;

/** Looks at the proxies that the login names. */
record Proxies(Environment environment) implements Check {
    private static final List<String> VARIABLES =
            List.of("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");

    @Override
    public String name() {
        return "proxies";
    }

    @Override
    public Finding look() {
        return first(environment)
                .map(proxy -> Finding.ok("Proxies: " + proxy))
                .orElseGet(() -> Finding.absent("Proxies: none"));
    }

    /** {@return the first that is named} */
    static Optional<String> first(Environment environment) {
        return VARIABLES.stream()
                .map(environment::get)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
