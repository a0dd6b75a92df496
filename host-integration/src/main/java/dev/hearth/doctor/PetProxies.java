package dev.hearth.doctor;

import dev.hearth.core.host.Environment;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.Pet;
import java.util.regex.Pattern;

/** Looks whether a pet can reach the proxy that the login names. */
record PetProxies(Environment environment, Pet pet) implements Check {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:\\w+://)?(?:[^@/]*@)?(?:localhost|127\\.[\\d.]+|\\[::1\\])\\b.*");

    @Override
    public String name() {
        return "proxies";
    }

    @Override
    public Finding look() {
        var proxy = Proxies.first(environment);
        if (proxy.isEmpty()) {
            return Finding.absent("Proxies: none on the host");
        }
        boolean apart = pet.spec().unshared().contains(Namespace.NET);
        return apart && LOOPBACK.matcher(proxy.get()).matches()
                ? Finding.broken(
                        "Proxies: '%s' is the host's loopback, and the pet has a network of its own"
                                .formatted(proxy.get()),
                        "Let the proxy listen on an address that the pet reaches, or make a pet without `--unshare=net`.")
                : Finding.ok("Proxies: " + proxy.get());
    }
}
