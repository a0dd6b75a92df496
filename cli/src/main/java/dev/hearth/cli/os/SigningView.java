package dev.hearth.cli.os;

import dev.hearth.os.Signature;
import dev.hearth.os.Signing;
import java.util.List;

/**
 * Whether a version is vouched for; the components are the JSON contract.
 *
 * @param required whether the source demands a valid signature
 * @param signatures those it carries
 */
record SigningView(boolean required, List<Item> signatures) {

    /**
     * One signature.
     *
     * @param verdict valid, invalid, outdated or unknown-key
     * @param fingerprint of the key
     * @param text what checking it found, for people
     */
    record Item(String verdict, String fingerprint, String text) {
        static Item of(Signature signature) {
            return new Item(Words.of(signature.verdict()), signature.fingerprint(), signature.text());
        }
    }

    static SigningView of(Signing signing) {
        return new SigningView(
                signing.required(), signing.signatures().stream().map(Item::of).toList());
    }

    /** {@return a line for each signature; none where nobody asks for any} */
    List<String> lines() {
        return signatures.isEmpty() && required
                ? List.of("(unsigned)")
                : signatures.stream().map(Item::text).toList();
    }
}
