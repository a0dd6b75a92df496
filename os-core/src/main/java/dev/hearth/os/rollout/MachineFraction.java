package dev.hearth.os.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
 * Where a machine stands among all, from 0 to just below 1: always the same, as likely as any other, and nothing from
 * which its id could be found.
 *
 * <p>Without a release, it is a part of what {@code systemd-id128 machine-id
 * --app-specific=e1d6b0c52a3f4b7d9f0c86a4752d3b19} prints: an HMAC with SHA-256 of that application's id, with the
 * machine's id as the key. With one, the release's name follows the application's id.
 */
public record MachineFraction(double value) {
    private static final String APPLICATION = "e1d6b0c52a3f4b7d9f0c86a4752d3b19";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    /** Of the digits before those that systemd replaces by the version of a UUID. */
    private static final int BITS = 48;

    /** {@return it for the machine whose files are below a directory; empty when the machine has no id yet} */
    public static Optional<MachineFraction> read(Path root) {
        return id(root).map(MachineFraction::of);
    }

    /** {@return it for a release, in which every machine has a place of its own, so that none is first each time} */
    public static Optional<MachineFraction> read(Path root, String release) {
        return id(root).map(id -> of(id, release));
    }

    /** {@return it for the machine of an id} */
    public static MachineFraction of(String machineId) {
        return of(machineId, "");
    }

    /** {@return the place of the machine of an id in a release} */
    public static MachineFraction of(String machineId, String release) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(machineId), mac.getAlgorithm()));
            mac.update(HexFormat.of().parseHex(APPLICATION));
            mac.update(release.getBytes(StandardCharsets.UTF_8));
            long first = ByteBuffer.wrap(mac.doFinal()).getLong();
            return new MachineFraction((double) (first >>> (Long.SIZE - BITS)) / (1L << BITS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    private static Optional<String> id(Path root) {
        try {
            return Optional.of(Files.readString(root.resolve("etc/machine-id")).strip())
                    .filter(id -> ID.matcher(id).matches());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
