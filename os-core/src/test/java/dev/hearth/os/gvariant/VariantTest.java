package dev.hearth.os.gvariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.os.gvariant.Variant.Dictionary;
import dev.hearth.os.gvariant.Variant.Sequence;
import dev.hearth.os.gvariant.Variant.Text;
import dev.hearth.os.gvariant.Variant.Truth;
import dev.hearth.os.gvariant.Variant.Whole;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The examples are those of the GVariant specification, section 2.7. */
final class VariantTest {

    @Test
    void readsAText() {
        assertThat(Variant.parse("s", bytes("68656c6c6f20776f726c6400"))).isEqualTo(new Text("hello world"));
    }

    @Test
    void readsAValueThatIsThereOrNot() {
        assertThat(Variant.parse("ms", bytes("68656c6c6f20776f726c640000")))
                .isEqualTo(new Sequence(List.of(new Text("hello world"))));
        assertThat(Variant.parse("ms", bytes(""))).isEqualTo(new Sequence(List.of()));
    }

    @Test
    void readsArraysOfElementsOfOneSize() {
        assertThat(Variant.parse("ab", bytes("0100000101")))
                .isEqualTo(new Sequence(List.of(
                        new Truth(true), new Truth(false), new Truth(false), new Truth(true), new Truth(true))));
    }

    @Test
    void readsATupleOfATextAndANumber() {
        assertThat(Variant.parse("(si)", bytes("666f6f00ffffffff04")))
                .isEqualTo(new Sequence(List.of(new Text("foo"), new Whole(-1))));
    }

    @Test
    void readsAnArrayOfTuplesWithPadding() {
        assertThat(Variant.parse("a(si)", bytes("686900 00feffffff 03 000000 62796500 ffffffff 04 09 15")))
                .isEqualTo(new Sequence(List.of(
                        new Sequence(List.of(new Text("hi"), new Whole(-2))),
                        new Sequence(List.of(new Text("bye"), new Whole(-1))))));
    }

    @Test
    void readsAnArrayOfTexts() {
        assertThat(Variant.parse("as", bytes("6900 63616e00 68617300 737472696e67733f00 02060a13")))
                .isEqualTo(
                        new Sequence(List.of(new Text("i"), new Text("can"), new Text("has"), new Text("strings?"))));
    }

    @Test
    void readsANestedTuple() {
        assertThat(Variant.parse("((ys)as)", bytes("6963616e0068617300737472696e67733f00040d05")))
                .isEqualTo(new Sequence(List.of(
                        new Sequence(List.of(new Whole('i'), new Text("can"))),
                        new Sequence(List.of(new Text("has"), new Text("strings?"))))));
    }

    @Test
    void readsADictionaryEntryAsOfTheSpecification() {
        assertThat(Variant.parse("{si}", bytes("6120 6b657900 00000202000006".replace(" ", ""))))
                .isEqualTo(new Sequence(List.of(new Text("a key"), new Whole(514))));
    }

    @Test
    void readsADictionaryOfValuesWithTheirTypes() {
        var dictionary = new Dictionary(Map.of("n", new Whole(7)));

        assertThat(Variant.parse("a{sv}", bytes("6e00 000000000000 07000000 0069 02 0f".replace(" ", ""))))
                .isEqualTo(dictionary);
        assertThat(dictionary.text("n")).isEmpty();
        assertThat(dictionary.texts("n")).isEmpty();
    }

    @Test
    void readsAPaddedPairOfBytesAndNumber() {
        assertThat(Variant.parse("(yy)", bytes("7080")))
                .isEqualTo(new Sequence(List.of(new Whole(0x70), new Whole(0x80))));
        assertThat(Variant.parse("(iy)", bytes("6000000070000000")))
                .isEqualTo(new Sequence(List.of(new Whole(96), new Whole(0x70))));
    }

    @Test
    void turnsTheBytesOfANumberRound() {
        assertThat(new Whole(0x0100000000000000L).reversed()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsMalformed() {
        for (var malformed : Map.of(
                        "s", "68656c",
                        "i", "0102",
                        "(si)", "ff",
                        "as", "6900ff",
                        "v", "0102",
                        "ai", "010203",
                        "{si}", "")
                .entrySet()) {
            assertThatExceptionOfType(MalformedVariant.class)
                    .describedAs(malformed.getKey())
                    .isThrownBy(() -> Variant.parse(malformed.getKey(), bytes(malformed.getValue())));
        }
    }

    @Test
    void refusesTypesThatAreNone() {
        for (var type : List.of("", "(", "a", "a{", "{vs}", "z", "ii", "a{ss", "a".repeat(100_000) + "y")) {
            assertThatExceptionOfType(MalformedVariant.class).isThrownBy(() -> Variant.parse(type, bytes("00000000")));
        }
    }

    @Test
    void endsInAValueOrARefusalWhateverTheBytes() {
        var random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            var noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            try {
                Variant.parse("(a{sv}aya(say)sstayay)", noise);
                Variant.parse("v", noise);
            } catch (MalformedVariant e) {
                assertThat(e).hasMessageMatching(".+");
            }
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
