package dev.hearth.homes;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A path below a home, whatever bytes its names have.
 *
 * @param bytes one character for each byte; empty for the home itself
 */
public record HomePath(String bytes) implements Comparable<HomePath> {
    static final HomePath TOP = new HomePath("");

    private static final int LAST_ASCII = 0x7e;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** {@return the path that {@code find .} prints so} */
    static HomePath found(byte[] printed) {
        var text = new String(printed, StandardCharsets.ISO_8859_1);
        return text.equals(".") ? TOP : new HomePath(text.startsWith("./") ? text.substring(2) : text);
    }

    /** {@return the path of a file's name in a directory} */
    HomePath resolve(Path name) {
        var encoded = Path.of("/").resolve(name).toUri().getRawPath().substring(1);
        return resolve(decoded(encoded.endsWith("/") ? encoded.substring(0, encoded.length() - 1) : encoded));
    }

    HomePath resolve(String name) {
        return isTop() ? new HomePath(name) : new HomePath(bytes + "/" + name);
    }

    boolean isTop() {
        return bytes.isEmpty();
    }

    /** {@return the directory that it is in} */
    HomePath parent() {
        int slash = bytes.lastIndexOf('/');
        return slash < 0 ? TOP : new HomePath(bytes.substring(0, slash));
    }

    /** {@return whether it is another path, or below it} */
    boolean startsWith(HomePath other) {
        return other.isTop() || bytes.equals(other.bytes) || bytes.startsWith(other.bytes + "/");
    }

    /** {@return its names as the file system takes them} */
    List<Path> names() {
        var names = new ArrayList<Path>();
        if (!isTop()) {
            for (var name : bytes.split("/", -1)) {
                // The one way to a path whose name is no text in the locale's encoding.
                names.add(Path.of(URI.create("file:///" + encoded(name))).getFileName());
            }
        }
        return names;
    }

    /** {@return the path for people and programs; bytes that are no text are written as {@code \xFF}} */
    public String text() {
        var raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException _) {
            return escaped(raw);
        }
    }

    /** {@return the path with each byte that could mean something else as {@code \0ooo}} */
    String octal() {
        var text = new StringBuilder();
        for (int at = 0; at < bytes.length(); at++) {
            char one = bytes.charAt(at);
            if ((Character.isLetterOrDigit(one) && one <= LAST_ASCII) || "/._-".indexOf(one) >= 0) {
                text.append(one);
            } else {
                text.append("\\0%03o".formatted((int) one));
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(HomePath other) {
        // A directory is followed by what is in it.
        return bytes.replace('/', '\0').compareTo(other.bytes.replace('/', '\0'));
    }

    @Override
    public String toString() {
        return text();
    }

    private static String encoded(String name) {
        return name.chars().mapToObj(one -> "%" + HEX.toHexDigits((byte) one)).collect(Collectors.joining());
    }

    private static String decoded(String percent) {
        var text = new StringBuilder();
        for (int at = 0; at < percent.length(); at++) {
            if (percent.charAt(at) == '%') {
                text.append((char) HexFormat.fromHexDigits(percent, at + 1, at + 3));
                at += 2;
            } else {
                text.append(percent.charAt(at));
            }
        }
        return text.toString();
    }

    private static String escaped(byte[] raw) {
        var text = new StringBuilder();
        for (byte one : raw) {
            if (one >= ' ' && one <= LAST_ASCII) {
                text.append((char) one);
            } else {
                text.append("\\x").append(HEX.toHexDigits(one));
            }
        }
        return text.toString();
    }
}
