package dev.hearth.os.gvariant;

import java.util.ArrayList;
import java.util.List;

/** A type as GVariant's type strings write it, with what its layout in memory depends on. */
sealed interface VariantType {

    /** {@return to a multiple of how many bytes a value's start is rounded up} */
    int alignment();

    /** {@return how many bytes every value takes; 0 when that depends on the value} */
    int fixedSize();

    /** {@return the reader's bytes as a value of this type, of whose size they are} */
    Variant readWith(VariantReader reader);

    /** One of the basic types: a number, a truth value or a text. */
    record Basic(char code) implements VariantType {
        @Override
        public int alignment() {
            return isText() ? 1 : fixedSize();
        }

        @Override
        public int fixedSize() {
            return switch (code) {
                case 'b', 'y' -> 1;
                case 'n', 'q' -> 2;
                case 'i', 'u', 'h' -> 4;
                case 'x', 't', 'd' -> 8;
                default -> 0;
            };
        }

        boolean isText() {
            return code == 's' || code == 'o' || code == 'g';
        }

        @Override
        public Variant readWith(VariantReader reader) {
            return reader.basic(this);
        }
    }

    /** A value that brings its type along. */
    record Boxed() implements VariantType {
        @Override
        public int alignment() {
            return 8;
        }

        @Override
        public int fixedSize() {
            return 0;
        }

        @Override
        public Variant readWith(VariantReader reader) {
            return reader.boxed();
        }
    }

    /** A value that may be absent. */
    record Maybe(VariantType element) implements VariantType {
        @Override
        public int alignment() {
            return element.alignment();
        }

        @Override
        public int fixedSize() {
            return 0;
        }

        @Override
        public Variant readWith(VariantReader reader) {
            return reader.maybe(element);
        }
    }

    /** Any number of values of one type. */
    record Array(VariantType element) implements VariantType {
        @Override
        public int alignment() {
            return element.alignment();
        }

        @Override
        public int fixedSize() {
            return 0;
        }

        @Override
        public Variant readWith(VariantReader reader) {
            return reader.array(this);
        }
    }

    /** A fixed number of values, also a dictionary's key and value. */
    record Tuple(List<VariantType> members, boolean isEntry) implements VariantType {
        @Override
        public int alignment() {
            return members.stream().mapToInt(VariantType::alignment).max().orElse(1);
        }

        @Override
        public int fixedSize() {
            int size = 0;
            for (var member : members) {
                if (member.fixedSize() == 0) {
                    return 0;
                }
                size = aligned(size, member.alignment()) + member.fixedSize();
            }
            return members.isEmpty() ? 1 : aligned(size, alignment());
        }

        @Override
        public Variant readWith(VariantReader reader) {
            return reader.tuple(this);
        }
    }

    /** {@return the position rounded up to a multiple of the alignment} */
    static int aligned(int position, int alignment) {
        return (position + alignment - 1) & -alignment;
    }

    /** Reads a type string such as {@code (a{sv}aya(say)sstayay)}. */
    static VariantType parse(String text) {
        var parser = new Parser(text);
        var type = parser.next(0);
        if (parser.position != text.length()) {
            throw new MalformedVariant("text after the type '" + text + "'");
        }
        return type;
    }

    /** Walks over a type string once. */
    final class Parser {
        private static final int DEEPEST = 64;

        private final String text;
        private int position;

        private Parser(String text) {
            this.text = text;
        }

        private VariantType next(int depth) {
            if (depth > DEEPEST) {
                throw new MalformedVariant("a type nested too deeply");
            }
            char code = take();
            return switch (code) {
                case 'b', 'y', 'n', 'q', 'i', 'u', 'h', 'x', 't', 'd', 's', 'o', 'g' -> new Basic(code);
                case 'v' -> new Boxed();
                case 'm' -> new Maybe(next(depth + 1));
                case 'a' -> new Array(next(depth + 1));
                case '(' -> new Tuple(until(')', depth), false);
                case '{' -> entry(until('}', depth));
                default -> throw new MalformedVariant("no type is written '" + code + "'");
            };
        }

        private List<VariantType> until(char end, int depth) {
            var members = new ArrayList<VariantType>();
            while (position < text.length() && text.charAt(position) != end) {
                members.add(next(depth + 1));
            }
            take();
            return List.copyOf(members);
        }

        private static VariantType entry(List<VariantType> members) {
            if (members.size() != 2 || !(members.getFirst() instanceof Basic)) {
                throw new MalformedVariant("a dictionary entry has a basic key and one value");
            }
            return new Tuple(members, true);
        }

        private char take() {
            if (position == text.length()) {
                throw new MalformedVariant("the type '" + text + "' ends too early");
            }
            return text.charAt(position++);
        }
    }
}
