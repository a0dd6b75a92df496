package dev.hearth.os.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A digest of what goes into a base, taken piece by piece, each with its length so that none runs into the next. */
final class Digest {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest = sha256();

    /** {@return the digest of a file's content, or of a directory with all that is below} */
    static String ofFile(Path file) {
        return new Digest().addFile(file).text();
    }

    Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    private Digest add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    Digest addFile(Path top) {
        try {
            if (!Files.isDirectory(top)) {
                addContent(top);
                return this;
            }
            try (Stream<Path> below = Files.walk(top)) {
                for (var path : below.sorted().toList()) {
                    add(top.relativize(path).toString());
                    if (Files.isSymbolicLink(path)) {
                        add("link").add(Files.readSymbolicLink(path).toString());
                    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        add(mode(path));
                        addContent(path);
                    } else {
                        add(mode(path));
                    }
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mode(Path path) throws IOException {
        return Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS).toString();
    }

    private void addContent(Path file) throws IOException {
        add(Long.toString(Files.size(file)));
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
