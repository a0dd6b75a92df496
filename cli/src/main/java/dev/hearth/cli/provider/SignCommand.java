package dev.hearth.cli.provider;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os sign}. */
@Command(
        name = "sign",
        description = "Sign a composed commit, so that machines take it.",
        footer = {
            "",
            "Sign before you make deltas: the signature goes with them.",
            "",
            "Examples:",
            "  hearth os sign example/12/base --repo /srv/base --key releases@example.org",
            "  hearth os sign 4f2a81c09d --repo /srv/base --key 0x5A2B --gnupg-home /srv/keys"
        })
public final class SignCommand implements Runnable {
    private final Workplace place;

    @Parameters(paramLabel = "REF", description = "The branch whose newest commit is meant, or a checksum.")
    private String ref;

    @Mixin
    private RepositoryOption repository;

    @Mixin
    private KeyOptions key;

    public SignCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        var commit = place.provider(repository).sign(ref, key.key(place.directory(), place.processes()));
        place.narrator().confirm("Signed " + commit);
    }
}
