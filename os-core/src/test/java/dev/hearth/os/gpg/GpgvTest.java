package dev.hearth.os.gpg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import org.junit.jupiter.api.Test;

final class GpgvTest {
    private static final String FINGERPRINT = "5E65DE75AB1C501862D476347FCA23D8472CDAFA";
    private static final String KEY = "7FCA23D8472CDAFA";
    private static final String VALID =
            "[GNUPG:] VALIDSIG " + FINGERPRINT + " 2026-11-20 1795143600 0 4 0 22 8 00 " + FINGERPRINT + "\n";

    @Test
    void namesTheKeyInFullWhenTheSignatureIsGood() {
        assertThat(Gpgv.parse("""
                [GNUPG:] NEWSIG
                [GNUPG:] KEY_CONSIDERED %1$s 0
                [GNUPG:] SIG_ID vCFpBzyvzVrGTGnhs0Wo8vJ4vrY 2026-11-20 1795143600
                [GNUPG:] GOODSIG %2$s Base Maker
                """.formatted(FINGERPRINT, KEY) + VALID))
                .contains(new Signature(Verdict.VALID, FINGERPRINT));
    }

    @Test
    void isNotTakenInByAKeyThatIsNoLongerGood() {
        assertThat(Gpgv.parse("[GNUPG:] EXPKEYSIG " + KEY + " Base Maker\n" + VALID))
                .contains(new Signature(Verdict.OUTDATED, FINGERPRINT));
        assertThat(Gpgv.parse("[GNUPG:] REVKEYSIG " + KEY + " Base Maker\n" + VALID))
                .contains(new Signature(Verdict.OUTDATED, FINGERPRINT));
        assertThat(Gpgv.parse("[GNUPG:] EXPSIG " + KEY + " Base Maker\n" + VALID))
                .contains(new Signature(Verdict.OUTDATED, FINGERPRINT));
    }

    @Test
    void seesThatSomethingElseWasSigned() {
        assertThat(Gpgv.parse("[GNUPG:] BADSIG " + KEY + " Base Maker\n"))
                .contains(new Signature(Verdict.INVALID, KEY));
    }

    @Test
    void tellsAnUnknownKeyFromASignatureThatCannotBeRead() {
        assertThat(Gpgv.parse("""
                [GNUPG:] ERRSIG %1$s 22 8 00 1795143600 9 %2$s
                [GNUPG:] NO_PUBKEY %1$s
                """.formatted(KEY, FINGERPRINT)))
                .contains(new Signature(Verdict.UNKNOWN_KEY, FINGERPRINT));
        assertThat(Gpgv.parse("[GNUPG:] ERRSIG " + KEY + " 99 8 00 1795143600 4 -\n"))
                .contains(new Signature(Verdict.INVALID, KEY));
    }

    @Test
    void findsNoneInWhatIsNoSignature() {
        assertThat(Gpgv.parse("[GNUPG:] NODATA 4\n")).isEmpty();
        assertThat(Gpgv.parse("")).isEmpty();
    }
}
