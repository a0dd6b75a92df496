package dev.hearth.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Properties that hold for all references; {@code -Dhearth.seed=N} repeats a run that failed. */
class ImageReferencePropertiesTest {
    private static final int ROUNDS = 5_000;
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String ANY = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String NOISE = ANY + "/:@._-[]%$ \t\n\u0000\u001bäß€🐧\ud800";

    private final long seed = Long.getLong("hearth.seed", System.nanoTime());
    private final RandomGenerator random =
            RandomGeneratorFactory.of("SplittableRandom").create(seed);

    @BeforeEach
    void printTheSeed() {
        System.out.println("seed " + seed);
    }

    @Test
    void everyReferenceOfTheGrammarIsReadBackAsItself() {
        for (int round = 0; round < ROUNDS; round++) {
            var reference = new ImageReference(domain(), path(), tag(), digest());

            assertThat(ImageReference.parse(reference.toString()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(reference);
        }
    }

    @Test
    void anyTextIsReadBackAsItselfOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var text = word(NOISE, random.nextInt(40));

            requireItselfOrRefusal(text, round);
        }
    }

    @Test
    void anyDamageToAReferenceIsReadBackAsItselfOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder(new ImageReference(domain(), path(), tag(), digest()).toString());
            int where = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(where);
                case 1 -> text.insert(where, word(NOISE, 1));
                default -> text.setCharAt(where, NOISE.charAt(random.nextInt(NOISE.length())));
            }

            requireItselfOrRefusal(text.toString(), round);
        }
    }

    @Test
    void everyReferenceProposesAPetNameOfTheGrammarOfPets() {
        for (int round = 0; round < ROUNDS; round++) {
            var reference = new ImageReference(domain(), path(), tag(), digest());

            assertThat(reference.defaultPetName())
                    .as("seed %d, round %d", seed, round)
                    .matches("[A-Za-z][A-Za-z0-9_.-]{1,62}");
        }
    }

    private void requireItselfOrRefusal(String text, int round) {
        var thrown = catchThrowable(
                () -> assertThat(ImageReference.parse(text).toString()).isEqualTo(text));

        if (thrown != null) {
            assertThat(thrown)
                    .as("seed %d, round %d, text '%s'", seed, round, text)
                    .isInstanceOf(InvalidImageReference.class);
        }
    }

    private @Nullable String domain() {
        return switch (random.nextInt(6)) {
            case 0 -> "localhost" + port();
            case 1 -> "[" + word("0123456789abcdefABCDEF:", 1 + random.nextInt(12)) + "]:" + random.nextInt(65_536);
            case 2 -> domainComponent() + ":" + random.nextInt(65_536);
            case 3, 4 -> domainComponent() + "." + domainComponent() + port();
            default -> null;
        };
    }

    private String port() {
        return random.nextBoolean() ? "" : ":" + random.nextInt(65_536);
    }

    private String domainComponent() {
        var inner = word(ANY + "-", random.nextInt(5));
        return word(ANY, 1) + inner + word(ANY, 1);
    }

    private String path() {
        // Begins with a letter and has no dot in its first part, so that it cannot be taken for a domain or an id.
        var path = new StringBuilder("p" + word("ghijklmnopqr", 1 + random.nextInt(8)));
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            path.append('/').append(pathComponent());
        }
        return path.toString();
    }

    private String pathComponent() {
        var component = new StringBuilder(word(LOWER, 1 + random.nextInt(6)));
        for (int parts = random.nextInt(3); parts > 0; parts--) {
            component.append(separator()).append(word(LOWER, 1 + random.nextInt(4)));
        }
        return component.toString();
    }

    private String separator() {
        return switch (random.nextInt(4)) {
            case 0 -> ".";
            case 1 -> "_";
            case 2 -> "__";
            default -> "-".repeat(1 + random.nextInt(4));
        };
    }

    private @Nullable String tag() {
        return random.nextBoolean() ? null : word(ANY + "_", 1) + word(ANY + "_.-", random.nextInt(128));
    }

    private @Nullable String digest() {
        return switch (random.nextInt(5)) {
            case 0 -> "sha256:" + word("0123456789abcdef", 64);
            case 1 -> "sha512:" + word("0123456789abcdef", 128);
            default -> null;
        };
    }

    private String word(String alphabet, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
