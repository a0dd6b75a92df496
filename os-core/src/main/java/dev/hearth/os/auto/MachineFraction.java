package dev.hearth.os.auto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where this machine stands among all, from 0 to just below 1: always the same, as likely as any other, and nothing from
 * which its id could be found.
 *
 * <p>It is a part of what {@code systemd-id128 machine-id --app-specific=e1d6b0c52a3f4b7d9f0c86a4752d3b19} prints: an
 * HMAC with SHA-256 of that application's id, with the machine's id as the key.
 */
record MachineFraction(double value) {
    private static final String APPLICATION = "e1d6b0c52a3f4b7d9f0c86a4752d3b19";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    /** Of the digits before those that systemd replaces by the version of a UUID. */
    private static final int BITS = 48;

    /** Reads it of the machine whose files are below a directory; empty when the machine has no id yet. */
    static Optional<MachineFraction> read(Path root) {
        try {
            var id = Files.readString(root.resolve("etc/machine-id")).strip();
            return ID.matcher(id).matches() ? Optional.of(of(id)) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MachineFraction of(String machineId) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(machineId), mac.getAlgorithm()));
            long first = ByteBuffer.wrap(mac.doFinal(HexFormat.of().parseHex(APPLICATION)))
                    .getLong();
            return new MachineFraction((double) (first >>> (Long.SIZE - BITS)) / (1L << BITS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
