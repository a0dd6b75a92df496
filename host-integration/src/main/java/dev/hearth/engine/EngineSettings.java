package dev.hearth.engine;

import java.util.List;

/**
 * How whoever keeps an engine has set it up, as far as cluster tools care.
 *
 * @param oldestApi the oldest version of Docker's API that it takes; empty when it does not say
 * @param insecureRegistries networks and hosts whose registries need no certificate
 */
public record EngineSettings(String oldestApi, List<String> insecureRegistries) {
    public EngineSettings {
        insecureRegistries = List.copyOf(insecureRegistries);
    }
}
