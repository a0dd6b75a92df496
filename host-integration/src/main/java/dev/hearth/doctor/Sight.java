package dev.hearth.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two looks at a path from different sides show the same; what the in-pet half's {@code seen} prints. */
final class Sight {
    private Sight() {}

    /** {@return the content of a file as a digest, the identity of anything else; empty when it cannot be looked at} */
    static String of(Path path) {
        try {
            return Files.isRegularFile(path)
                    ? HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)))
                    : Files.getAttribute(path, "unix:dev") + ":" + Files.getAttribute(path, "unix:ino");
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
