package dev.hearth.os.etc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What three trees have at a path, as digests: equal ones mean the same contents, of all that is below it too.
 *
 * <p>Metadata is left out: a resolution is about contents.
 */
public record Versions(String oldDefault, String newDefault, String local) {
    private static final String ABSENT = "absent";

    static Versions of(Path path, EtcSources sources) {
        return new Versions(
                digest(path, sources.oldDefault()), digest(path, sources.newDefault()), digest(path, sources.local()));
    }

    private static String digest(Path path, EtcTree tree) {
        return tree.at(path) == null ? ABSENT : "sha256:" + HexFormat.of().formatHex(sum(path, tree));
    }

    private static byte[] sum(Path path, EtcTree tree) {
        var entry = tree.at(path);
        if (entry == null) {
            throw new IllegalArgumentException("nothing at " + path);
        }
        var sha256 = sha256();
        sha256.update((entry.kind().name() + "\n").getBytes(StandardCharsets.UTF_8));
        switch (entry.kind()) {
            case FILE -> sha256.update(tree.content(path));
            case LINK -> sha256.update(entry.target().getBytes(StandardCharsets.UTF_8));
            case DIRECTORY ->
                tree.children(path).forEach(child -> {
                    // A name cannot hold a NUL, so that no two directories come out alike.
                    sha256.update((child.getFileName() + "\0").getBytes(StandardCharsets.UTF_8));
                    sha256.update(sum(child, tree));
                });
            case OTHER -> {}
        }
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
