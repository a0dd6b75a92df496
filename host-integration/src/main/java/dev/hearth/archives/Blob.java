package dev.hearth.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of an archive, known by its content.
 *
 * @param digest as 64 hexadecimal digits
 */
record Blob(String mediaType, String digest, long size) {
    static final String DIRECTORY = "blobs/sha256/";

    private static final String ALGORITHM = "sha256:";

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** {@return the digest as it is referred to} */
    static String reference(MessageDigest digest) {
        return ALGORITHM + hex(digest);
    }

    static Blob of(String mediaType, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = sha256();
        digest.update(bytes);
        return new Blob(mediaType, hex(digest), bytes.length);
    }

    /** {@return the digest of all that a stream has to give} */
    static String digest(InputStream content) {
        var digest = sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex(digest);
    }

    String path() {
        return DIRECTORY + digest;
    }

    String reference() {
        return ALGORITHM + digest;
    }

    /** {@return how other parts of an archive refer to it} */
    Map<String, Object> descriptor() {
        var json = new LinkedHashMap<String, Object>();
        json.put("mediaType", mediaType);
        json.put("digest", reference());
        json.put("size", size);
        return json;
    }
}
