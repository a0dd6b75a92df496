package dev.hearth.os.gvariant;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value read from its serialised form. */
public sealed interface Variant {

    /** Reads a value of a known type; numbers are in little-endian order. */
    static Variant parse(String type, byte[] bytes) {
        return new VariantReader(ByteBuffer.wrap(bytes)).read(VariantType.parse(type));
    }

    /** A whole number, a file handle's index included. */
    record Whole(long value) implements Variant {
        /** {@return the number with its eight bytes in the other order, as ostree stores times} */
        public long reversed() {
            return Long.reverseBytes(value);
        }
    }

    /** A floating-point number. */
    record Real(double value) implements Variant {}

    /** A truth value. */
    record Truth(boolean value) implements Variant {}

    /** A text. */
    record Text(String value) implements Variant {}

    /** An array of bytes. */
    record Bytes(ByteBuffer value) implements Variant {
        /** {@return a copy of the bytes} */
        public byte[] toArray() {
            var copy = new byte[value.remaining()];
            value.duplicate().get(copy);
            return copy;
        }
    }

    /** Any other array, or a tuple, or a value that may be absent with none or one. */
    record Sequence(List<Variant> values) implements Variant {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** A dictionary with texts as keys. */
    record Dictionary(Map<String, Variant> values) implements Variant {

        /** {@return the text under a key, when there is one and it is a text} */
        public Optional<String> text(String key) {
            return values.get(key) instanceof Text(var value) ? Optional.of(value) : Optional.empty();
        }

        /** {@return the texts in the array under a key; none when it is something else} */
        public List<String> texts(String key) {
            return values.get(key) instanceof Sequence(var elements)
                    ? elements.stream()
                            .filter(Text.class::isInstance)
                            .map(element -> ((Text) element).value())
                            .toList()
                    : List.of();
        }
    }
}
