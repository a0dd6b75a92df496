package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Source;
import java.util.Optional;

/** What a remote has is not signed as its configuration here demands; nothing of it was taken. */
public final class UntrustedCommit extends Failure.Conflict {
    private UntrustedCommit(String message, String hint) {
        super(message, hint);
    }

    /** {@return the failure that ostree's own words mean; empty when they are about something else} */
    static Optional<UntrustedCommit> from(Source.Branch branch, String said) {
        if (said.contains("no signatures found")) {
            return Optional.of(new UntrustedCommit(
                    "The newest version of '" + branch.text() + "' is not signed",
                    "Its maker has to sign it; until then `--cache-only` works with what was fetched before."));
        }
        if (said.contains("BAD signature")) {
            return Optional.of(new UntrustedCommit(
                    "The newest version of '" + branch.text() + "' has a signature that is not its own",
                    "It was changed after it was signed; tell its maker, and deploy nothing of it."));
        }
        if (said.contains("Can't check signature")) {
            return Optional.of(new UntrustedCommit(
                    "The newest version of '" + branch.text() + "' is signed with a key that is not trusted here",
                    "If the key is its maker's, `ostree remote gpg-import --keyring=KEYS " + branch.remote()
                            + "` makes it trusted."));
        }
        if (said.contains("GPG signatures found, but none are in trusted keyring")
                || said.contains("Key expired")
                || said.contains("Key revoked")
                || said.contains("Signature expired")) {
            return Optional.of(new UntrustedCommit(
                    "The newest version of '" + branch.text() + "' has no signature that is still valid",
                    "`ostree remote gpg-list-keys " + branch.remote()
                            + "` shows which keys are trusted; their maker may have newer ones."));
        }
        return Optional.empty();
    }
}
