package dev.hearth.os.gpg;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** There is no key of a name with which something could be signed. */
public final class KeyMissing extends Failure.NotFound {
    KeyMissing(String name) {
        super(
                "There is no key '" + Printable.line(name) + "' to sign with",
                "`gpg --list-secret-keys` shows those that there are; `--gnupg-home` names another keyring.");
    }
}
