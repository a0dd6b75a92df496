package dev.hearth.os;

import java.util.List;

/**
 * Whether a commit's origin is vouched for.
 *
 * @param required the remote demands a valid signature before it deploys anything
 * @param signatures those the commit carries; empty when it has none or they were not looked at
 */
public record Signing(boolean required, List<Signature> signatures) {
    public static final Signing NOT_REQUIRED = new Signing(false, List.of());

    public Signing {
        signatures = List.copyOf(signatures);
    }
}
