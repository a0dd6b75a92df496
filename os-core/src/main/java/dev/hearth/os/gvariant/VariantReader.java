package dev.hearth.os.gvariant;

import dev.hearth.os.gvariant.VariantType.Array;
import dev.hearth.os.gvariant.VariantType.Basic;
import dev.hearth.os.gvariant.VariantType.Tuple;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Walks over serialised bytes.
 *
 * <p>Where GLib replaces malformed data by defaults, this refuses it: what ostree wrote is well-formed, and what is not
 * must not be shown as if it were.
 */
final class VariantReader {
    private static final int DEEPEST = 64;

    private final ByteBuffer bytes;
    private final int depth;

    VariantReader(ByteBuffer bytes) {
        this(bytes, 0);
    }

    private VariantReader(ByteBuffer bytes, int depth) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.depth = depth;
        if (depth > DEEPEST) {
            throw new MalformedVariant("a value nested too deeply");
        }
    }

    /** Reads all the bytes as one value. */
    Variant read(VariantType type) {
        int fixed = type.fixedSize();
        if (fixed != 0 && fixed != size()) {
            throw new MalformedVariant("%d bytes where %d are due".formatted(size(), fixed));
        }
        return type.readWith(this);
    }

    private int size() {
        return bytes.limit();
    }

    Variant basic(Basic type) {
        return switch (type.code()) {
            case 'b' -> new Variant.Truth(bytes.get(0) != 0);
            case 'y' -> new Variant.Whole(Byte.toUnsignedLong(bytes.get(0)));
            case 'n' -> new Variant.Whole(bytes.getShort(0));
            case 'q' -> new Variant.Whole(Short.toUnsignedLong(bytes.getShort(0)));
            case 'i', 'h' -> new Variant.Whole(bytes.getInt(0));
            case 'u' -> new Variant.Whole(Integer.toUnsignedLong(bytes.getInt(0)));
            case 'x', 't' -> new Variant.Whole(bytes.getLong(0));
            case 'd' -> new Variant.Real(bytes.getDouble(0));
            default -> new Variant.Text(text());
        };
    }

    private String text() {
        if (size() == 0 || bytes.get(size() - 1) != 0) {
            throw new MalformedVariant("a text without its end");
        }
        return StandardCharsets.UTF_8.decode(bytes.slice(0, size() - 1)).toString();
    }

    Variant boxed() {
        // The value, a zero byte, the type; types hold no zero byte.
        int end = size() - 1;
        while (end >= 0 && bytes.get(end) != 0) {
            end--;
        }
        if (end < 0) {
            throw new MalformedVariant("a value without its type");
        }
        var type = StandardCharsets.US_ASCII
                .decode(bytes.slice(end + 1, size() - end - 1))
                .toString();
        return child(0, end).read(VariantType.parse(type));
    }

    Variant maybe(VariantType element) {
        if (size() == 0) {
            return new Variant.Sequence(List.of());
        }
        int end = element.fixedSize() == 0 ? size() - 1 : size();
        return new Variant.Sequence(List.of(child(0, end).read(element)));
    }

    Variant array(Array type) {
        if (type.element() instanceof Basic(var code) && code == 'y') {
            return new Variant.Bytes(bytes.asReadOnlyBuffer());
        }
        var elements = new ArrayList<VariantReader>();
        if (type.element().fixedSize() != 0) {
            addFixed(elements, type.element().fixedSize());
        } else if (size() != 0) {
            addFramed(elements, type.element().alignment());
        }
        return type.element() instanceof Tuple entry && entry.isEntry()
                ? dictionary(elements, entry)
                : new Variant.Sequence(elements.stream()
                        .map(element -> element.read(type.element()))
                        .toList());
    }

    private void addFixed(List<VariantReader> elements, int each) {
        if (size() % each != 0) {
            throw new MalformedVariant("an array of %d bytes with elements of %d".formatted(size(), each));
        }
        for (int start = 0; start < size(); start += each) {
            elements.add(child(start, start + each));
        }
    }

    private void addFramed(List<VariantReader> elements, int alignment) {
        int width = offsetWidth();
        int table = offset(size() - width, width);
        if (table > size() - width || (size() - table) % width != 0) {
            throw new MalformedVariant("an array whose table of ends lies outside it");
        }
        int start = 0;
        for (int at = table; at < size(); at += width) {
            int end = offset(at, width);
            if (end > table) {
                throw new MalformedVariant("an element that ends outside its array");
            }
            elements.add(child(start, end));
            start = VariantType.aligned(end, alignment);
        }
    }

    Variant tuple(Tuple type) {
        return new Variant.Sequence(members(type));
    }

    private static Variant dictionary(List<VariantReader> elements, Tuple entry) {
        var values = new LinkedHashMap<String, Variant>();
        for (var element : elements) {
            var members = element.members(entry);
            var key = members.getFirst() instanceof Variant.Text(var text)
                    ? text
                    : members.getFirst().toString();
            values.putIfAbsent(key, members.getLast());
        }
        return new Variant.Dictionary(Collections.unmodifiableMap(values));
    }

    private List<Variant> members(Tuple type) {
        int width = offsetWidth();
        int table = size();
        int start = 0;
        var members = new ArrayList<Variant>();
        for (var iterator = type.members().iterator(); iterator.hasNext(); ) {
            var member = iterator.next();
            start = VariantType.aligned(start, member.alignment());
            int end;
            if (member.fixedSize() != 0) {
                end = start + member.fixedSize();
            } else if (iterator.hasNext()) {
                table -= width;
                end = offset(table, width);
            } else {
                end = table;
            }
            members.add(child(start, end).read(member));
            start = end;
        }
        return List.copyOf(members);
    }

    private VariantReader child(int start, int end) {
        if (start < 0 || end < start || end > size()) {
            throw new MalformedVariant("a part that lies outside its whole");
        }
        return new VariantReader(bytes.slice(start, end - start), depth + 1);
    }

    private int offsetWidth() {
        if (size() <= 0xff) {
            return 1;
        }
        return size() <= 0xffff ? 2 : 4;
    }

    private int offset(int at, int width) {
        if (at < 0) {
            throw new MalformedVariant("a table of ends that does not fit");
        }
        long end = switch (width) {
            case 1 -> Byte.toUnsignedLong(bytes.get(at));
            case 2 -> Short.toUnsignedLong(bytes.getShort(at));
            default -> Integer.toUnsignedLong(bytes.getInt(at));
        };
        if (end > size()) {
            throw new MalformedVariant("a part that ends outside its whole");
        }
        return (int) end;
    }
}
