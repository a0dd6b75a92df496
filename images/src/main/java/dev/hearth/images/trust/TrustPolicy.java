package dev.hearth.images.trust;

import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlList;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.images.ImageReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host's policy on images, {@code containers-policy.json}.
 *
 * <p>Podman obeys it itself; Docker does not know it, so that hearth has to obey for it.
 */
public final class TrustPolicy {
    private static final String FILE = "containers/policy.json";

    private final @Nullable YamlMap policy;

    private TrustPolicy(@Nullable YamlMap policy) {
        this.policy = policy;
    }

    /**
     * Reads the user's policy or, where there is none, the host's.
     *
     * @param userConfig the user's directory for all programs' configuration
     * @param systemConfig the host's, which is {@code /etc}
     * @throws dev.hearth.core.yaml.YamlError when it is malformed: then nothing may be pulled at all
     */
    public static TrustPolicy read(Path userConfig, Path systemConfig) {
        for (var directory : List.of(userConfig, systemConfig)) {
            var file = directory.resolve(FILE);
            if (Files.exists(file)) {
                var policy = YamlDocument.readJson(file);
                policy.rejectUnknownKeys(Set.of("default", "transports"));
                policy.require("default").asList();
                return new TrustPolicy(policy);
            }
        }
        return new TrustPolicy(null);
    }

    /** {@return what the policy says about pulling an image} */
    public Trust verdict(ImageReference reference) {
        if (policy == null) {
            return new Trust(Trust.Verdict.ACCEPTED, "this host has no policy on images, and nothing is verified");
        }
        var registries = policy.map("transports").flatMap(transports -> transports.map("docker"));
        for (var scope : scopes(reference.qualified())) {
            var requirements = registries.flatMap(scoped -> scoped.list(scope));
            if (requirements.isPresent()) {
                return judged(requirements.get(), scope.isEmpty() ? "any registry" : "'" + scope + "'");
            }
        }
        return judged(policy.require("default").asList(), "images in general");
    }

    /**
     * Refuses an image that may not be pulled.
     *
     * @throws ImageRejected when the policy forbids it
     * @throws SignatureUnverifiable when the policy asks for a signature that nobody would verify
     */
    public void enforce(ImageReference reference, Verification verification) {
        var trust = verdict(reference);
        if (trust.verdict() == Trust.Verdict.REJECTED) {
            throw new ImageRejected(reference, trust);
        }
        if (trust.verdict() == Trust.Verdict.SIGNED && verification == Verification.NOT_POSSIBLE) {
            throw new SignatureUnverifiable(reference, trust);
        }
    }

    /** Returns the scopes that an image lies in, the narrowest first. */
    private static List<String> scopes(ImageReference reference) {
        var scopes = new ArrayList<String>();
        var tag = Optional.ofNullable(reference.digest())
                .map(digest -> "@" + digest)
                .orElseGet(() -> ":" + reference.effectiveTag().orElseThrow());
        scopes.add(reference.name() + tag);
        for (var name = reference.name(); ; name = name.substring(0, name.lastIndexOf('/'))) {
            scopes.add(name);
            if (!name.contains("/")) {
                break;
            }
        }
        var host = scopes.getLast().replaceFirst(":[0-9]+$", "");
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            scopes.add("*" + host.substring(dot));
        }
        scopes.add("");
        return scopes;
    }

    private static Trust judged(YamlList requirements, String what) {
        var file = requirements.position().file();
        boolean signed = false;
        for (var requirement : requirements.maps()) {
            var type = requirement.require("type");
            switch (type.asText()) {
                case "reject" -> {
                    return new Trust(Trust.Verdict.REJECTED, "'" + file + "' rejects " + what);
                }
                case "signedBy", "sigstoreSigned", "signedBaseLayer" -> signed = true;
                case "insecureAcceptAnything" -> {}
                default -> throw type.error("is '" + type.asText() + "', which no policy knows");
            }
        }
        if (requirements.entries().isEmpty()) {
            throw requirements.error("must have at least one requirement");
        }
        return signed
                ? new Trust(Trust.Verdict.SIGNED, "'" + file + "' asks for a signature on " + what)
                : new Trust(Trust.Verdict.ACCEPTED, "'" + file + "' accepts " + what + " without any signature");
    }
}
